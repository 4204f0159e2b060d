import Foundation

/// The program that holds the package's tests, run without `swift test` in between.
struct TestProgram: Sendable {
    /// How long a run may go without a new record before it is stopped.
    static let patience = Duration.seconds(120)

    let bundle: URL
    let root: URL
    let toolchain: Toolchain

    /// The tests that exist, as the program lists them: a run's own records cannot make this list shorter.
    func list() async throws -> [TestName] {
        TestName.list(try await toolchain.test(bundle, ["--list-tests"], in: root).run().output)
    }

    /// Runs these tests in as many processes as it takes; in one, as long as nothing goes wrong.
    func run(_ tests: [TestName], limits: Limits = Limits()) async throws -> TestOutcome {
        TestOutcome(
            results: try await TestRun.results(of: tests, attempt: runOnce), output: "",
            isolation: Isolation(files: false, network: false, processes: false))
    }

    /// One process; the stream it writes is in a folder of this run alone.
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
}
