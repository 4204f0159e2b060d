import Foundation

/// The program that holds the package's tests, run without `swift test` in between.
struct TestProgram: Sendable {
    /// How long a run may go without a new record before it is stopped.
    static let patience = Duration.seconds(120)

    let bundle: URL
    let root: URL
    let toolchain: Toolchain

    /// The tests that exist, as the program lists them. No run's own records can make this list shorter.
    func list() async throws -> [TestName] {
        TestName.list(try await toolchain.test(bundle, ["--list-tests"], in: root).run().output)
    }

    /// Runs tests until each has an outcome, or none can be had.
    ///
    /// When a run dies, the test that was running is charged with it, and those that had no turn run again
    /// without it. As long as nothing goes wrong that is one process.
    ///
    /// - Returns: A result for each of `tests`, in the order in which they are declared.
    func run(_ tests: [TestName]) async throws -> [TestResult] {
        var outcomes: [TestName: (status: TestStatus, messages: [String])] = [:]
        var declared: [(test: TestName, displayName: String?)] = []
        var remaining = tests
        while !remaining.isEmpty {
            let (record, exit) = try await runOnce(
                Self.selection(of: remaining, without: tests.filter { outcomes[$0] != nil }))
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

    /// One process; the stream it writes is in a folder that only this process knows.
    private func runOnce(_ selection: [String]) async throws -> (RunRecord, ChildProcess.Exit) {
        try await withTemporaryFolder { folder in
            let stream = folder.appending(path: "events.jsonl")
            let arguments =
                ["--no-parallel", "--event-stream-version", "6.3", "--event-stream-output-path", stream.path]
                + selection
            let exit = try await toolchain.test(bundle, arguments, in: root)
                .run(watch: .init(file: stream, patience: Self.patience))
            return (RunRecord((try? Data(contentsOf: stream)) ?? Data()), exit)
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
        if wasStopped {
            return (.timedOut, ["The test was stopped: nothing had moved for \(TestProgram.patience)."])
        }
        if let trap = errorOutput.firstMatch(of: /(?m)Fatal error: ?(.*)$/) {
            return (.crashed, ["The program crashed in this test: \(trap.1)"])
        }
        return (
            .crashed,
            [
                wasSignalled
                    ? "The program crashed in this test (signal \(status))."
                    : "The program ended in the middle of this test (exit status \(status))."
            ]
        )
    }
}
