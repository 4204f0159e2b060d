/// An exercise, its tests' results, and the points they make.
struct ExerciseResult: Sendable {
    enum Status: String, Codable, Sendable { case passed, notStarted, failed }

    let exercise: Exercise
    let tests: [TestResult]
    /// Whether the points go into the total: a challenge's do when it is asked for by name.
    let counts: Bool
    /// Why its file cannot be used, and its tests were not run; empty when it can.
    var errors: [SourceError] = []

    var passed: Int { tests.count { $0.status == .passed } }

    /// The points for the share of tests that passed, exactly: rounding is for those who print it.
    var score: Double {
        tests.isEmpty ? 0 : Double(exercise.points * passed) / Double(tests.count)
    }

    /// Whether it is code to mend that does as it did when it was handed out: no test passes, and none crashes.
    var isUntouched: Bool {
        exercise.isToMend && !tests.isEmpty && tests.allSatisfy { $0.status == .failed }
    }

    var status: Status {
        if tests.isEmpty { return .failed }
        if passed == tests.count { return .passed }
        return tests.allSatisfy { $0.status == .notStarted } ? .notStarted : .failed
    }
}
