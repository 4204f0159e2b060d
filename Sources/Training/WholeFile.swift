import Foundation

/// Files that are read and written whole: a reader never sees half of one.
enum WholeFile {
    /// Reads a file; a pipe or a device, which might never end, is no file.
    static func read(_ url: URL) throws(TrainingFileError) -> Data {
        guard exists(url) else { throw TrainingFileError(url, .missing) }
        guard isFile(url) else { throw TrainingFileError(url, .notAFile) }
        do {
            return try Data(contentsOf: url)
        } catch {
            throw TrainingFileError(url, .unreadable(reason: error.systemReason))
        }
    }

    /// Writes a file under a temporary name, and renames it; the old one stays when that fails.
    ///
    /// Folders around it that are missing are made. A link stays a link: the file that it leads to is replaced. What
    /// is there and is no file is not replaced.
    static func write(_ data: Data, to url: URL) throws(TrainingFileError) {
        guard !exists(url) || isFile(url) else { throw TrainingFileError(url, .notAFile) }
        try makeFolder(url.absoluteURL.deletingLastPathComponent())
        try doing(url) { try data.write(to: url.resolvingSymlinksInPath(), options: .atomic) }
    }

    /// Writes a value as JSON: its keys sorted, numbers in full precision, NaN and infinity as the texts "NaN",
    /// "Infinity" and "-Infinity", which Python's `float` reads too.
    static func write(json value: some Encodable, to url: URL) throws(TrainingFileError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        let data: Data
        do {
            data = try encoder.encode(value)
        } catch {
            throw TrainingFileError(url, .unwritable(reason: "\(error)"))
        }
        try write(data + Data("\n".utf8), to: url)
    }

    /// Makes a folder, and those around it, where there is none.
    static func makeFolder(_ url: URL) throws(TrainingFileError) {
        guard !exists(url) || isFolder(url) else { throw TrainingFileError(url, .notAFolder) }
        try doing(url) { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    }

    /// Runs what changes files, and tells what it throws as what is wrong with one of them.
    static func doing(_ url: URL, _ change: () throws -> Void) throws(TrainingFileError) {
        do {
            try change()
        } catch {
            throw TrainingFileError(url, .unwritable(reason: error.systemReason))
        }
    }

    static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

    static func isFolder(_ url: URL) -> Bool { type(of: url) == .typeDirectory }

    private static func isFile(_ url: URL) -> Bool { type(of: url) == .typeRegular }

    private static func type(of url: URL) -> FileAttributeType? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
        return attributes?[.type] as? FileAttributeType
    }
}

extension Error {
    /// Why the system refused, in its own words: "No space left on device".
    var systemReason: String {
        let cause = (self as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        return (cause as NSError?)?.localizedFailureReason ?? localizedDescription
    }
}
