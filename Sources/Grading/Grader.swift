import Foundation

/// Builds, runs the exercises' tests, and scores them.
struct Grader: Sendable {
    /// The test modules that grade a student; every other one proves the kit itself.
    static let modules = ["StudentTests", "HiddenTests"]

    let workspace: Workspace
    let progress: Progress

    /// Grades exercises.
    ///
    /// - Parameters:
    ///   - exercises: What to grade.
    ///   - countingChallenges: Whether challenges go into the score: they do when asked for by name.
    /// - Returns: A report, also when the student's module does not compile.
    /// - Throws: `GradingError` when there is no telling what the student's work is worth.
    func grade(_ exercises: [Exercise], countingChallenges: Bool) async throws -> Report {
        let build = try await progress.during("Building") { try await workspace.build() }
        switch build {
        case .tests(let program):
            let existing = try await program.list()
            for exercise in exercises where Self.tests(of: exercise, in: existing).isEmpty {
                throw GradingError.noTests(exercise)
            }
            let tests = exercises.flatMap { Self.tests(of: $0, in: existing) }
            let results = try await progress.during("Running \(tests.count) tests") {
                try await program.run(tests, limits: Limits()).results
            }
            return Self.report(exercises, results, countingChallenges: countingChallenges)

        case .studentErrors(let errors, let earlier):
            let existing = try await earlier?.list() ?? []
            let results = exercises.flatMap { exercise in
                let messages = errors.filter { $0.file == exercise.source }.map(\.description)
                return Self.tests(of: exercise, in: existing).map {
                    TestResult(test: $0, displayName: nil, status: .missing, messages: messages)
                }
            }
            var report = Self.report(exercises, results, countingChallenges: countingChallenges)
            report.sourceErrors = errors
            return report
        }
    }

    /// An exercise's tests: those of its suite in the graded modules, the students' own first.
    static func tests(of exercise: Exercise, in tests: [TestName]) -> [TestName] {
        modules.flatMap { module in
            tests.filter { $0.module == module && $0.outerSuite == exercise.suite }
        }
    }

    /// The results by exercise.
    static func report(
        _ exercises: [Exercise], _ results: [TestResult], countingChallenges: Bool
    ) -> Report {
        Report(
            exercises: exercises.map { exercise in
                let own = modules.flatMap { module in
                    results.filter { $0.test.module == module && $0.test.outerSuite == exercise.suite }
                }
                return ExerciseResult(
                    exercise: exercise, tests: own, counts: countingChallenges || !exercise.challenge)
            })
    }
}
