/// The report as Gradescope reads it: `/autograder/results/results.json`.
///
/// A test for each that students have, with its share of its exercise's points, and one for all hidden tests of an
/// exercise, which says how many passed. The score stands at the top, so that no rounding of shares adds up to less.
///
/// Source: https://gradescope-autograders.readthedocs.io/en/latest/specs/
struct GradescopeReport: JSONDocument {
    let score: Double
    let executionTime: Double
    let output: String
    let outputFormat = "text"
    let testOutputFormat = "text"
    let testNameFormat = "text"
    let visibility = Visibility.visible
    /// What the autograder prints is for instructors.
    let stdoutVisibility = Visibility.hidden
    let tests: [Test]

    struct Test: Encodable {
        /// None for a challenge that does not count: its points are in no total.
        let score: Double?
        let maxScore: Double?
        let status: Status
        let name: String
        /// "3.1" is the first test of the third exercise.
        let number: String
        let output: String
        let tags: [String]
        let visibility: Visibility

        enum Status: String, Encodable { case passed, failed }

        private enum CodingKeys: String, CodingKey {
            case score, status, name, number, output, tags, visibility
            case maxScore = "max_score"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case score, output, visibility, tests
        case executionTime = "execution_time"
        case outputFormat = "output_format"
        case testOutputFormat = "test_output_format"
        case testNameFormat = "test_name_format"
        case stdoutVisibility = "stdout_visibility"
    }

    init(_ feedback: Feedback, seconds: Double) {
        score = feedback.score
        executionTime = seconds
        output = feedback.board
        tests = zip(1..., feedback.exercises).flatMap { index, each in
            Self.tests(of: each, number: index, hiddenTests: feedback.hiddenTests)
        }
    }

    private static func tests(
        of each: ExerciseFeedback, number: Int, hiddenTests: Visibility
    ) -> [Test] {
        let kind = each.exercise.challenge ? " (challenge)" : ""
        let share = Double(each.exercise.points) / Double(max(1, each.count))
        let test = { (name: String, index: Int, passed: Int, count: Int, output: String, when: Visibility) in
            Test(
                score: each.counts ? share * Double(passed) : nil,
                maxScore: each.counts ? share * Double(count) : nil,
                status: passed == count ? .passed : .failed, name: "\(each.exercise.title)\(kind): \(name)",
                number: "\(number).\(index)", output: output, tags: [each.exercise.id], visibility: when)
        }
        let own = zip(1..., each.tests).map { index, result in
            test(
                result.title, index, result.status == .passed ? 1 : 0, 1,
                result.messages.joined(separator: "\n"), .visible)
        }
        let hidden = each.hidden.map {
            test("hidden tests", own.count + 1, $0.passed, $0.count, $0.text, hiddenTests)
        }
        return own + [hidden].compactMap(\.self)
    }
}
