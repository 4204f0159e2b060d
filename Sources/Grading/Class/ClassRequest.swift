import Foundation

/// A class to grade: where it is, where the results go, and what to grade it on.
struct ClassRequest: Equatable, Sendable {
    /// The folder with a folder or a zip archive for each student.
    var submissions: URL
    /// Where a folder for each student goes, and the tables at the end.
    var results: URL
    /// How many submissions are graded at a time; as many as there are cores when nil.
    var jobs: Int?
    /// The part of the class to grade; all of it when nil.
    var shard: Shard?
    /// The exercises' ids; none for all of them.
    var exercises: [String] = []
    var limits = Limits()
}
