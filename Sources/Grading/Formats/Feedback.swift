/// What a student is told of a report: every format for students is made of this, and of nothing else.
///
/// Of hidden tests it knows how many passed, and neither names nor messages nor what was printed meanwhile. All text
/// in it can be shown: what a terminal obeys, and what XML has no way to write, is written out.
struct Feedback {
    /// Whose work it is, where that is known.
    let name: String?
    /// In course order, challenges too.
    let exercises: [ExerciseFeedback]
    let score: Double
    let maxScore: Int
    /// What to do next; nil when all that counts is done.
    let task: NextStep.Task?
    /// An exercise to go on with then.
    let challenge: Exercise?
    let leftOut: [LeftOut]
    /// What the student's code printed, as lines.
    let output: [String]
    let hiddenTests: Visibility
    /// The board, without colour.
    let board: String

    var counted: [ExerciseFeedback] { exercises.filter(\.counts) }
    var challenges: [ExerciseFeedback] { exercises.filter { !$0.counts } }

    /// The points and how many there are, "72.5 / 100".
    var points: String { "\(Report.format(score, of: maxScore)) / \(maxScore)" }

    init(_ document: ReportDocument) {
        let report = document.report.withoutHiddenData
        // Who grades a submission knows another command than who handed it in.
        let student: Student = document.student == .answers ? .answers : .own
        let plain = TerminalStyle(isColoured: false)
        let board = Scoreboard(report: report, student: student, style: plain)
        let next = NextStep(report: report, student: student, style: plain)
        name = document.name?.printable
        exercises = report.exercises.map { ExerciseFeedback($0, state: board.state(of: $0)) }
        score = report.score
        maxScore = report.maxScore
        task = next.task
        challenge = next.challenge
        leftOut = LeftOut.list(report.leftOut)
        output = report.output.split(whereSeparator: \.isNewline).map { String($0).printable }
        hiddenTests = report.hiddenTests
        self.board = board.text
    }
}

extension Report {
    /// The report with each hidden test's name and messages gone, and with text that can be shown.
    fileprivate var withoutHiddenData: Report {
        Report(
            exercises: exercises.map { result in
                let counts = result.hidden?.text ?? ""
                return ExerciseResult(
                    exercise: result.exercise,
                    tests: result.tests.map { $0.test.isHidden ? $0.hidden(saying: counts) : $0.showable },
                    counts: result.counts, errors: result.errors.map(\.showable))
            },
            leftOut: leftOut.map { LeftOut(file: $0.file.printable, reason: $0.reason.printable) },
            limits: limits, isolation: isolation, output: output, hiddenTests: hiddenTests)
    }
}

extension TestResult {
    /// How the test ended, and nothing else of it.
    fileprivate func hidden(saying sentence: String) -> TestResult {
        TestResult(
            test: TestName(module: test.module, suite: test.suite, function: "hidden()"),
            displayName: "hidden tests", status: status, messages: status == .passed ? [] : [sentence])
    }

    fileprivate var showable: TestResult {
        TestResult(
            test: test, displayName: displayName?.printable, status: status,
            messages: messages.map(StudentMessage.printable), limit: limit, seconds: seconds)
    }
}

extension SourceError {
    fileprivate var showable: SourceError {
        SourceError(
            kind: kind, file: file.printable, position: position, message: StudentMessage.printable(message))
    }
}

extension Feedback {
    /// How many problems of an exercise are told that is not the next one.
    static let mostProblems = 2

    /// The exercises beside the next one that somebody has begun and that have points missing.
    var alsoFailed: [ExerciseFeedback] {
        exercises.filter { each in
            each.status == .failed && each.exercise.id != task?.exercise.id && !each.problems.isEmpty
        }
    }

    /// The beginning of what the code printed.
    var outputExcerpt: [String] {
        let most = 12
        let lines = output.prefix(most).map { $0.count > 200 ? $0.prefix(199) + "…" : $0 }
        return lines + (output.count > most ? ["… and \(output.count - most) lines more"] : [])
    }

    /// The places in the lessons that a task's messages name; the exercise's page where they name none.
    static func pages(in task: NextStep.Task) -> [String] {
        let named = task.problems.flatMap(\.messages).flatMap { message in
            message.matches(of: /Lessons\/[a-z0-9-]+\.md(#[a-z0-9-]+)?/).map { String($0.0) }
        }
        return named.isEmpty ? [task.exercise.lesson] : named.uniqued()
    }
}
