import Foundation

/// A class, graded: what its rows show together, for instructors.
struct ClassReport: Sendable {
    let document: ClassDocument
    private let rubric: Rubric
    private let root: URL

    /// Looks at the rows together.
    ///
    /// - Parameters:
    ///   - rows: In any order.
    ///   - rubric: The exercises that were graded, and others.
    ///   - root: The package, for the lessons and the stubs.
    init(rows: [ClassRow], rubric: Rubric, root: URL) {
        let links = rows.flatMap(\.exercises).flatMap(\.mistakes).compactMap(\.lesson)
        document = ClassDocument(
            rows: rows.sorted(by: Self.isOrdered), rubric: rubric, lessons: LessonAnchors(links, in: root))
        self.rubric = rubric
        self.root = root
    }

    /// By name, in the order of its bytes: names that look the same stay two.
    private static func isOrdered(_ one: ClassRow, _ other: ClassRow) -> Bool {
        one.name.utf8.elementsEqual(other.name.utf8)
            ? one.folder.utf8.lexicographicallyPrecedes(other.folder.utf8)
            : one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
    }

    /// Writes `grades.csv`, `class.html` and `class.json`, each whole.
    ///
    /// - Parameter results: The folder of the results, with those of each submission in it.
    /// - Throws: `GradingError` where there is a stub missing; what writing throws.
    func write(to results: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let code = PairCode(results: results, stubs: try Stubs.load(for: rubric, from: root))
        try (encoder.encode(document) + Data("\n".utf8))
            .write(to: results.appending(path: "class.json"), options: .atomic)
        try Data(GradesCSV(document: document).text.utf8)
            .write(to: results.appending(path: "grades.csv"), options: .atomic)
        try Data(ClassPage(document: document, code: code).text.utf8)
            .write(to: results.appending(path: Self.page), options: .atomic)
    }

    private static let page = "class.html"

    /// What is printed at the end of a run.
    var summary: String {
        let summary = document.summary
        var lines = ["\(summary.graded) graded, \(summary.refused) refused"]
        if let mean = summary.mean, let median = summary.median {
            let points = [mean, median].map { String(format: "%.1f", $0) }
            lines[0] += ": mean \(points[0]), median \(points[1]) of \(document.maxScore)"
        }
        if summary.withUnusableFiles > 0 {
            lines.append("\(summary.withUnusableFiles) with files that do not compile, or may not be used")
        }
        let mistakes = document.exercises.flatMap { each in each.mistakes.map { (each.title, $0) } }
            .sorted { $0.1.count > $1.1.count }
        if !mistakes.isEmpty { lines.append("Most frequent mistakes:") }
        lines += mistakes.prefix(3).map { "  \($1.count) × \($0): \($1.text.printable)" }
        let similar = document.similar
        let pairs = similar.pairs.count + similar.pairsLeftOut
        if pairs + similar.groups.count > 0 {
            lines.append(
                "Near-identical code: \(pairs) pairs, \(similar.groups.count) groups of the very same")
        }
        return (lines + ["\(Self.page) in the folder of the results shows all of it."]).joined(
            separator: "\n")
    }
}
