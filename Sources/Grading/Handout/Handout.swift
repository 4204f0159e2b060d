import Foundation

/// Writes what students get: the package without its answers.
struct Handout: Sendable {
    let root: URL

    /// Writes the student's copy to `folder`, or brings one there up to date: `Sources/Student` is never touched there.
    ///
    /// - Returns: What was done, in a line for each.
    func write(to folder: URL) async throws -> [String] {
        throw GradingError.usage("`handout` is being written.")
    }
}
