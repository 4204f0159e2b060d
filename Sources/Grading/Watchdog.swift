import Foundation

/// Watches over a run of the test program, and says which limit it has hit.
struct Watchdog {
    private let limits: Limits
    private let records: FileHandle
    private let terminal: PseudoTerminal
    private let start = ContinuousClock.now
    private var recordsSize: UInt64 = 0
    private var lastRecord = ContinuousClock.now
    /// What processors had spent on the run when it was last counted, and when the last record came.
    private var spent = 0.0
    private var spentBeforeRecord = 0.0
    private var nextCount = ContinuousClock.now

    /// Begins to watch.
    ///
    /// - Parameters:
    ///   - limits: What the run may use.
    ///   - records: The file that the run's records are written to: a new one is a sign of life.
    ///   - terminal: Where the run prints.
    init(_ limits: Limits, records: FileHandle, terminal: PseudoTerminal) {
        self.limits = limits
        self.records = records
        self.terminal = terminal
    }

    /// The limit that the run is beyond, if any.
    mutating func limitHit(by process: Int32) async -> Limits.Kind? {
        let now = ContinuousClock.now
        let size = (try? records.seekToEnd()) ?? 0
        if size != recordsSize {
            recordsSize = size
            lastRecord = now
            spentBeforeRecord = spent
        }
        if terminal.count > limits.output << 20 || size > UInt64(limits.output) << 20 { return .output }
        // Counting takes some 100 µs: often enough to stop a hog, rarely enough to cost nothing.
        guard now >= nextCount else { return nil }
        nextCount = now + .milliseconds(25)
        let usage = await ProcessTree.usage(of: process)
        spent = usage.processorSeconds
        if isOver(limits.secondsPerTest, now - lastRecord, spent - spentBeforeRecord)
            || isOver(limits.secondsPerRun, now - start, spent)
        {
            return .time
        }
        if usage.memory > limits.memory << 20 { return .memory }
        return usage.processes > limits.processes ? .processes : nil
    }

    /// Whether something has had its time.
    ///
    /// On a busy machine everything takes longer, and the student cannot help it: seconds count when a processor has
    /// spent as many on the run. What waits and computes nothing ends all the same, later.
    private func isOver(_ seconds: Int, _ elapsed: Duration, _ spent: Double) -> Bool {
        elapsed > .seconds(seconds) && spent > Double(seconds)
            || elapsed > .seconds(Limits.patience * seconds)
    }
}
