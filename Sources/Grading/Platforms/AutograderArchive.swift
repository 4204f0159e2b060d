import Foundation

/// Makes the archive that Gradescope builds an autograder from.
///
/// At its root are `setup.sh` and `run_autograder`; in `kit`, the students' copy with the answers and the hidden
/// tests. The same package gives the same archive, byte for byte.
struct AutograderArchive: Sendable {
    let root: URL
    let git: Git

    private static let scripts = "Solutions/Gradescope"
    /// What grading needs besides what students have.
    private static let added = ["\(Exercise.answers)/", "Solutions/Student/", "Tests/HiddenTests/"]

    /// Writes the archive, whole.
    ///
    /// - Returns: What was done, in a line for each.
    func write(to file: URL) async throws -> [String] {
        let folder = file.deletingLastPathComponent()
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw GradingError.noFolder(folder.path.printable) }
        let contents = try await contents()
        let data = try await archive(contents)
        try data.write(to: file, options: .atomic)
        let size = String(format: "%.1f", Double(data.count) / 1e6)
        return [
            "Wrote \(file.path.printable): \(contents.count) files, \(size) MB. It has the answers and the hidden tests.",
            "Solutions/README.md says how Gradescope has to be set up for it.",
        ]
    }

    /// The file of the package that each path of the archive is made of.
    private func contents() async throws -> [String: String] {
        let files = try await git.files(in: root)
        let handout = try HandoutContents(of: root, files: files, rubric: try Rubric.load(from: root))
        var sources = handout.sources
        for file in files where Self.added.contains(where: file.hasPrefix) { sources[file] = file }
        var contents = Dictionary(uniqueKeysWithValues: sources.map { ("kit/\($0)", $1) })
        for name in ["setup.sh", "run_autograder"] { contents[name] = "\(Self.scripts)/\(name)" }
        return contents
    }

    /// Has git make the archive: of a commit that nobody sees, in a repository that is gone afterwards.
    private func archive(_ contents: [String: String]) async throws -> Data {
        try await withTemporaryFolder { scratch in
            try await git.run(["init", "--quiet", "--bare", "."], in: scratch)
            let file = scratch.appending(path: "archive.zip")
            let date = "2000-01-01T00:00:00Z"
            let environment = [
                "GIT_DIR": scratch.path, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
                "GIT_AUTHOR_NAME": "kit", "GIT_AUTHOR_EMAIL": "kit", "GIT_COMMITTER_NAME": "kit",
                "GIT_COMMITTER_EMAIL": "kit",
            ]
            let call = { (arguments: [String]) in
                try await git.run(arguments, in: root, environment: environment)
                    .trimmingCharacters(in: .newlines)
            }
            let sources = Set(contents.values).sorted()
            let blobs = try await call(["hash-object", "-w", "--no-filters", "--"] + sources)
                .split(separator: "\n")
            let digests = Dictionary(uniqueKeysWithValues: zip(sources, blobs))
            let entries = contents.sorted { $0.key < $1.key }.flatMap { path, source in
                ["--cacheinfo", "\(mode(of: source)),\(digests[source] ?? ""),\(path)"]
            }
            _ = try await call(["update-index", "--add"] + entries)
            let tree = try await call(["write-tree"])
            let commit = try await call(["commit-tree", tree, "-m", "The autograder"])
            _ = try await call(["archive", "--format=zip", "-9", "--output=\(file.path)", commit])
            return try Data(contentsOf: file)
        }
    }

    private func mode(of file: String) -> String {
        FileManager.default.isExecutableFile(atPath: root.appending(path: file).path) ? "100755" : "100644"
    }
}
