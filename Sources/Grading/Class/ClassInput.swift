import Foundation

/// What there is to grade in a folder: its folders and its zip archives, by their names.
struct ClassInput: Sendable {
    /// Something that was handed in.
    struct Submission: Equatable, Sendable {
        /// The name of the folder, or of the archive without ".zip".
        let name: String
        let place: URL
        let isArchive: Bool
    }

    /// In the order of their names.
    private(set) var submissions: [Submission] = []
    /// What is neither a folder nor an archive.
    private(set) var leftOut: [LeftOut] = []

    /// Looks into a folder.
    ///
    /// - Throws: `GradingError.noFolder`; `GradingError.usage` when it is empty, or has a folder and an archive of
    ///   one name.
    init(in folder: URL) throws(GradingError) {
        guard let opened = OpenFolder(folder.path) else { throw .noFolder(folder.relativePath.printable) }
        for name in opened.names() {
            switch Self.kind(of: name, in: opened) {
            case .folder:
                add(name, at: folder.appending(path: name), isArchive: false)
            case .archive:
                add(String(name.dropLast(4)), at: folder.appending(path: name), isArchive: true)
            case .other(let reason):
                leftOut.append(LeftOut(file: name.printable, reason: reason))
            }
        }
        // By their bytes: names that look alike stay two.
        submissions.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for (first, second) in zip(submissions, submissions.dropFirst())
        where first.name.utf8.elementsEqual(second.name.utf8) {
            let names = [first, second].map { $0.place.lastPathComponent.printable }
            throw .usage(
                "\(names.joined(separator: " and ")) are both submissions of “\(first.name.printable)”:"
                    + " keep one of them in \(folder.relativePath.printable).")
        }
        if submissions.isEmpty {
            throw .usage("there is no folder and no zip archive in \(folder.relativePath.printable).")
        }
    }

    private mutating func add(_ name: String, at place: URL, isArchive: Bool) {
        submissions.append(Submission(name: name, place: place, isArchive: isArchive))
    }

    private enum Kind {
        case folder, archive
        /// With the reason why it is neither.
        case other(String)
    }

    private static func kind(of name: String, in folder: borrowing OpenFolder) -> Kind {
        if name.hasPrefix(".") || name == "__MACOSX" { return .other("is hidden") }
        // A name of other bytes comes with this in their place, and opens nothing.
        if name.contains("\u{FFFD}") { return .other("has a name that is not text in UTF-8: rename it") }
        do throws(OpenFolder.Refusal) {
            _ = try folder.folder(name)
            return .folder
        } catch {
            switch error {
            // There, and closed to us: whose it is gets told of it.
            case .folder: return .folder
            case .link: return .other("\(error)")
            default:
                let isArchive = name.lowercased().hasSuffix(".zip") && name.count > 4
                return isArchive ? .archive : .other("is neither a folder nor a zip archive")
            }
        }
    }
}
