import Foundation

/// Builds, runs the exercises' tests, and scores them.
struct Grader: Sendable {
    /// The test modules that grade a student; every other one proves the kit itself.
    static let modules = ["StudentTests", "HiddenTests"]

    let workspace: Workspace
    let rubric: Rubric
    let limits: Limits
    let progress: Progress
    /// Whether what the code uses is looked at.
    ///
    /// The kit's own tests leave it out, to prove that confinement and
    /// records hold without it.
    var checksCode = true

    /// What is to be run, and what has to come out of it.
    private struct Build {
        let program: TestProgram
        let tests: [TestName]
        var errors: [SourceError] = []
        var leftOut: [LeftOut] = []
    }

    /// Grades exercises.
    ///
    /// - Parameters:
    ///   - exercises: What to grade.
    ///   - countingChallenges: Whether challenges go into the score: they do when asked for by name.
    /// - Returns: A report, also when not all of the student's files compile.
    /// - Throws: `GradingError` when there is no telling what the student's work is worth.
    func grade(_ exercises: [Exercise], countingChallenges: Bool) async throws -> Report {
        let build = try await build()
        for exercise in exercises where Self.tests(of: exercise, in: build.tests).isEmpty {
            throw GradingError.noTests(exercise)
        }
        let unusable = Set(build.errors.map(\.file))
        let isUsable = { (exercise: Exercise) in exercise.source.map { !unusable.contains($0) } ?? true }
        let tests = exercises.filter(isUsable).flatMap { Self.tests(of: $0, in: build.tests) }
        // Never in one process: what a hidden test passes to a student's code must not come out of another test.
        let outcomes = try await progress.during("Running \(tests.count) tests") {
            try await build.program.run(
                tests.filter { !$0.isHidden }, tests.filter(\.isHidden), limits: limits)
        }
        let notRun = exercises.filter { !isUsable($0) }.flatMap { exercise in
            let messages = build.errors.filter { $0.file == exercise.source }.map(\.description)
            return Self.tests(of: exercise, in: build.tests).map {
                TestResult(test: $0, displayName: nil, status: .missing, messages: messages)
            }
        }
        let run = outcomes.flatMap(\.results).map { $0.explained(by: build.errors) }
        return Report(
            exercises: Self.results(
                of: exercises, run + notRun, errors: build.errors, countingChallenges: countingChallenges),
            leftOut: build.leftOut, limits: limits, isolation: outcomes[0].isolation,
            output: outcomes[0].output, hiddenOutput: outcomes[1].output, hiddenTests: rubric.hiddenTests)
    }

    private func build() async throws -> Build {
        if workspace.student == .answers {
            switch try await progress.during("Building", { try await workspace.build() }) {
            case .tests(let program): return Build(program: program, tests: try await program.list())
            case .failed(let errors, let output):
                throw GradingError.kitDoesNotBuild(errors: errors, output: output)
            }
        }
        let stubs = try Stubs.load(for: rubric, from: workspace.root)
        let files = StudentFiles(
            in: try workspace.studentsPackage(with: stubs.keys), stubs: stubs, checksCode: checksCode)
        let expected = ExpectedTests(workspace: workspace, stubs: stubs)
        var tests = expected.kept() ?? []
        if tests.isEmpty { tests = try await progress.during("Building the stubs", expected.list) }
        let student = StudentBuild(
            workspace: workspace, blame: Blame(exercises: rubric.exercises), stubs: stubs, files: files,
            limits: limits)
        let built = try await progress.during("Building", student.build)
        return Build(
            program: built.program, tests: tests, errors: files.errors + built.errors,
            leftOut: files.leftOut)
    }

    /// An exercise's tests: those of its suite in the graded modules, the students' own first.
    static func tests(of exercise: Exercise, in tests: [TestName]) -> [TestName] {
        modules.flatMap { module in
            tests.filter { $0.module == module && $0.outerSuite == exercise.suite }
        }
    }

    /// The results by exercise.
    static func results(
        of exercises: [Exercise], _ results: [TestResult], errors: [SourceError] = [],
        countingChallenges: Bool
    ) -> [ExerciseResult] {
        exercises.map { exercise in
            let own = modules.flatMap { module in
                results.filter { $0.test.module == module && $0.test.outerSuite == exercise.suite }
            }
            return ExerciseResult(
                exercise: exercise, tests: own, counts: countingChallenges || !exercise.challenge,
                errors: errors.filter { $0.file == exercise.source })
        }
    }
}
