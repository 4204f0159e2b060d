import Foundation

/// What students get: which file of the package stands where in their copy.
struct HandoutContents: Sendable {
    /// The file that each path of the copy is made of; both from a package's root.
    let sources: [String: String]
    /// The files of `Sources/Student` that are not the stubs any more: not they are handed out, but the stubs.
    let filledStubs: [String]

    /// What lies over the rest: the copy's own README, and what is only there.
    static let ownFolder = "Solutions/Handout"

    /// All that may be handed out: what is not named here stays with the instructor, whatever it is.
    private static let names = [
        ".devcontainer", ".editorconfig", ".gitignore", ".swift-format", ".vscode", "LICENSE", "Lessons",
        "NOTICE", "Package.swift", "Sources/Charts", "Sources/Datasets", "Sources/Grading",
        "Sources/LinearAlgebra", "Sources/NeuralNetwork", "Sources/Training", "Sources/grade",
        "Sources/train", "Tests/StudentTests", "Tests/Stubs", "Tests/TestSupport", "grade.sh",
    ]

    /// Chooses among a package's files.
    ///
    /// - Parameters:
    ///   - root: The package with the answers.
    ///   - files: Its files, by their paths from there.
    ///   - rubric: The exercises whose stubs are handed out.
    /// - Throws: `GradingError.noStub`.
    init(of root: URL, files: [String], rubric: Rubric) throws(GradingError) {
        let stubs = try Stubs.load(for: rubric, from: root)
        var sources: [String: String] = [:]
        for file in files where Self.isHandedOut(file) { sources[file] = file }
        for file in files where file.hasPrefix("\(Self.ownFolder)/") {
            sources[String(file.dropFirst(Self.ownFolder.count + 1))] = file
        }
        for source in stubs.keys { sources[source] = Stubs.path(of: source) }
        self.sources = sources
        filledStubs = stubs.filter { source, stub in
            (try? String(contentsOf: root.appending(path: source), encoding: .utf8)).map { $0 != stub }
                == true
        }.keys.sorted()
    }

    /// Whether a file of the package goes into the copy as it is.
    static func isHandedOut(_ file: String) -> Bool {
        names.contains { file == $0 || file.hasPrefix("\($0)/") }
    }

    /// The lines of answers that would be handed out, a sentence each, with their places.
    func leaks(from root: URL) throws -> [String] {
        let answers = AnswerLines(
            of: try Self.swiftFiles(in: root.appending(path: Exercise.answers)),
            stubs: try Self.swiftFiles(in: root.appending(path: Stubs.folder)).values)
        return try Set(sources.values).sorted().flatMap { source in
            // What is no text in UTF-8 is a data set or a picture.
            let data = try Data(contentsOf: root.appending(path: source))
            let found = String(validating: data, as: UTF8.self).map { answers.found(in: $0) } ?? []
            return found.map {
                "\(source):\($0.line): “\($0.answer)” is a line of \(Exercise.answers)/\($0.file)"
            }
        }
    }

    private static func swiftFiles(in folder: URL) throws -> [String: String] {
        let paths = (FileManager.default.subpaths(atPath: folder.path) ?? []).filter {
            $0.hasSuffix(".swift")
        }
        return Dictionary(
            uniqueKeysWithValues: try paths.map {
                ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            })
    }
}
