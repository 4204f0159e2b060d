import Foundation

/// A program to run: the one place that launches processes, and so the one to confine them.
struct ChildProcess: Sendable {
    let executable: URL
    let arguments: [String]
    let environment: [String: String]
    /// The folder to run in.
    let folder: URL

    /// How a process ended.
    struct Exit: Sendable {
        /// The exit status, or the signal's number.
        let status: Int32
        let wasSignalled: Bool
        /// The limit that it was killed for; nil when it ended by itself.
        let limit: Limits.Kind?
        let output: String
        let errorOutput: String

        var isSuccess: Bool { status == 0 && !wasSignalled }
    }

    /// A file that a process is expected to write to, and how long it may leave it as it is.
    struct Watch: Sendable {
        let file: URL
        let patience: Duration
    }

    /// Runs the program to its end.
    ///
    /// - Parameter watch: kills the process when this file stays as it is for too long.
    /// - Returns: How it ended, and what it printed.
    /// - Throws: `GradingError.cannotLaunch`, or what writing to a temporary folder throws.
    func run(watch: Watch? = nil) async throws -> Exit {
        // Files, not pipes: a program that prints a lot never waits for its reader.
        try await withTemporaryFolder { scratch in
            let output = scratch.appending(path: "output")
            let errorOutput = scratch.appending(path: "error-output")
            let process = Process()
            process.executableURL = executable
            process.arguments = arguments
            process.environment = environment
            process.currentDirectoryURL = folder
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try FileHandle.forCreating(output)
            process.standardError = try FileHandle.forCreating(errorOutput)
            do {
                try process.run()
            } catch {
                throw GradingError.cannotLaunch(executable.path, reason: error.localizedDescription)
            }
            let limit = try await wait(for: process, watch: watch)
            return Exit(
                status: process.terminationStatus,
                wasSignalled: process.terminationReason == .uncaughtSignal,
                limit: limit,
                output: try text(of: output), errorOutput: try text(of: errorOutput))
        }
    }

    private func wait(for process: Process, watch: Watch?) async throws -> Limits.Kind? {
        var size = 0
        var lastChange = ContinuousClock.now
        var limit: Limits.Kind?
        while process.isRunning {
            try await Task.sleep(for: .milliseconds(5))
            guard let watch else { continue }
            let attributes = try? FileManager.default.attributesOfItem(atPath: watch.file.path)
            let newSize = attributes?[.size] as? Int ?? 0
            if newSize != size {
                size = newSize
                lastChange = .now
            } else if ContinuousClock.now - lastChange > watch.patience {
                limit = .time
                kill(process.processIdentifier, SIGKILL)
            }
        }
        return limit
    }

    private func text(of file: URL) throws -> String {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}

extension FileHandle {
    fileprivate static func forCreating(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
}
