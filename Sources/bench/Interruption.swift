import Foundation

/// Runs work that Ctrl-C, a hang-up or a polite `kill` cancels, so that it can end what it started.
///
/// - Returns: What the work returns.
func withInterruption<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) async -> Result {
    let task = Task { await work() }
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
        // A handler, not SIG_IGN, which the programs that we start would inherit.
        signal(number) { _ in }
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { task.cancel() }
        source.activate()
        return source
    }
    defer { for source in sources { source.cancel() } }
    return await task.value
}
