import Foundation

/// Grades the submissions of a class, several at a time, and goes on where an earlier run ended.
struct ClassRun: Sendable {
    let request: ClassRequest
    let root: URL
    let toolchain: Toolchain
    let rubric: Rubric
    let progress: Progress

    /// Grades what has not been graded yet, and writes the tables.
    ///
    /// - Returns: The class, for those who print a summary.
    /// - Throws: `GradingError`; `CancellationError` when interrupted: what is done stays.
    func run() async throws -> ClassReport {
        throw GradingError.usage("`class` is being written.")
    }
}
