import Foundation

/// Finds a student's package in what they handed in.
enum SubmissionFolder {
    /// The folder whose `Sources/Student` holds files of exercises: this one, or one folder down, as archives unpack.
    ///
    /// - Throws: `GradingError.noSubmission` when there is none, `GradingError.severalSubmissions` when there are
    ///   more.
    static func find(in folder: URL, files: some Collection<String>) throws(GradingError) -> URL {
        guard let opened = OpenFolder(folder.path) else { throw .noFolder(folder.relativePath.printable) }
        let known = Set(files.compactMap { $0.split(separator: "/").dropFirst(2).first.map(String.init) })
        if holds(opened, anyOf: known) { return folder }
        let found = opened.names().filter { name in
            guard let package = try? opened.folder(name) else { return false }
            return holds(package, anyOf: known)
        }
        guard let name = found.first else { throw .noSubmission(folder.relativePath.printable) }
        guard found.count == 1 else {
            throw .severalSubmissions(folder.relativePath.printable, found.map(\.printable))
        }
        return folder.appending(path: name)
    }

    private static func holds(_ package: borrowing OpenFolder, anyOf known: Set<String>) -> Bool {
        guard let sources = try? package.folder("Sources"), let student = try? sources.folder("Student")
        else {
            return false
        }
        return !known.isDisjoint(with: student.names())
    }
}
