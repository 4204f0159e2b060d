import Foundation

/// How a test program is run, so that what a student wrote can do no harm and leaves nothing behind.
///
/// On Linux the program gets namespaces of its own: no network, no processes but its own, and a root folder with
/// the system, the toolchain and the program in it, all read-only. What leaves its process group cannot leave
/// those, and all of it ends with the first process in there. On macOS `sandbox-exec` takes network and files
/// away. Where neither is to be had, limits and the process group remain, and `isolation` says so.
///
/// The records go to a file that has no name any more when the program starts: all it is told is the number of
/// a descriptor.
struct Confinement: Sendable {
    let isolation: Isolation
    /// The command that leads to the program, which follows.
    private let entrance: [String]

    /// The strictest confinement that works on this machine.
    ///
    /// - Parameters:
    ///   - program: The test program. It sees the folders of resources beside it, too.
    ///   - toolchain: Where Swift's libraries are.
    ///   - scratch: An empty folder, there for as long as the confinement is used.
    /// - Returns: The confinement, with what it holds back in `isolation`.
    /// - Throws: What launching a program or reading the test program's folder throws.
    static func strictest(
        for program: URL, toolchain: Toolchain, scratch: URL
    ) async throws -> Confinement {
        let closed = Confinement(
            isolation: .full,
            entrance: try await entrance(to: program, toolchain: toolchain, scratch: scratch))
        let probe = ChildProcess(
            executable: URL(filePath: "/usr/bin/true"), arguments: [], environment: [:], folder: scratch)
        let (_, exit) = try await closed.run(probe, within: Limits())
        return exit.isSuccess ? closed : .open
    }

    /// No more than limits and a process group: for the kit's own tests, which build and run programs.
    static let open = Confinement(isolation: .none, entrance: ["sh", "-c", ConfinementScript.run, "sh"])

    /// Runs a program.
    ///
    /// - Parameters:
    ///   - program: Finds the file for its records under `recordsPath`.
    ///   - limits: What it may use.
    /// - Returns: What it wrote as records, and how it ended.
    /// - Throws: `GradingError` when it cannot be launched; `CancellationError`; what temporary files throw.
    func run(
        _ program: ChildProcess, within limits: Limits
    ) async throws -> (records: Data, exit: ChildProcess.Exit) {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "records")
            try Data().write(to: file)
            let records = try FileHandle(forReadingFrom: file)
            let terminal = try PseudoTerminal()
            // Its end tells the watcher in the script that the grader is gone, however that came about.
            let lifeline = Pipe()
            var watchdog = Watchdog(limits, records: records, terminal: terminal)
            let exit = try await command(program, within: limits, records: file)
                .run(input: lifeline.fileHandleForReading, terminal: terminal) {
                    await watchdog.limitHit(by: $0)
                }
            try lifeline.fileHandleForWriting.close()
            try lifeline.fileHandleForReading.close()
            try records.seek(toOffset: 0)
            return (try records.readToEnd() ?? Data(), exit.asOfProgram)
        }
    }

    /// What a confined program is told of the file for its records.
    static let recordsPath = "/dev/fd/9"

    private func command(_ program: ChildProcess, within limits: Limits, records: URL) -> ChildProcess {
        let blocks = limits.output << 11
        // Memory is counted as it is used; this is for whoever takes more than can be counted in time.
        let addresses = (2 * limits.memory + 4096) << 10
        // `env`, because macOS keeps what tells where libraries are from programs of the system, as `sh` is.
        let environment = program.environment.map { "\($0)=\($1)" }.sorted()
        return ChildProcess(
            executable: URL(filePath: "/bin/sh"),
            arguments: ["-c", ConfinementScript.begin, "sh", records.path, "\(blocks)", "\(addresses)"]
                + entrance + ["env", "-i"] + environment + [program.executable.path] + program.arguments,
            environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"], folder: program.folder)
    }

    #if os(Linux)
        private static func entrance(
            to program: URL, toolchain: Toolchain, scratch: URL
        ) async throws -> [String] {
            let program = program.resolvingSymlinksInPath()
            let folder = program.deletingLastPathComponent()
            let resources = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".resources") }.map { folder.appending(path: $0).path }
            let visible = [try await toolchain.home(in: scratch).path, program.path] + resources
            return [
                "unshare", "--user", "--map-root-user", "--mount", "--net", "--ipc", "--uts", "--pid",
                "--fork",
                "--kill-child", "sh", "-c", ConfinementScript.enterJail + ConfinementScript.run, "sh",
                scratch.path, visible.joined(separator: "\n"),
            ]
        }
    #else
        private static func entrance(
            to program: URL, toolchain: Toolchain, scratch: URL
        ) async throws -> [String] {
            let build = program.deletingLastPathComponent().resolvingSymlinksInPath().path
            let profile = """
                (version 1)(allow default)(deny network*)(deny file-write*)(allow file-write* (subpath "/dev"))
                (deny file-read-data (subpath "/Users"))(allow file-read-data (subpath "\(build)"))
                """
            return ["sandbox-exec", "-p", profile, "sh", "-c", ConfinementScript.run, "sh"]
        }
    #endif
}

extension Isolation {
    #if os(Linux)
        fileprivate static let full = Isolation(files: true, network: true, processes: true)
    #else
        fileprivate static let full = Isolation(files: true, network: true, processes: false)
    #endif
}

extension ChildProcess.Exit {
    /// The shell in between tells a signal as a status above 128.
    fileprivate var asOfProgram: Self {
        guard !wasSignalled, status > 128 else { return self }
        let limit = status - 128 == SIGXFSZ ? Limits.Kind.output : limit
        return Self(
            status: status - 128, wasSignalled: true, limit: limit, output: output, errorOutput: errorOutput)
    }
}
