import Foundation

/// The kit's proof of itself: files, rubric, stubs and answers are what students and instructors count on.
struct KitCheck: Sendable {
    let root: URL
    let toolchain: Toolchain

    /// Takes every step and hands each over, in order, as soon as it is done.
    ///
    /// Stubs and answers are built side by side, each in its own scratch folder, because a build has long
    /// stretches that use one core alone.
    func run(_ report: (CheckStep) -> Void) async {
        async let format = CheckStep.take("format of the sources", lint)
        async let stubs = build(solutions: false)
        async let answers = build(solutions: true)

        report(await format)
        guard let rubric = await loadRubric(report) else { return }
        report(await .take("files of the exercises", FileCensus(root: root, rubric: rubric).findings))
        report(await .take("pointers into the lessons", LessonPointers(root: root, rubric: rubric).findings))

        let (stubStep, stubProgram) = await stubs
        report(stubStep)
        if let stubProgram {
            report(
                await .take("stubs: not started, or broken to mend") {
                    try await judgeStubs(stubProgram, rubric)
                })
            report(await .take("stubs and answers: interface, comments", compareInterfaces))
        }

        let (answerStep, answerProgram) = await answers
        report(answerStep)
        if let answerProgram {
            async let kit = CheckStep.take("the kit's own suites") { try await judgeKit(answerProgram) }
            async let graded = CheckStep.take("answers: all points, challenges too") {
                try await judge(answerProgram, rubric) { _ in .passed }
            }
            report(await kit)
            report(await graded)
            report(await .take("wrong answers and mutants") { try await tryMutants(rubric) })
        }
    }

    /// The rubric; nil, and the step says why, when it cannot be read: nothing else can be judged then.
    private func loadRubric(_ report: (CheckStep) -> Void) async -> Rubric? {
        var rubric: Rubric?
        let step = await CheckStep.take("rubric") {
            let loaded = try Rubric.load(from: root)
            rubric = loaded
            return .init(problems: loaded.problems())
        }
        report(step)
        return rubric
    }

    private func lint() async throws -> CheckStep.Findings {
        let paths = ["Package.swift", "Sources", "Tests", "Solutions"]
        let lint = toolchain.swift(["format", "lint", "--strict", "--recursive"] + paths, in: root)
        let exit = try await lint.run()
        return .init(problems: exit.isSuccess ? [] : [exit.output + exit.errorOutput])
    }

    private func build(solutions: Bool) async -> (CheckStep, TestProgram?) {
        let workspace = Workspace(
            root: root, toolchain: toolchain, student: solutions ? .answers : .own)
        var program: TestProgram?
        let step = await CheckStep.take(solutions ? "build of the answers" : "build of the stubs") {
            switch try await workspace.build(withKitTests: solutions) {
            case .tests(let tests):
                program = tests
                return .init(problems: [])
            case .failed(let errors, let output):
                throw GradingError.kitDoesNotBuild(errors: errors, output: output)
            }
        }
        return (step, program)
    }

    private func compareInterfaces() async throws -> CheckStep.Findings {
        let workspace = Workspace(root: root, toolchain: toolchain, student: .own)
        async let student = PublicInterface.of("Student", in: workspace)
        async let reference = PublicInterface.of("Reference", in: workspace)
        return .init(
            problems: PublicInterface.differences(student: try await student, reference: try await reference))
    }

    /// Every graded test meets a stub, or fails where the code is handed out with a defect; and every one of them
    /// belongs to an exercise.
    private func judgeStubs(_ program: TestProgram, _ rubric: Rubric) async throws -> CheckStep.Findings {
        let suites = Set(rubric.exercises.map(\.suite))
        let strays = try await program.list()
            .filter { Grader.modules.contains($0.module) && !suites.contains($0.outerSuite) }
            .map { "\($0.id): no exercise has the suite “\($0.outerSuite)”, so this test counts for nobody" }
        let findings = try await judge(program, rubric) { $0.isToMend ? .failed : .notStarted }
        return .init(passed: findings.passed, failures: strays + findings.failures)
    }

    /// Every test of every exercise comes out as expected, and no exercise is without tests.
    private func judge(
        _ program: TestProgram, _ rubric: Rubric, expecting status: (Exercise) -> TestStatus
    ) async throws -> CheckStep.Findings {
        let existing = try await program.list()
        let untested = rubric.exercises.filter { Grader.tests(of: $0, in: existing).isEmpty }
            .map { "\(GradingError.noTests($0))" }
        let tests = rubric.exercises.flatMap { Grader.tests(of: $0, in: existing) }
        let results = try await program.run(tests, limits: Limits()).flatMap(\.results)
        let findings = rubric.exercises.map { exercise in
            let own = results.filter { $0.test.outerSuite == exercise.suite }
            return CheckStep.Findings(own, expecting: status(exercise))
        }
        return .init(
            passed: findings.map(\.passed).reduce(0, +), failures: untested + findings.flatMap(\.failures))
    }

    /// The tests fail where they have to, say why, and pass where they have to.
    private func tryMutants(_ rubric: Rubric) async throws -> CheckStep.Findings {
        let quiet = Progress(output: .nullDevice, isTerminal: false)
        let study = MutantStudy(root: root, toolchain: toolchain, rubric: rubric, progress: quiet)
        return try await study.report(on: rubric.exercises).findings
    }

    /// Every test of every other module passes, and no test folder is without tests.
    private func judgeKit(_ program: TestProgram) async throws -> CheckStep.Findings {
        let tests = try await program.list()
        let modules = Set(tests.map(\.module))
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Tests").path)
        let empty = folders.filter { $0.hasSuffix("Tests") && !modules.contains($0) }.sorted()
            .map { "Tests/\($0): no test was found" }
        let results = try await program.run(
            tests.filter { !Grader.modules.contains($0.module) }, limits: nil
        ).flatMap(\.results)
        let findings = CheckStep.Findings(results.filter { $0.status != .skipped }, expecting: .passed)
        return .init(
            passed: findings.passed, failures: empty + findings.failures,
            skipped: results.count { $0.status == .skipped })
    }
}
