import Foundation

/// The files that students start from, in a copy that nobody edits: a stub stands in for what does not compile.
enum Stubs {
    /// Where the copies are; `check` compares them with `Sources/Student`.
    static let folder = "Tests/Stubs"

    /// Where the copy of a student's file is: "Tests/Stubs/Linear.swift" of "Sources/Student/Linear.swift".
    static func path(of source: String) -> String {
        folder + source.dropFirst(StudentFiles.folder.count)
    }

    /// The stubs of all exercises, by the paths of the files that they stand for.
    static func load(for rubric: Rubric, from root: URL) throws(GradingError) -> [String: String] {
        var stubs: [String: String] = [:]
        for source in rubric.exercises.compactMap(\.source) {
            let stub = path(of: source)
            guard let text = try? String(contentsOf: root.appending(path: stub), encoding: .utf8) else {
                throw .noStub(stub)
            }
            stubs[source] = text
        }
        return stubs
    }
}
