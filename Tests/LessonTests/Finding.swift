/// What is wrong with a page, and in which line.
struct Finding: Equatable, Sendable, CustomStringConvertible {
    /// The page's path from the package's root.
    let page: String
    let line: Int
    let problem: String

    /// "Lessons/04-linear.md:12: …", so that editors and terminals lead there.
    var description: String { "\(page):\(line): \(problem)" }
}
