/// What a student is told of one exercise.
struct ExerciseFeedback {
    let exercise: Exercise
    /// Whether the points go into the total.
    let counts: Bool
    let status: ExerciseResult.Status
    /// How far it is, as the board says: "2 of 5 tests, crashes".
    let state: String
    let score: Double
    /// The tests that students have.
    let tests: [TestResult]
    /// How many hidden tests passed, where there are any.
    let hidden: HiddenTests?
    /// Why its file cannot be used, and its tests were not run.
    let errors: [SourceError]

    /// The hidden tests of an exercise: "3 of 5 passed".
    struct HiddenTests: Equatable {
        let passed: Int
        let count: Int
    }

    /// The points and how many there are, "7.5 / 10".
    var points: String { "\(Report.format(score, of: exercise.points)) / \(exercise.points)" }

    /// How far it is, with its hidden tests where some of them fail.
    var details: String {
        guard let hidden, status == .failed, errors.isEmpty else { return state }
        return "\(state); of the \(hidden.count) hidden ones \(hidden.passed)"
    }

    /// What is wrong with it, the first first: places in its file, or tests that failed.
    var problems: [NextStep.Problem] {
        if !errors.isEmpty { return errors.map { NextStep.Problem(name: $0.place, messages: [$0.message]) } }
        return tests.filter { $0.status != .passed }.map {
            NextStep.Problem(name: $0.title, messages: $0.messages)
        }
    }

    init(_ result: ExerciseResult, state: String) {
        let hidden = result.tests.filter(\.test.isHidden)
        exercise = result.exercise
        counts = result.counts
        status = result.status
        self.state = state
        score = result.score
        tests = result.tests.filter { !$0.test.isHidden }
        self.hidden =
            hidden.isEmpty
            ? nil : HiddenTests(passed: hidden.count { $0.status == .passed }, count: hidden.count)
        errors = result.errors
    }
}

extension TestResult {
    /// What the test is called where people read it.
    var title: String { displayName ?? test.function }
}
