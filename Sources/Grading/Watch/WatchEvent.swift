import Foundation

/// What `watch` waits for.
enum WatchEvent: Sendable {
    /// Half a second has gone by.
    case tick
    case key(Character)
    case resized
    /// Ctrl-Z: the user wants the shell.
    case suspended
    /// The user is back from the shell.
    case resumed
    /// Ctrl-\, or the terminal is gone.
    case quit
    case ended(run: Int, Result<Report, any Error>)
}

/// Keys, signals and a clock, turned into events.
struct WatchEvents {
    let stream: AsyncStream<WatchEvent>
    let continuation: AsyncStream<WatchEvent>.Continuation
    private let sources: [any DispatchSourceProtocol]

    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: WatchEvent.self)
        self.stream = stream
        self.continuation = continuation
        let signals: [(Int32, WatchEvent)] = [
            (SIGWINCH, .resized), (SIGTSTP, .suspended), (SIGCONT, .resumed), (SIGQUIT, .quit),
        ]
        var sources: [any DispatchSourceProtocol] = signals.map { number, event in
            // A handler, not SIG_IGN, which the programs that we start would inherit.
            signal(number) { _ in }
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(event) }
            return source
        }
        let clock = DispatchSource.makeTimerSource(queue: .global())
        clock.schedule(deadline: .now(), repeating: .milliseconds(500))
        clock.setEventHandler { continuation.yield(.tick) }
        let keys = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .global())
        keys.setEventHandler {
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = unsafe read(STDIN_FILENO, &bytes, bytes.count)
            guard count > 0 else {
                continuation.yield(.quit)
                continuation.finish()
                return
            }
            // Arrows and their like begin with an escape, and are no letters.
            for byte in bytes[..<count] where bytes[0] != 0x1B {
                continuation.yield(.key(Character(UnicodeScalar(byte))))
            }
        }
        sources += [clock, keys]
        for source in sources { source.activate() }
        self.sources = sources
    }

    /// Listens no more.
    func cancel() {
        for source in sources { source.cancel() }
    }
}
