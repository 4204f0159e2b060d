import Foundation

/// The files that made-up students have: by their paths in `Sources/Student`.
struct Kit {
    let answers: [String: String]
    let stubs: [String: String]
    /// Answers with a mistake in them, as `Solutions/WrongAnswers` tells them.
    let wrong: [String: [String]]

    private struct Tried: Decodable {
        struct Entry: Decodable { let edits: [Edit] }
        struct Edit: Decodable { let original: String, replacement: String }
        let wrong: [Entry]?
    }

    init(root: URL) throws {
        answers = try Self.texts(in: root.appending(path: "Solutions/Reference"))
        stubs = try Self.texts(in: root.appending(path: "Tests/Stubs"))
        var wrong: [String: [String]] = [:]
        for (file, answer) in answers {
            let path = "Solutions/WrongAnswers/\(file.dropLast(".swift".count)).json"
            let tried = try JSONDecoder().decode(
                Tried.self, from: Data(contentsOf: root.appending(path: path)))
            wrong[file] = (tried.wrong ?? []).map { entry in
                entry.edits.reduce(answer) { $0.replacing($1.original, with: $1.replacement) }
            }
        }
        self.wrong = wrong
    }

    private static func texts(in folder: URL) throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }
        return Dictionary(
            uniqueKeysWithValues: try paths.map {
                ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            })
    }
}
