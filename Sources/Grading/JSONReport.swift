import Foundation

/// The report for other programs, whose keys are a promise: autograders parse them.
struct JSONReport: Encodable {
    let score: Double
    let maxScore: Int
    let exercises: [Exercise]

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

    /// The report as text, with its keys in one order always.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
