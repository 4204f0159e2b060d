import Foundation

/// Writes what students get: the package without its answers.
struct Handout: Sendable {
    let root: URL
    let git: Git

    /// Writes the student's copy to `folder`, or brings the one there up to date: `Sources/Student` is never touched
    /// there.
    ///
    /// A new copy is written beside the folder and takes its name when it is whole. One that is there is changed file
    /// by file; after an interruption the next call does what is left.
    ///
    /// - Returns: What was done, in a line for each.
    /// - Throws: `GradingError.givesAnswersAway` before anything is written; `GradingError.noCopy` where the folder is
    ///   something else; what writing throws.
    func write(to folder: URL, at date: Date = .now) async throws -> [String] {
        let folder = folder.standardizedFileURL
        let rubric = try Rubric.load(from: root)
        let contents = try HandoutContents(
            of: root, files: try await git.files(in: root), rubric: rubric)
        let leaks = try contents.leaks(from: root)
        guard leaks.isEmpty else { throw GradingError.givesAnswersAway(leaks) }
        let copy = try HandoutCopy(root: root, contents: contents, git: git, folder: folder)
        let lines = try await copy.isThere ? copy.update(at: date) : copy.write()
        return lines
            + contents.filledStubs.map {
                "\($0) is filled in here: students get the stub, \(Stubs.path(of: $0))."
            }
    }
}
