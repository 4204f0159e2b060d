import Foundation

/// What a student hands in: the files that can be built, what is wrong with others, and what takes no part.
struct StudentFiles: Sendable {
    /// Where the files are, from the root of the student's package.
    static let folder = "Sources/Student"
    /// The most bytes that a file may have: many times the longest answer.
    static let sizeLimit = 256 * 1024

    /// The files that can be built, by their paths from the package's root.
    private(set) var texts: [String: String] = [:]
    /// Why the other files of the rubric cannot be used.
    private(set) var errors: [SourceError] = []
    private(set) var leftOut: [LeftOut] = []

    /// Reads the files that the kit has stubs for, and refuses what they may not use.
    init(in root: URL, stubs: [String: String], checksCode: Bool = true) {
        if let folder = OpenFolder(root.path), let sources = try? folder.folder("Sources"),
            let student = try? sources.folder("Student")
        {
            read(student, path: Self.folder, known: Set(stubs.keys))
        }
        let missing = Set(stubs.keys).subtracting(texts.keys).subtracting(errors.map(\.file))
        errors += missing.map { file in
            SourceError(kind: .missing, file: file, message: "is missing: \(Self.remedy(file))")
        }
        errors += texts.filter { (try? SwiftLexer($0.value).tokens.isEmpty) ?? false }.keys.map { file in
            SourceError(kind: .unreadable, file: file, message: "is empty: \(Self.remedy(file))")
        }
        if checksCode { errors += AllowedCode(stubs: stubs).errors(in: texts) }
        for error in errors { texts[error.file] = nil }
    }

    private mutating func read(_ folder: borrowing OpenFolder, path: String, known: Set<String>) {
        for name in folder.names() {
            let file = "\(path)/\(name)"
            do throws(OpenFolder.Refusal) {
                if known.contains(file) {
                    read(try folder.contents(of: name, limit: Self.sizeLimit), of: file)
                } else if known.contains(where: { $0.hasPrefix("\(file)/") }) {
                    read(try folder.folder(name), path: file, known: known)
                } else if !Self.isOfTheFinder(name) {
                    leaveOut(file, Self.reason(against: file, known: known))
                }
            } catch {
                leaveOut(file, "\(error)")
                if known.contains(file) {
                    errors.append(SourceError(kind: .unreadable, file: file, message: "\(error)"))
                }
            }
        }
    }

    private mutating func read(_ data: Data, of file: String) {
        if let text = String(validating: data, as: UTF8.self) {
            texts[file] = text
        } else {
            errors.append(SourceError(kind: .unreadable, file: file, message: "is not text in UTF-8"))
        }
    }

    /// What macOS leaves in folders and archives.
    private static func isOfTheFinder(_ name: String) -> Bool {
        name == ".DS_Store" || name.hasPrefix("._")
    }

    private static func remedy(_ file: String) -> String {
        "`cp \(Stubs.path(of: file)) \(file)` brings the stub back"
    }

    private mutating func leaveOut(_ file: String, _ reason: String) {
        leftOut.append(LeftOut(file: file.printable, reason: reason))
    }

    private static func reason(against file: String, known: Set<String>) -> String {
        let meant = known.first { $0.lowercased() == file.lowercased() }
        return meant.map { "is not \($0): capitals count" } ?? "belongs to no exercise"
    }
}
