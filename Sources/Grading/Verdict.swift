/// What becomes of a test, and why.
struct Verdict: Equatable, Sendable {
    let status: TestStatus
    var messages: [String] = []
    /// The limit that the test's process was stopped for.
    var limit: Limits.Kind?
}
