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
            if let reason = Self.reason(against: name, in: opened) {
                leftOut.append(LeftOut(file: name.printable, reason: reason))
            } else {
                let isArchive = (try? opened.folder(name)) == nil
                submissions.append(
                    Submission(
                        name: isArchive ? String(name.dropLast(4)) : name,
                        place: folder.appending(path: name), isArchive: isArchive))
            }
        }
        submissions.sort { ($0.name, $0.place.path) < ($1.name, $1.place.path) }
        for (first, second) in zip(submissions, submissions.dropFirst()) where first.name == second.name {
            let names = [first, second].map { $0.place.lastPathComponent.printable }
            throw .usage(
                "\(names.joined(separator: " and ")) are both submissions of “\(first.name.printable)”:"
                    + " keep one of them in \(folder.relativePath.printable).")
        }
        if submissions.isEmpty {
            throw .usage("there is no folder and no zip archive in \(folder.relativePath.printable).")
        }
    }

    /// Why it is no submission; nil when it is one.
    private static func reason(against name: String, in folder: borrowing OpenFolder) -> String? {
        if name.hasPrefix(".") || name == "__MACOSX" { return "is hidden" }
        // A name of other bytes comes with this in their place, and opens nothing.
        if name.contains("\u{FFFD}") { return "has a name that is not text in UTF-8: rename it" }
        do throws(OpenFolder.Refusal) {
            _ = try folder.folder(name)
            return nil
        } catch {
            if case .link = error { return "\(error)" }
            if case .unreadable = error, !name.lowercased().hasSuffix(".zip") { return "\(error)" }
            return name.lowercased().hasSuffix(".zip") ? nil : "is neither a folder nor a zip archive"
        }
    }
}
