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

    @Test("the first limit that is hit ends the process and is told")
    func limit() async throws {
        let exit = try await run("sleep 60", until: { _ in .time })
        #expect(exit.limit == .time)
        #expect(exit.wasSignalled)
    }

    @Test("a task that is cancelled ends its process, and what that has started")
    func cancellation() async throws {
        let mark = "33\(Int.random(in: 1_000_000..<9_999_999))"
        let task = Task { try await run("sleep \(mark) & sleep \(mark)") }
        try await Task.sleep(for: .milliseconds(200))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await !run("ps -A -o args=").output.contains("sleep \(mark)"))
    }

    #if os(Linux)
        @Test("no file of a run stays open when it has ended")
        func openFiles() async throws {
            for _ in 0..<3 { _ = try await run("echo out; echo err >&2") }
            let folder = "/proc/self/fd"
            let left = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
                try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
            }.filter { $0.hasSuffix("output (deleted)") }
            #expect(left.isEmpty)
        }
    #endif

    @Test("a program that is not there is an error")
    func absent() async throws {
        let process = ChildProcess(
            executable: URL(filePath: "/nowhere/program"), arguments: [], environment: [:],
            folder: FileManager.default.temporaryDirectory)
        await #expect(throws: GradingError.self) { try await process.run() }
    }

    private func run(
        _ script: String, until limitHit: (Int32) async -> Limits.Kind? = { _ in nil }
    ) async throws -> ChildProcess.Exit {
        try await ChildProcess(
            executable: URL(filePath: "/bin/sh"), arguments: ["-c", script],
            environment: ["PATH": "/usr/bin:/bin"], folder: FileManager.default.temporaryDirectory
        ).run(until: limitHit)
    }
}
