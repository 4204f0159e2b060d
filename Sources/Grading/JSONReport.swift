/// The report for other programs, whose keys are a promise: autograders parse them.
struct JSONReport: JSONDocument {
    let score: Double
    let maxScore: Int
    let exercises: [Exercise]
    let leftOut: [LeftOut]
    let limits: Limits
    let limitsHit: [Grading.Limits.Kind]
    let isolation: Isolation
    let output: String

    struct Limits: Encodable {
        let secondsPerTest: Int
        let secondsPerRun: Int
        let memoryMiB: Int
        let outputMiB: Int
        let processes: Int
    }

    struct Exercise: Encodable {
        let id: String
        let title: String
        let score: Double
        let maxScore: Int
        let status: ExerciseResult.Status
        let tests: [Test]
    }

    struct Test: Encodable {
        let module: String
        let suite: String
        let name: String
        let displayName: String
        let status: TestStatus
        let messages: [String]
    }

    init(_ report: Report) {
        score = report.score
        maxScore = report.maxScore
        leftOut = LeftOut.list(report.leftOut)
        limits = Limits(
            secondsPerTest: report.limits.secondsPerTest, secondsPerRun: report.limits.secondsPerRun,
            memoryMiB: report.limits.memory, outputMiB: report.limits.output,
            processes: report.limits.processes)
        limitsHit = report.limitsHit
        isolation = report.isolation
        output = report.output + report.hiddenOutput
        exercises = report.exercises.map { result in
            Exercise(
                id: result.exercise.id, title: result.exercise.title, score: result.score,
                maxScore: result.exercise.points, status: result.status,
                tests: result.tests.map { result in
                    Test(
                        module: result.test.module, suite: result.test.suite, name: result.test.function,
                        displayName: result.displayName ?? result.test.function,
                        status: result.status == .skipped ? .missing : result.status,
                        messages: result.messages)
                })
        }
    }
}
