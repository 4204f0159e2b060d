/// The report for people: a line an exercise, the total, and what to do next.
struct Scoreboard {
    let report: Report
    /// Whose work was graded.
    let student: Student
    let style: TerminalStyle

    /// The whole board.
    var text: String {
        let challenges = report.exercises.filter { !$0.counts }
        let score = Report.format(report.score, of: report.maxScore)
        let total =
            "Score".padded(to: titleWidth + 12)
            + "\(score) / \(report.maxScore)".padded(to: 11, alignedRight: true)
        var lines = report.counted.map(line)
        lines += ["", "  " + style.bold(total), ""]
        if !challenges.isEmpty {
            lines.append("  " + style.bold("Challenges") + style.dim(", extra"))
            lines += challenges.map(line)
            lines.append("")
        }
        lines += RunNotes(report: report, student: student, style: style).lines
        lines += NextStep(report: report, student: student, style: style).lines
        return lines.joined(separator: "\n")
    }

    private var titleWidth: Int {
        min(34, max(24, report.exercises.map(\.exercise.title.count).max() ?? 0))
    }

    /// An exercise's line: its title, a bar, its points and its state.
    func line(_ result: ExerciseResult) -> String {
        let cells = 10
        let filled = result.tests.isEmpty ? 0 : result.passed * cells / result.tests.count
        let bar =
            style.green(String(repeating: "█", count: filled))
            + style.dim(String(repeating: "░", count: cells - filled))
        let points = result.exercise.points
        let title = result.exercise.title.padded(to: titleWidth)
        let score = "\(Report.format(result.score, of: points)) / \(points)"
        return "  \(title)  \(bar)\(score.padded(to: 11, alignedRight: true))  \(state(of: result))"
    }

    /// How far an exercise is, in a few words: "2 of 5 tests, crashes".
    func state(of result: ExerciseResult) -> String {
        if let error = result.errors.first { return style.red(error.kind.state) }
        switch result.status {
        case .passed: return style.green("done")
        case .notStarted: return style.dim("not started")
        case .failed where result.isUntouched: return style.dim("to mend")
        case .failed:
            let passed = "\(result.passed) of \(result.tests.count) tests"
            let died = [TestStatus.crashed: "crashes", .timedOut: "hangs"]
            let ends = result.tests.firstNonNil { died[$0.status] }
            return style.yellow(passed) + (ends.map { ", " + style.red($0) } ?? "")
        }
    }
}

extension Sequence {
    fileprivate func firstNonNil<Result>(_ transform: (Element) -> Result?) -> Result? {
        for element in self { if let result = transform(element) { return result } }
        return nil
    }
}
