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

    /// The hidden tests of an exercise, of which no more is told.
    struct HiddenTests: Equatable {
        let passed: Int
        let count: Int

        var isPassed: Bool { passed == count }

        /// What to make of it.
        var text: String {
            let counts = "\(passed) of \(count) hidden tests passed."
            guard !isPassed else { return counts }
            return """
                \(counts) They hold your code to the same page, with other shapes and values than the tests that \
                you have: look at what yours leave open.
                """
        }
    }

    /// The points and how many there are, "7.5 / 10".
    var points: String { "\(Report.format(score, of: exercise.points)) / \(exercise.points)" }

    /// How far it is, with its hidden tests where some of them fail.
    var details: String {
        guard let hidden, status == .failed, errors.isEmpty else { return state }
        return "\(state); hidden tests: \(hidden.passed) of \(hidden.count)"
    }

    /// How many tests there are, the hidden ones too.
    var count: Int { tests.count + (hidden?.count ?? 0) }

    /// What is wrong with it, the first first: places in its file, or tests that failed.
    var problems: [NextStep.Problem] {
        if !errors.isEmpty { return errors.map { NextStep.Problem(name: $0.place, messages: [$0.message]) } }
        let failed = tests.filter { $0.status != .passed }.map {
            NextStep.Problem(name: $0.title, messages: $0.messages)
        }
        guard let hidden, !hidden.isPassed else { return failed }
        return failed + [NextStep.Problem(name: "hidden tests", messages: [hidden.text])]
    }

    init(_ result: ExerciseResult, state: String) {
        exercise = result.exercise
        counts = result.counts
        status = result.status
        self.state = state
        score = result.score
        tests = result.tests.filter { !$0.test.isHidden }
        hidden = result.hidden
        errors = result.errors
    }
}

extension ExerciseResult {
    /// How many of its hidden tests passed; nil where there are none.
    var hidden: ExerciseFeedback.HiddenTests? {
        let hidden = tests.filter(\.test.isHidden)
        guard !hidden.isEmpty else { return nil }
        return ExerciseFeedback.HiddenTests(
            passed: hidden.count { $0.status == .passed }, count: hidden.count)
    }
}

extension TestResult {
    /// What the test is called where people read it.
    var title: String { displayName ?? test.function }
}
