import Foundation

/// Runs tests until each has an outcome, or none can be had.
///
/// When a process dies, the test that was running is charged with it, and those that had no turn run again
/// without it.
enum TestRun {
    /// Runs tests, attempt by attempt.
    ///
    /// - Parameters:
    ///   - tests: The tests that must have an outcome.
    ///   - limits: What an attempt may use.
    ///   - attempt: Starts the test program with these arguments and waits for its end.
    /// - Returns: A result for each of `tests`, in the order in which they are declared.
    /// - Throws: What an attempt throws.
    static func results(
        of tests: [TestName], limits: Limits = Limits(),
        attempt: ([String]) async throws -> (RunRecord, ChildProcess.Exit)
    ) async throws -> [TestResult] {
        var outcomes: [TestName: (status: TestStatus, messages: [String])] = [:]
        var declared: [(test: TestName, displayName: String?)] = []
        var remaining = tests
        while !remaining.isEmpty {
            let done = tests.filter { outcomes[$0] != nil }
            let (record, exit) = try await attempt(selection(of: remaining, without: done))
            if declared.isEmpty { declared = record.declared }
            for test in remaining {
                if let outcome = record.outcome(of: test) {
                    outcomes[test] = outcome
                } else if record.unfinished.contains(test) {
                    outcomes[test] = exit.charge
                }
            }
            let left = remaining.filter { outcomes[$0] == nil }
            if left.count == remaining.count { break }
            remaining = left
        }
        let places = Dictionary(declared.enumerated().map { ($1.test, $0) }) { first, _ in first }
        return tests.sorted { places[$0, default: .max] < places[$1, default: .max] }.map { test in
            let outcome = outcomes[test] ?? (.missing, ["There is no record that this test ran to its end."])
            return TestResult(
                test: test, displayName: places[test].flatMap { declared[$0].displayName },
                status: outcome.status, messages: outcome.messages)
        }
    }

    /// The arguments that select the suites of `tests` but not those tests that are `done`.
    ///
    /// Whole suites, because the test library compares every test with every expression.
    static func selection(of tests: [TestName], without done: [TestName]) -> [String] {
        let suites = tests.map { $0.suite.isEmpty ? $0.id : "\($0.module).\($0.outerSuite)" }.uniqued()
        let expression = { (id: String) in "^\(NSRegularExpression.escapedPattern(for: id))(/|$)" }
        return suites.flatMap { ["--filter", expression($0)] }
            + done.flatMap { ["--skip", expression($0.id)] }
    }
}

extension ChildProcess.Exit {
    /// What the test that was running is charged with when the process ended like this.
    fileprivate var charge: (status: TestStatus, messages: [String]) {
        if limit == .time {
            let seconds = Limits().secondsPerTest
            return (
                .timedOut,
                ["The test was stopped after \(seconds) seconds: a loop that never ends, or a slow one?"]
            )
        }
        if let trap = errorOutput.firstMatch(of: /(?m)Fatal error: ?(.*)$/) {
            return (.crashed, ["The program crashed in this test: \(trap.1)"])
        }
        let end =
            wasSignalled
            ? "The program crashed in this test (signal \(status))."
            : "The program ended in the middle of this test (exit status \(status))."
        return (.crashed, [end])
    }
}
