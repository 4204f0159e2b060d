/// What came of running tests.
struct TestOutcome: Sendable {
    let results: [TestResult]
    /// What the student's code printed, the beginning of it.
    let output: String
    let isolation: Isolation
}
