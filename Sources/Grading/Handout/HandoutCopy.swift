import Foundation

/// A student's copy on disk: new, or one to bring up to date.
struct HandoutCopy {
    private let root: URL
    private let contents: HandoutContents
    private let git: Git
    private let folder: URL
    /// What the kit has written there; nil where there is no copy yet.
    private let record: HandoutRecord?

    var isThere: Bool { record != nil }

    /// Looks at the folder.
    ///
    /// - Throws: `GradingError.noCopy` where something else is there, or where the package itself is.
    init(root: URL, contents: HandoutContents, git: Git, folder: URL) throws {
        self.root = root
        self.contents = contents
        self.git = git
        self.folder = folder
        let manager = FileManager.default
        let package = root.resolvingSymlinksInPath().path
        guard !"\(folder.resolvingSymlinksInPath().path)/".hasPrefix("\(package)/") else {
            throw GradingError.noCopy(folder.path, reason: "is in this package: name a folder outside of it.")
        }
        record = HandoutRecord(in: folder)
        guard record == nil, manager.fileExists(atPath: folder.path) else { return }
        guard let names = try? manager.contentsOfDirectory(atPath: folder.path), names.isEmpty else {
            throw GradingError.noCopy(
                folder.path,
                reason: "is there and is no students' copy, for it has no \(HandoutRecord.path): name another"
                    + " folder, or remove it.")
        }
    }

    /// Writes a copy that is not there yet, whole.
    func write() async throws -> [String] {
        let manager = FileManager.default
        let part = folder.deletingLastPathComponent()
            .appending(path: ".\(folder.lastPathComponent).part")
        if manager.fileExists(atPath: part.path) { try manager.removeItem(at: part) }
        defer { try? manager.removeItem(at: part) }
        for path in contents.sources.keys { try install(path, in: part) }
        try await newRecord().data.write(to: part.appending(path: HandoutRecord.path))
        try Task.checkCancellation()
        // An empty folder of the name may be there.
        if manager.fileExists(atPath: folder.path) { try manager.removeItem(at: folder) }
        try manager.moveItem(at: part, to: folder)
        return [
            "Wrote \(contents.sources.count) files to \(folder.path): all that students get, and no line of an"
                + " answer.",
            "To try it:                 cd \(folder.path) && ./grade.sh",
            "To make it a repository:   cd \(folder.path) && git init && git add --all && git commit",
        ]
    }

    /// Brings the copy up to date.
    ///
    /// The record has the old and the new content while files are exchanged: what an interrupted call wrote is not
    /// taken for the student's.
    func update(at date: Date) async throws -> [String] {
        let old = record ?? HandoutRecord([:])
        let new = try await newRecord()
        let all = old.union(new)
        try refuseLinks(above: all.digests.keys)
        let isStudents = { (path: String) in path.hasPrefix("\(StudentFiles.folder)/") }
        let stubs = new.digests.keys.filter(isStudents).filter {
            old.digests[$0] == nil && state(of: $0) == .missing
        }.sorted()
        for path in stubs { try install(path, in: folder) }
        try write(all)

        let kit = all.digests.keys.filter { !isStudents($0) }.sorted()
        let there = try await git.digests(of: kit.filter { state(of: $0) == .file }, in: folder)
        var lines: [String] = []
        var counts = (new: 0, changed: 0, removed: 0)
        for path in kit {
            let isWanted = new.digests[path] != nil
            let state = state(of: path)
            if let digest = there[path], new.digests[path]?.contains(digest) == true {
                try setMode(of: path, in: folder)
                continue
            }
            if state == .missing, !isWanted { continue }
            if state != .missing, there[path].map({ all.digests[path]?.contains($0) == true }) != true {
                lines.append(try keep(path, at: date))
            }
            switch (state == .missing, isWanted) {
            case (true, _): counts.new += 1
            case (false, true): counts.changed += 1
            case (false, false): counts.removed += 1
            }
            if isWanted { try install(path, in: folder) } else { try remove(path) }
        }
        try write(new)
        let told = "\(counts.new) new, \(counts.changed) changed, \(counts.removed) removed"
        return ["\(folder.path) is up to date: \(told). Files in \(StudentFiles.folder) were left alone."]
            + stubs.map { "\($0) is new there." } + changedStubs(old, new) + lines
    }

    /// Where a student's file was begun from a stub that is another one now.
    private func changedStubs(_ old: HandoutRecord, _ new: HandoutRecord) -> [String] {
        contents.sources.keys.filter { $0.hasPrefix("\(StudentFiles.folder)/") }.sorted().filter {
            let stub = Stubs.path(of: $0)
            return old.digests[stub].map { $0.isDisjoint(with: new.digests[stub] ?? []) } == true
        }
        .map { "\($0) was left alone, and its stub has changed: \(Stubs.path(of: $0)) is the new one." }
    }

    private enum State { case missing, file, other }

    private func state(of path: String) -> State {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: folder.appending(path: path).path)
        guard let type = attributes?[.type] as? FileAttributeType else { return .missing }
        return type == .typeRegular ? .file : .other
    }

    /// Refuses a link, or a file, where a folder of the copy should be: what is written would land elsewhere.
    private func refuseLinks(above paths: some Sequence<String>) throws {
        let folders = Set(
            paths.flatMap { path in
                let parts = path.split(separator: "/").dropLast()
                return parts.indices.map { parts[...$0].joined(separator: "/") }
            })
        for path in folders.sorted() where state(of: path) != .missing {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: folder.appending(path: path).path)
            guard attributes[.type] as? FileAttributeType == .typeDirectory else {
                throw GradingError.noCopy(
                    folder.appending(path: path).path, reason: "is no folder: move it away, and try again.")
            }
        }
    }

    /// Keeps the student's version of a file of the kit; what a link leads to is nobody's to copy.
    private func keep(_ path: String, at date: Date) throws -> String {
        let file = folder.appending(path: path)
        guard state(of: path) == .file else {
            throw GradingError.noCopy(file.path, reason: "is no file: move it away, and try again.")
        }
        let copy = try KeptCopies(root: folder).keep(try Data(contentsOf: file), of: file, at: date)
        return "\(path) is the kit's, and was changed there: what it was is kept as \(copy)."
    }

    /// Puts a file of the kit where it belongs, whole.
    private func install(_ path: String, in folder: URL) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let source = contents.sources[path].map { root.appending(path: $0) } ?? root
        try Data(contentsOf: source).write(to: file, options: .atomic)
        try setMode(of: path, in: folder)
    }

    /// Programs stay programs, whatever the mask of whoever hands out.
    private func setMode(of path: String, in folder: URL) throws {
        let source = contents.sources[path].map { root.appending(path: $0).path } ?? ""
        let mode = FileManager.default.isExecutableFile(atPath: source) ? 0o755 : 0o644
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: folder.appending(path: path).path)
    }

    /// Removes a file, and the folders that are empty then.
    private func remove(_ path: String) throws {
        let manager = FileManager.default
        var item = folder.appending(path: path)
        if manager.fileExists(atPath: item.path) { try manager.removeItem(at: item) }
        item.deleteLastPathComponent()
        while item.path != folder.path, try manager.contentsOfDirectory(atPath: item.path).isEmpty {
            try manager.removeItem(at: item)
            item.deleteLastPathComponent()
        }
    }

    private func write(_ record: HandoutRecord) throws {
        try record.data.write(to: folder.appending(path: HandoutRecord.path), options: .atomic)
    }

    /// The record of a copy that is up to date.
    private func newRecord() async throws -> HandoutRecord {
        let digests = try await git.digests(of: Set(contents.sources.values).sorted(), in: root)
        return HandoutRecord(contents.sources.compactMapValues { source in digests[source].map { [$0] } })
    }
}
