import Foundation

/// The report as Classroom 50 collects it: `result.json` beside the student's files.
///
/// A test is an exercise: Classroom 50 takes whole points only, so what an exercise brings is rounded, and never up
/// to all of its points.
///
/// Source: https://github.com/foundation50/classroom50/wiki/Advanced-Autograding#the-resultjson-contract
struct Classroom50Report: JSONDocument {
    let schema = "classroom50/result/v1"
    let classroom: String
    let assignment: String
    let assignmentType: String
    let owner: String
    let submission: String
    let commit: String
    let release: String
    let review: String
    let datetime: String
    let score: Int
    let maxScore: Int
    let tests: [Test]

    struct Test: Encodable {
        let name: String
        let passed: Bool
        let score: Int
        let maxScore: Int
        /// What to do about it; Classroom 50 keeps what it does not know.
        let message: String

        private enum CodingKeys: String, CodingKey {
            case name = "test-name"
            case passed, score, message
            case maxScore = "max-score"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case schema, classroom, assignment, owner, submission, commit, release, review, datetime, score, tests
        case assignmentType = "assignment_type"
        case maxScore = "max-score"
    }

    init(_ feedback: Feedback, origin: Origin, date: Date) {
        classroom = origin.classroom
        assignment = origin.assignment
        assignmentType = origin.assignmentType
        owner = origin.owner.isEmpty ? feedback.name ?? "" : origin.owner
        submission = origin.submission
        commit = origin.commit
        release = origin.release
        review = origin.review
        datetime = date.formatted(.iso8601)
        tests = feedback.exercises.map(Self.test)
        score = tests.map(\.score).reduce(0, +)
        maxScore = tests.map(\.maxScore).reduce(0, +)
    }

    private static func test(_ each: ExerciseFeedback) -> Test {
        let all = each.counts ? each.exercise.points : 0
        let isPassed = each.status == .passed
        let problem = each.problems.first.map { [$0.name].compactMap(\.self) + $0.messages } ?? []
        return Test(
            name: each.exercise.title, passed: isPassed,
            score: isPassed ? all : max(0, min(all - 1, Int(each.score.rounded()))), maxScore: all,
            message: ([each.details] + problem).joined(separator: "\n"))
    }
}
