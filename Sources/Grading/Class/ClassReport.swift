import Foundation

/// A class, graded: its rows by name, and what they show together.
struct ClassReport: Sendable {
    let rows: [ClassRow]
    let rubric: Rubric
    /// The package.
    let root: URL

    /// What is printed at the end of a run.
    var summary: String { "\(rows.count) submissions" }

    /// Writes `grades.csv`, `class.html` and `class.json`, each whole.
    func write(to results: URL) throws {
    }
}
