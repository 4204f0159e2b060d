import Foundation

/// The folder that a class's results go into: a folder for each submission, and the tables.
///
/// A submission is done when its `submission.json` is there, which is written last.
struct ClassResults: Sendable {
    let folder: URL

    private static let row = "submission.json"
    private static let run = "run.json"

    /// Results that are there.
    init(at folder: URL) { self.folder = folder }

    /// Makes the folder, where it is not there yet.
    ///
    /// - Throws: `GradingError.cannotWrite`.
    init(_ folder: URL) throws(GradingError) {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(folder.relativePath.printable, reason: error.localizedDescription)
        }
    }

    /// Takes the folder for as long as the lock is held.
    ///
    /// - Throws: `GradingError.usage` when another run has it.
    func lock() throws(GradingError) -> FileLock {
        guard let lock = try FileLock(folder.appending(path: ".lock")) else {
            throw .usage("another run is writing to \(folder.relativePath.printable): let it end first.")
        }
        return lock
    }

    /// The name of a submission's folder: its own name, or where a file system or a browser might not take that as it
    /// is, what is left of it, with a hash.
    static func folderName(for name: String) -> String {
        let kept = String(name.map { isPlain($0) ? $0 : "_" }.prefix(40))
        let isPlainText =
            kept.utf8.elementsEqual(name.precomposedStringWithCanonicalMapping.utf8)
            && kept.utf8.elementsEqual(name.utf8)
        let beginsPlainly = name.first.map { $0.isLetter || $0.isNumber } ?? false
        if isPlainText, beginsPlainly, !name.hasSuffix("."), !name.hasSuffix(" ") { return name }
        return "_\(kept)~\(SHA256.hex(name.utf8).prefix(16))"
    }

    /// The row of a submission; nil when it is not done.
    func row(of name: String) -> ClassRow? {
        let file = folder.appending(path: Self.folderName(for: name)).appending(path: Self.row)
        guard let data = try? Data(contentsOf: file),
            let row = try? JSONDecoder().decode(ClassRow.self, from: data),
            row.name.utf8.elementsEqual(name.utf8)
        else { return nil }
        return row
    }

    /// Writes what came of a submission, its row last.
    ///
    /// - Parameters:
    ///   - row: What tables show.
    ///   - documents: The reports, by their names.
    ///   - texts: The files that were graded and are no stubs, by their paths from the package's root.
    /// - Throws: `GradingError.cannotWrite`.
    func write(
        _ row: ClassRow, _ documents: [String: String], texts: [String: String]
    ) throws(GradingError) {
        let place = folder.appending(path: Self.folderName(for: row.name))
        do {
            // What is being replaced is not done any more; nor does anything of it, or of a run that died, stay.
            try? FileManager.default.removeItem(at: place.appending(path: Self.row))
            if FileManager.default.fileExists(atPath: place.path) {
                try FileManager.default.removeItem(at: place)
            }
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for (file, text) in texts {
                let path = place.appending(path: file)
                try FileManager.default.createDirectory(
                    at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: path)
            }
            for (name, text) in documents {
                try Data("\(text)\n".utf8).writeDurably(to: place.appending(path: name))
            }
            try Self.encoder.encode(row).writeDurably(to: place.appending(path: Self.row))
        } catch {
            throw .cannotWrite(place.relativePath.printable, reason: error.localizedDescription)
        }
    }

    /// Copies what came of a submission from other results, its row last.
    func copy(_ row: ClassRow, from other: ClassResults) throws(GradingError) {
        let place = folder.appending(path: Self.folderName(for: row.name))
        let source = other.folder.appending(path: Self.folderName(for: row.name))
        guard place.resolvingSymlinksInPath() != source.resolvingSymlinksInPath() else { return }
        let manager = FileManager.default
        do {
            if manager.fileExists(atPath: place.path) { try manager.removeItem(at: place) }
            try manager.createDirectory(at: place, withIntermediateDirectories: true)
            for name in try manager.contentsOfDirectory(atPath: source.path) where name != Self.row {
                try manager.copyItem(at: source.appending(path: name), to: place.appending(path: name))
            }
            try Self.encoder.encode(row).writeDurably(to: place.appending(path: Self.row))
        } catch {
            throw .cannotWrite(place.relativePath.printable, reason: error.localizedDescription)
        }
    }

    /// What a run has said of itself; nil where there was none.
    var run: ClassRunRecord? {
        (try? Data(contentsOf: folder.appending(path: Self.run)))
            .flatMap { try? JSONDecoder().decode(ClassRunRecord.self, from: $0) }
    }

    /// Writes what a run says of itself.
    func write(_ run: ClassRunRecord) throws(GradingError) {
        do {
            try Self.encoder.encode(run).writeDurably(to: folder.appending(path: Self.run))
        } catch {
            throw .cannotWrite(folder.relativePath.printable, reason: error.localizedDescription)
        }
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    /// Letters and digits of any script, and a few signs that mean nothing to anybody.
    private static func isPlain(_ character: Character) -> Bool {
        character.unicodeScalars.count == 1
            && (character.isLetter || character.isNumber || "-_. ".contains(character))
    }
}

extension Data {
    /// Writes the file whole: it is there as it was or as it is to be, also after a loss of power.
    fileprivate func writeDurably(to file: URL) throws {
        let new = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).new")
        try write(to: new)
        let handle = try FileHandle(forUpdating: new)
        try handle.synchronize()
        try handle.close()
        guard unsafe rename(new.path, file.path) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    }
}
