import Foundation

/// Calls of `git` that neither a user's configuration nor the repository around them has a say in.
struct Git: Sendable {
    private let environment: [String: String]

    /// Takes from the environment where programs are, and nothing else.
    init(environment: [String: String]) {
        self.environment = [
            "PATH": environment["PATH"] ?? "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C", "TZ": "UTC",
        ]
    }

    /// Runs a command of git.
    ///
    /// - Parameters:
    ///   - arguments: The words after `git`.
    ///   - folder: The folder to run in.
    ///   - extra: What git finds in its environment besides.
    /// - Returns: What it printed.
    /// - Throws: `GradingError.toolFailed` with git's own words.
    @discardableResult
    func run(
        _ arguments: [String], in folder: URL, environment extra: [String: String] = [:]
    ) async throws -> String {
        let exit = try await ChildProcess(
            executable: URL(filePath: "/usr/bin/env"), arguments: ["git"] + arguments,
            environment: environment.merging(extra) { $1 }, folder: folder
        ).run()
        guard exit.isSuccess else {
            throw GradingError.toolFailed("git \(arguments.first ?? "")", output: exit.errorOutput)
        }
        return exit.output
    }

    /// The files in a folder that its `.gitignore` does not name, by their paths from there, sorted.
    ///
    /// It need not be a repository: git looks at it from a new one elsewhere.
    func files(in folder: URL) async throws -> [String] {
        try await withTemporaryFolder { scratch in
            try await run(["init", "--quiet", "--bare", "."], in: scratch)
            let place = ["GIT_DIR": scratch.path, "GIT_WORK_TREE": folder.path]
            let list = try await run(
                ["ls-files", "-z", "--others", "--exclude-standard"], in: folder, environment: place)
            return list.split(separator: "\0").map(String.init).filter { !$0.hasSuffix("/") }.sorted()
        }
    }

    /// Git's digest of each of these files in a folder, by its path.
    func digests(of files: [String], in folder: URL) async throws -> [String: String] {
        guard !files.isEmpty else { return [:] }
        let digests = try await run(["hash-object", "--no-filters", "--"] + files, in: folder)
            .split(separator: "\n").map(String.init)
        return Dictionary(uniqueKeysWithValues: zip(files, digests))
    }
}
