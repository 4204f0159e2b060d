/// What running tests brought to light.
struct TestOutcome: Sendable {
    let results: [TestResult]
    /// What the student's code printed.
    let output: String
    let isolation: Isolation
}
