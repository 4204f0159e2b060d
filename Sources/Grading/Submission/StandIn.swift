extension TestResult {
    /// The result, told in other words when the test met a stub that stands in for a file that cannot be used:
    /// the student has filled it, after all.
    func explained(by errors: [SourceError]) -> TestResult {
        guard status == .notStarted,
            let error = errors.first(where: { error in messages.contains { $0.contains("\(error.file):") } })
        else { return self }
        let state = error.kind == .compiler ? error.kind.state : "is \(error.kind.state)"
        return TestResult(
            test: test, displayName: displayName, status: .failed,
            messages: ["needs \(error.file), which \(state)"])
    }
}
