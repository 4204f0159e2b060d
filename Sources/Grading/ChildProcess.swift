import Foundation

/// A program to run: the one place that launches processes, and so the one that ends them.
///
/// Foundation makes each process the leader of a group of its own; whatever it starts is in that group, and the
/// group is ended as a whole.
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

    /// Runs the program to its end, or to that of the task that it is run in.
    ///
    /// - Parameters:
    ///   - input: What the program reads; nothing by default.
    ///   - terminal: Where it prints; kept in `Exit.output` in any case.
    ///   - limitHit: Asked again and again, with the process's number; the first limit that it names is the end.
    /// - Returns: How it ended, and what it printed.
    /// - Throws: `GradingError.cannotLaunch`, `CancellationError`, or what writing to a temporary folder throws.
    func run(
        input: FileHandle = .nullDevice, terminal: PseudoTerminal? = nil,
        until limitHit: (Int32) async -> Limits.Kind? = { _ in nil }
    ) async throws -> Exit {
        // Files, not pipes: a program that prints a lot never waits for its reader.
        try await withTemporaryFolder { scratch in
            let output = scratch.appending(path: "output")
            let errorOutput = scratch.appending(path: "error-output")
            let process = Process()
            process.executableURL = executable
            process.arguments = arguments
            process.environment = environment
            process.currentDirectoryURL = folder
            process.standardInput = input
            let files = try [output, errorOutput].map(FileHandle.forCreating)
            process.standardOutput = terminal?.programSide ?? files[0]
            process.standardError = files[1]
            // Foundation keeps a process, and what it was given, for longer than it runs: a thousand runs are
            // thousands of open files.
            defer { for file in files { try? file.close() } }
            do {
                try process.run()
            } catch {
                throw GradingError.cannotLaunch(executable.path, reason: error.localizedDescription)
            }
            let (end, limit) = try await end(
                of: process, isPolite: terminal == nil, until: limitHit)
            return Exit(
                status: end.status, wasSignalled: end.wasSignalled, limit: limit,
                output: try await terminal?.text() ?? String(readingFile: output.path),
                errorOutput: try String(readingFile: errorOutput.path))
        }
    }

    /// Waits for the end.
    ///
    /// Who is polite is asked to end before being killed: `swift build` starts its
    /// compilers in groups of their own, and ends them when it is asked to.
    private func end(
        of process: Process, isPolite: Bool, until limitHit: (Int32) async -> Limits.Kind?
    ) async throws -> (End, Limits.Kind?) {
        let group = -process.processIdentifier
        // Also what the program left behind when it ended by itself.
        defer {
            kill(group, SIGKILL)
            forget(process)
        }
        var limit: Limits.Kind?
        var grace: ContinuousClock.Instant?
        while true {
            if let end = End(process) { return (end, limit) }
            do {
                try await Task.sleep(for: .milliseconds(5))
            } catch {
                kill(group, SIGINT)
                for _ in 0..<400 where End(process) == nil { usleep(5000) }
                throw error
            }
            if let grace {
                if grace < .now { kill(group, SIGKILL) }
            } else if let hit = await limitHit(process.processIdentifier) {
                limit = hit
                grace = .now + .seconds(isPolite ? 2 : 0)
                kill(group, isPolite ? SIGINT : SIGKILL)
            }
        }
    }

    /// Has Foundation wait for a process that has ended: until then it keeps all that it knows of it.
    ///
    /// Not where a descendant that left the group is still there: that wait would have no end.
    private func forget(_ process: Process) {
        for _ in 0..<100 where process.isRunning { usleep(500) }
        if !process.isRunning { process.waitUntilExit() }
    }

    /// How a process ended, as the system tells.
    private struct End {
        let status: Int32
        let wasSignalled: Bool

        /// Asks the system, because Foundation waits for a socket that every descendant holds: one that left the
        /// group would keep the grader waiting.
        ///
        /// - Returns: nil for a process that has not ended.
        init?(_ process: Process) {
            var status: Int32 = 0
            switch unsafe waitpid(process.processIdentifier, &status, WNOHANG) {
            case 0: return nil
            case process.processIdentifier:
                wasSignalled = status & 0x7f != 0
                self.status = wasSignalled ? status & 0x7f : status >> 8 & 0xff
            default:
                // Foundation was there first.
                if process.isRunning { return nil }
                wasSignalled = process.terminationReason == .uncaughtSignal
                self.status = process.terminationStatus
            }
        }
    }
}

extension FileHandle {
    fileprivate static func forCreating(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
}
