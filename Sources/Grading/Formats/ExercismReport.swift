/// The report as Exercism reads it: `results.json`, version 3 of the test runners' interface.
///
/// Exercism shows the first test that fails. It alone gets what the code printed: in which test that was is not known.
///
/// Source: https://exercism.org/docs/building/tooling/test-runners/interface
struct ExercismReport: JSONDocument {
    /// The most bytes of a message, and the most characters of an output.
    private static let mostOfMessage = 65_535
    private static let mostOfOutput = 500

    let version = 3
    let status: Status
    /// Why no test could run; nil when some did.
    let message: String?
    let tests: [Test]

    enum Status: String, Encodable { case pass, fail, error }

    struct Test: Encodable {
        let name: String
        let status: Status
        var message: String?
        var output: String?
        /// The number of the exercise's lesson.
        let taskID: Int?

        private enum CodingKeys: String, CodingKey {
            case name, status, message, output
            case taskID = "task_id"
        }
    }

    init(_ feedback: Feedback) {
        let all = feedback.exercises.flatMap(\.tests)
        let errors = feedback.exercises.flatMap(\.errors)
        var tests = feedback.exercises.flatMap(Self.tests)
        if let first = tests.firstIndex(where: { $0.status != .pass }) {
            tests[first].output = Self.output(feedback.output)
        }
        self.tests = tests
        guard all.contains(where: { $0.status != .missing }) else {
            status = .error
            let reasons = errors.isEmpty ? all.flatMap(\.messages).uniqued() : errors.map(\.description)
            message = Self.cut(
                (["No test could run."] + reasons).joined(separator: "\n"), toBytes: Self.mostOfMessage)
            return
        }
        status = tests.allSatisfy { $0.status == .pass } ? .pass : .fail
        message = nil
    }

    private static func tests(of each: ExerciseFeedback) -> [Test] {
        let number = each.exercise.lesson.firstMatch(of: /\/(\d+)-[^\/]*$/).flatMap { Int($0.1) }
        let test = { (name: String, status: Status, message: String?) in
            Test(name: "\(each.exercise.title): \(name)", status: status, message: message, taskID: number)
        }
        let own = each.tests.map { result in
            let message = result.messages.joined(separator: "\n")
            return switch result.status {
            case .passed: test(result.title, .pass, nil)
            case .failed, .notStarted: test(result.title, .fail, message)
            case .crashed, .timedOut, .missing, .skipped: test(result.title, .error, message)
            }
        }
        let hidden = each.hidden.map {
            test("hidden tests", $0.isPassed ? .pass : .fail, $0.isPassed ? nil : $0.text)
        }
        return own + [hidden].compactMap(\.self)
    }

    private static func output(_ lines: [String]) -> String? {
        let whole = lines.joined(separator: "\n")
        let note = "\nOutput was truncated. Please limit to 500 chars"
        if whole.unicodeScalars.count <= mostOfOutput { return whole.isEmpty ? nil : whole }
        return String(String.UnicodeScalarView(whole.unicodeScalars.prefix(mostOfOutput - note.count))) + note
    }

    /// The beginning of a text, no longer than so many bytes of UTF-8.
    private static func cut(_ text: String, toBytes most: Int) -> String {
        guard text.utf8.count > most else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: most - 3)
        while end.samePosition(in: text.unicodeScalars) == nil { text.utf8.formIndex(before: &end) }
        return text[..<end] + "…"
    }
}
