import Foundation

/// Joins the results of shards into one folder.
struct ClassMerge: Sendable {
    let folders: [URL]
    let results: URL
    let rubric: Rubric
    /// The package.
    let root: URL

    /// Copies the rows' folders, and writes the tables of all.
    ///
    /// - Throws: `GradingError` where a folder has no results, or two differ in what they say of one submission.
    func run() throws -> ClassReport {
        throw GradingError.usage("`merge` is being written.")
    }
}
