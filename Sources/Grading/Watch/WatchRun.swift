/// The one run that is under way, if any: the next begins when it has ended.
struct WatchRun {
    /// Which run it is: what an earlier one still has to say counts no more.
    private(set) var number = 0
    private var task: Task<Void, Never>?
    private var start: ContinuousClock.Instant?

    /// For how many seconds the run has been under way; nil when none is.
    var seconds: Int? { start.map { Int(($0.duration(to: .now)).components.seconds) } }

    /// Gives the run under way up, and begins another as soon as no process of it is left.
    ///
    /// Nobody waits for that here: keys are read and the screen is drawn meanwhile.
    mutating func begin(_ work: @escaping @Sendable (_ number: Int) async -> Void) {
        let before = task
        before?.cancel()
        number += 1
        start = .now
        task = Task { [number] in
            await before?.value
            if !Task.isCancelled { await work(number) }
        }
    }

    /// Takes in that the run has said what it found.
    mutating func end() { start = nil }

    /// Gives the run under way up, and waits until no process of it is left.
    mutating func stop() async {
        task?.cancel()
        await task?.value
        task = nil
        start = nil
        number += 1
    }
}
