import Foundation
import Synchronization

/// How often the user asked for an end: by Ctrl-C, by a polite `kill`, or by closing the terminal.
///
/// The first time the training ends with its epoch, the second time with its batch; the third one ends the
/// program, for student code that never comes back.
final class StopRequests: Sendable {
    private let requests = Atomic<Int>(0)

    /// How often an end was asked for.
    var count: Int { requests.load(ordering: .relaxed) }

    /// Asks for an end.
    ///
    /// - Returns: How often that was done, this time included.
    @discardableResult func ask() -> Int {
        requests.add(1, ordering: .relaxed).newValue
    }

    /// Takes the signals from here on.
    ///
    /// - Parameter onRequest: Called on a thread of the system's with the number of requests.
    /// - Returns: What has to be kept for as long as signals are to be taken.
    func listen(onRequest: @escaping @Sendable (Int) -> Void) -> [any DispatchSourceSignal] {
        // What nobody reads any more is no reason to lose the weights.
        signal(SIGPIPE, SIG_IGN)
        return [SIGINT, SIGTERM, SIGHUP].compactMap { number in
            let earlier = signal(number, SIG_IGN)
            // Under nohup, or in the background of a shell without jobs: to be ignored then, as it was.
            if unsafe unsafeBitCast(earlier, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                return nil
            }
            // A handler, not SIG_IGN, which the programs that we start would inherit.
            signal(number) { _ in }
            // Blocked they come from a program that started this one on one of Swift's own threads.
            var signals = sigset_t()
            unsafe sigemptyset(&signals)
            unsafe sigaddset(&signals, number)
            unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [self] in onRequest(ask()) }
            source.activate()
            return source
        }
    }
}
