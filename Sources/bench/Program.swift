import Foundation

/// A program to run to its end.
struct Program: Sendable {
    let executable: URL
    /// What goes before the arguments of each call.
    var leading: [String] = []
    var environment: [String: String]
    /// The folder to run in.
    let folder: URL
    /// Where what it prints is kept while it runs.
    let scratch: URL

    /// Finds a program in PATH.
    ///
    /// - Throws: `BenchError.programNotFound`.
    init(
        _ name: String, advice: String, environment: [String: String], folder: URL, scratch: URL
    ) throws(BenchError) {
        let candidates = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
        guard let path = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw .programNotFound(name, advice: advice)
        }
        self.init(
            executable: URL(filePath: path), environment: environment, folder: folder, scratch: scratch)
    }

    init(executable: URL, environment: [String: String], folder: URL, scratch: URL) {
        self.executable = executable
        self.environment = environment
        self.folder = folder
        self.scratch = scratch
    }

    /// Runs the program, or ends it when the task is cancelled.
    ///
    /// - Returns: What it printed.
    /// - Throws: `BenchError.programFailed` with its error output, or `CancellationError`.
    func run(_ arguments: [String]) async throws -> Data {
        // Files, not pipes: a program that prints a lot never waits for its reader.
        let output = scratch.appending(path: "output")
        let errors = scratch.appending(path: "errors")
        let process = Process()
        process.executableURL = executable
        process.arguments = leading + arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let handles = try [output, errors].map { file in
            try Data().write(to: file)
            return try FileHandle(forWritingTo: file)
        }
        defer { for handle in handles { try? handle.close() } }
        (process.standardOutput, process.standardError) = (handles[0], handles[1])

        try Task.checkCancellation()
        try process.run()
        while process.isRunning {
            do {
                try await Task.sleep(for: .milliseconds(10))
            } catch {
                await end(process)
                throw error
            }
        }
        guard process.terminationStatus == 0, process.terminationReason == .exit else {
            let what = URL(filePath: (leading + arguments)[0]).lastPathComponent
            throw BenchError.programFailed(
                "\(executable.lastPathComponent) \(what)", output: try lastLines(of: errors, output))
        }
        return try Data(contentsOf: output)
    }

    /// Asks the process to end, for `swift build` ends its compilers then, and makes it end after two seconds.
    ///
    /// Foundation makes each process the leader of a group: what it started ends with it.
    private func end(_ process: Process) async {
        let group = -process.processIdentifier
        kill(group, SIGINT)
        for _ in 0..<200 where process.isRunning { usleep(10_000) }
        kill(group, SIGKILL)
        process.waitUntilExit()
    }

    private func lastLines(of files: URL...) throws -> String {
        let text = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
            .joined(separator: "\n")
        return text.split(separator: "\n").suffix(20).joined(separator: "\n")
    }
}
