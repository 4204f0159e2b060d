/// What became of one test.
enum TestStatus: String, Codable, Sendable {
    case passed, failed
    /// The process died while the test ran.
    case crashed
    /// The test ran without end and was stopped.
    case timedOut
    /// The test was to run and there is no record of it.
    case missing
    /// The test met a stub that is still to be filled.
    case notStarted
    /// The test itself said that it does not apply here. Reports call it `missing`: it gives no points.
    case skipped
}

/// A test, what became of it, and what the student is told.
struct TestResult: Equatable, Sendable {
    let test: TestName
    let displayName: String?
    let status: TestStatus
    let messages: [String]
    /// The limit that the test's process was stopped for.
    var limit: Limits.Kind?
    /// How long it ran, where that is known.
    var seconds: Double?
}
