import Foundation

@testable import Grading

/// The lessons and the other pages, beside the package that they speak of.
struct Course: Sendable {
    let root: URL
    let rubric: Rubric
    /// The lessons in the order of their numbers, and then the other pages.
    let pages: [Page]
    /// The paths of the lessons in the order of the map.
    let order: [String]

    /// The course in the package that these tests belong to.
    static let own = Result {
        try Course(
            root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent())
    }

    private static let map = "Lessons/README.md"
    private static let others = [
        "README.md", "CONTRIBUTING.md", "Solutions/README.md", "Solutions/WrongAnswers/README.md",
        "Tests/GradingTests/Fixtures/README.md",
    ]

    /// Reads the pages of the package at `root`; those that are not handed out to students may be missing.
    init(root: URL) throws {
        self.root = root
        rubric = try Rubric.load(from: root)
        let lessons = try FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: "Lessons").path
        )
        .filter { $0.hasSuffix(".md") }.sorted().map { "Lessons/\($0)" }
        pages = try (lessons + Self.others)
            .filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
            .map { path in
                Page(
                    path: path,
                    text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
            }
        var order: [String] = []
        let links = pages.first { $0.path == Self.map }?.text.matches(of: /\((\d\d-[a-z0-9-]+\.md)\)/) ?? []
        for path in links.map({ "Lessons/\($0.1)" }) where !order.contains(path) { order.append(path) }
        self.order = order
    }

    /// The pages that the map leads to.
    var lessons: [Page] { order.compactMap(page) }

    func page(_ path: String) -> Page? { pages.first { $0.path == path } }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    /// Whether the answers are here, as they are not where the course was handed out.
    var hasAnswers: Bool { exists("Solutions/Reference") }

    /// The text of the Swift files in a folder and in its folders, by their paths from there.
    func sources(in folder: String) throws -> [String: String] {
        let folder = root.appending(path: folder)
        let paths = (FileManager.default.subpaths(atPath: folder.path) ?? []).filter {
            $0.hasSuffix(".swift")
        }
        return Dictionary(
            uniqueKeysWithValues: try paths.map {
                ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            })
    }
}
