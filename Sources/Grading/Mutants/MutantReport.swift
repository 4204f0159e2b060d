/// What came of trying the tests: how good they are, exercise by exercise.
struct MutantReport: Sendable {
    let exercises: [ExerciseTrials]
    let duration: Duration

    /// The least share of the wrong answers whose mistake has to be named, from 0 to 1.
    static let leastNamed = 0.9

    /// What is right, and a paragraph for each thing that is not.
    var findings: CheckStep.Findings {
        let all = exercises.map(\.findings)
        return CheckStep.Findings(
            passed: all.map(\.passed).reduce(0, +), failures: all.flatMap(\.failures) + tooFewNamed)
    }

    private var tooFewNamed: [String] {
        let wrong = exercises.map(\.wrong.count).reduce(0, +)
        let named = exercises.map(\.named).reduce(0, +)
        guard Double(named) < Self.leastNamed * Double(wrong) else { return [] }
        return [
            "\(named) of \(wrong) wrong answers are named, and \(Int(100 * Self.leastNamed)) % is the least"
        ]
    }
}
