import Foundation
import Testing

@testable import Grading

@Suite("Child processes")
struct ChildProcessTests {
    @Test("status and both outputs are kept, however much there is")
    func output() async throws {
        let exit = try await run(
            "i=0; while [ $i -lt 9000 ]; do echo 0123456789; i=$((i+1)); done; echo no >&2; exit 3")
        #expect(exit.status == 3)
        #expect(!exit.isSuccess)
        #expect(!exit.wasSignalled)
        #expect(exit.output.count == 99_000)
        #expect(exit.errorOutput == "no\n")
    }

    @Test("a signal is not an exit status")
    func signal() async throws {
        let exit = try await run("kill -9 $$")
        #expect(exit.wasSignalled)
        #expect(exit.status == 9)
        #expect(!exit.isSuccess)
    }

    @Test("nothing comes from standard input")
    func input() async throws {
        #expect(try await run("cat; echo end").output == "end\n")
    }

    @Test("a process that leaves its file as it is is stopped; one that keeps writing is not")
    func watch() async throws {
        try await withTemporaryFolder { folder in
            let watch = ChildProcess.Watch(
                file: folder.appending(path: "events"), patience: .milliseconds(800))
            let silent = try await run("exec sleep 60", watch)
            #expect(silent.limit == .time)
            #expect(silent.wasSignalled)
            let busy = try await run(
                "for i in 1 2 3 4 5; do echo $i >>'\(watch.file.path)'; sleep 0.2; done", watch)
            #expect(busy.isSuccess)
            #expect(busy.limit == nil)
        }
    }

    @Test("a program that is not there is an error")
    func absent() async throws {
        let process = ChildProcess(
            executable: URL(filePath: "/nowhere/program"), arguments: [], environment: [:],
            folder: FileManager.default.temporaryDirectory)
        await #expect(throws: GradingError.self) { try await process.run() }
    }

    private func run(_ script: String, _ watch: ChildProcess.Watch? = nil) async throws -> ChildProcess.Exit {
        try await ChildProcess(
            executable: URL(filePath: "/bin/sh"), arguments: ["-c", script],
            environment: ["PATH": "/usr/bin:/bin"], folder: FileManager.default.temporaryDirectory
        ).run(watch: watch)
    }
}
