/// The one run that is under way, if any: the next begins when it has ended.
struct WatchRun {
    /// Which run it is: what an earlier one still has to say counts no more.
    private(set) var number = 0
    private var task: Task<Void, Never>?
    private var start: ContinuousClock.Instant?

    /// For how many seconds the run has been under way; nil when none is.
    var seconds: Int? { start.map { Int(($0.duration(to: .now)).components.seconds) } }

    /// Stops the run under way and begins another.
    mutating func begin(_ work: @escaping @Sendable (_ number: Int) async -> Void) async {
        await stop()
        number += 1
        start = .now
        task = Task { [number] in await work(number) }
    }

    /// Takes in that the run has said what it found.
    mutating func end() { start = nil }

    /// Stops the run under way, and waits until no process of it is left.
    mutating func stop() async {
        task?.cancel()
        await task?.value
        task = nil
        start = nil
        number += 1
    }
}
