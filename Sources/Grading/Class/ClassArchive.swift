import Foundation

/// A zip archive that was handed in, which nobody has to trust: what is read of it are the files of exercises.
///
/// `unzip` lists it first. Of what is listed, regular files of a sensible size in a `Sources/Student` are unpacked,
/// into a folder that is read like one that was handed in.
struct ClassArchive {
    /// The most bytes that an archive may have, and that what is unpacked of it may have together.
    static let sizeLimit = 64 << 20
    /// The most files in an archive: a student's package has a few hundred, with what Git keeps some thousand.
    static let mostEntries = 20_000

    let file: URL
    let toolchain: Toolchain

    /// A file of the archive, as a line of what `unzip` lists tells of it.
    ///
    ///     -rw-r--r--  3.0 unx     4171 tx defN 25-Nov-21 16:04 ada/Sources/Student/Linear.swift
    private struct Entry {
        let type: Character
        let size: Int
        let path: String

        init?(_ line: Substring) {
            let pattern = /(\S)\S+ +\S+ +\S+ +(\d+) +\S+ +\S+ +\S+ +\S+ (.+)/
            guard let match = line.wholeMatch(of: pattern), let size = Int(match.2),
                let type = match.1.first
            else { return nil }
            (self.type, self.size, path) = (type, size, String(match.3))
        }

        /// Where in a package the file is, and in which folder of the archive that package is.
        var place: (folder: String?, file: String)? {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard !parts.contains(where: { ["", ".", ".."].contains($0) }) else { return nil }
            let depth = parts.starts(with: ["Sources", "Student"]) ? 0 : 1
            guard parts.dropFirst(depth).starts(with: ["Sources", "Student"]), parts.count > depth + 2 else {
                return nil
            }
            return (depth == 0 ? nil : parts[0], parts.dropFirst(depth).joined(separator: "/"))
        }
    }

    /// Unpacks the files of exercises into a folder.
    ///
    /// - Parameters:
    ///   - folder: An empty folder.
    ///   - files: The exercises' files, from a package's root.
    /// - Throws: `GradingError.archive` when it is none, or one that is not to be unpacked.
    func unpack(into folder: URL, files: Set<String>) async throws {
        let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
        guard size <= Self.sizeLimit else { throw refusal("is larger than \(Self.sizeLimit >> 20) MiB") }
        // Under a name in which `unzip` finds no pattern.
        let archive = folder.appending(path: "archive.zip")
        try FileManager.default.createSymbolicLink(at: archive, withDestinationURL: file.absoluteURL)
        let listing = try await unzip(["-Z", "-s", archive.path])
        let lines = listing.split(separator: "\n")
        guard lines.count <= Self.mostEntries else {
            throw refusal("holds more than \(Self.mostEntries) files")
        }
        let entries = lines.compactMap { Entry($0) }.filter { entry in
            entry.place.map { files.contains($0.file) } ?? false
        }
        for (path, same) in Dictionary(grouping: entries, by: \.path) where same.count > 1 {
            throw refusal("holds \(path.printable) more than once")
        }
        guard !entries.isEmpty else { return }
        let isGood = { (entry: Entry) in "-?".contains(entry.type) && entry.size <= StudentFiles.sizeLimit }
        for entry in entries where !isGood(entry) { try putStandIn(for: entry, in: folder) }
        let good = entries.filter(isGood)
        guard good.map(\.size).reduce(0, +) <= Self.sizeLimit else {
            throw refusal("unpacks to more than \(Self.sizeLimit >> 20) MiB")
        }
        guard !good.isEmpty else { return }
        _ = try await unzip(
            ["-qq", "-o", archive.path] + good.map { Self.pattern($0.path) } + ["-d", folder.path])
    }

    /// Something of which the reader of the folder says what the archive has there.
    private func putStandIn(for entry: Entry, in folder: URL) throws {
        guard let place = entry.place, entry.type != "d" else { return }
        let path = folder.appending(path: place.folder ?? ".").appending(path: place.file)
        let manager = FileManager.default
        try manager.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        if "-?".contains(entry.type) {
            try Data(count: StudentFiles.sizeLimit + 1).write(to: path)
        } else {
            try manager.createSymbolicLink(atPath: path.path, withDestinationPath: "/nowhere")
        }
    }

    /// What `unzip` takes for this path: whatever it might read as more than a letter can be anything.
    private static func pattern(_ path: String) -> String {
        path.replacing(/[^A-Za-z0-9._\/ -]+/) { _ in "*" }.replacing(/^-/) { _ in "?" }
    }

    /// Runs `unzip`, which may write no large file and not take long.
    private func unzip(_ arguments: [String]) async throws -> String {
        let blocks = max(StudentFiles.sizeLimit, 8 << 20) / 512
        let script = "ulimit -f \(blocks); exec unzip \"$@\""
        let end = ContinuousClock.now + .seconds(60)
        let exit = try await toolchain.tool(
            ["/bin/sh", "-c", script, "sh"] + arguments, in: URL(filePath: "/")
        )
        .run { _ in end < .now ? .time : nil }
        // 1 is a warning, 127 is the shell's word for what it cannot find.
        if exit.status == 127, !exit.wasSignalled { throw GradingError.noUnzip }
        guard !exit.wasSignalled, exit.limit == nil, exit.status <= 1 else {
            throw refusal("cannot be unpacked: is it a zip archive, whole and without a password?")
        }
        return exit.output
    }

    private func refusal(_ reason: String) -> GradingError {
        .archive("\(file.lastPathComponent.printable) \(reason)")
    }
}
