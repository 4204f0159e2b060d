import Foundation

/// The program that holds the package's tests, run without `swift test` in between.
struct TestProgram: Sendable {
    let bundle: URL
    let root: URL
    let toolchain: Toolchain

    /// The tests that exist, as the program lists them: a run's own records cannot make this list shorter.
    func list() async throws -> [TestName] {
        try await confined(isTrusted: false) { confinement in
            let program = try await toolchain.test(bundle, ["--list-tests"], in: root, isTrusted: false)
            return TestName.list(try await confinement.run(program, within: Limits()).exit.output)
        }
    }

    /// Runs groups of tests, each in as many processes as it takes; in one, as long as nothing goes wrong.
    ///
    /// - Parameters:
    ///   - groups: The tests to run. Those of different groups are never in one process.
    ///   - limits: What they may use; nil for the kit's own tests, which are trusted.
    /// - Returns: For each group a result for each test, and what else the run has shown.
    /// - Throws: `GradingError.cannotLaunch`, `CancellationError`, or what writing temporary files throws.
    func run(_ groups: [TestName]..., limits: Limits?) async throws -> [TestOutcome] {
        let isTrusted = limits == nil
        return try await confined(isTrusted: isTrusted) { confinement in
            var outcomes: [TestOutcome] = []
            for tests in groups {
                var output = ""
                let results = try await TestRun.results(of: tests, limits: limits ?? .trusted) {
                    selection, limits in
                    let attempt = try await attempt(
                        selection, limits, in: confinement, isTrusted: isTrusted)
                    output += attempt.exit.output
                    return attempt
                }
                outcomes.append(
                    TestOutcome(results: results, output: output, isolation: confinement.isolation))
            }
            return outcomes
        }
    }

    /// Runs the program once.
    ///
    /// - Parameters:
    ///   - selection: The arguments that say which tests to run.
    ///   - limits: What it may use.
    ///   - confinement: Where it runs.
    ///   - isTrusted: Whether the tests are the kit's own.
    ///   - environment: What it is told beside the usual.
    /// - Returns: What it left, and how it ended.
    /// - Throws: `GradingError.cannotLaunch`, `CancellationError`, or what writing temporary files throws.
    func attempt(
        _ selection: [String], _ limits: Limits, in confinement: Confinement, isTrusted: Bool,
        environment: [String: String] = [:]
    ) async throws -> (record: RunRecord, exit: ChildProcess.Exit) {
        let arguments =
            ["--no-parallel", "--event-stream-version", "6.3"]
            + ["--event-stream-output-path", Confinement.recordsPath] + selection
        let program = try await toolchain.test(
            bundle, arguments, in: root, isTrusted: isTrusted, environment: environment)
        let (records, exit) = try await confinement.run(program, within: limits)
        return (RunRecord(records), exit)
    }

    private func confined<Result>(
        isTrusted: Bool, _ body: (Confinement) async throws -> Result
    ) async throws -> Result {
        if isTrusted { return try await body(.open) }
        return try await withTemporaryFolder { scratch in
            try await body(.strictest(for: bundle, toolchain: toolchain, scratch: scratch))
        }
    }
}
