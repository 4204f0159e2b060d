import Foundation

/// Watches over a run of the test program, and says which limit it has hit.
struct Watchdog {
    private let limits: Limits
    private let records: FileHandle
    private let terminal: PseudoTerminal
    private let start = ContinuousClock.now
    private var recordsSize: UInt64 = 0
    private var lastRecord = ContinuousClock.now
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
        }
        if now - lastRecord > .seconds(limits.secondsPerTest) { return .time }
        if now - start > .seconds(limits.secondsPerRun) { return .time }
        if terminal.count > limits.output << 20 || size > UInt64(limits.output) << 20 { return .output }
        // Counting takes some 100 µs: often enough to stop a hog, rarely enough to cost nothing.
        guard now >= nextCount else { return nil }
        nextCount = now + .milliseconds(25)
        let usage = await ProcessTree.usage(of: process)
        if usage.memory > limits.memory << 20 { return .memory }
        return usage.processes > limits.processes ? .processes : nil
    }
}
