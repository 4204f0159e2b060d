/// A report, in the format that somebody asked for.
struct ReportDocument {
    let report: Report
    let student: Student
    /// Whose work it is, where that is known: the name of a submission.
    var name: String?
    /// How long grading took, in seconds.
    var seconds: Double = 0
    var style = TerminalStyle(isColoured: false)

    /// The whole document; files and terminals get the same.
    ///
    /// Text and JSON have everything. All others may be shown to students: they are made of `Feedback`.
    func text(in format: ReportFormat) throws -> String {
        switch format {
        case .text: Scoreboard(report: report, student: student, style: style).text
        case .json: try JSONReport(report).text()
        case .markdown: MarkdownReport(feedback: Feedback(self), pages: "").text
        case .html: HTMLReport(feedback: Feedback(self), pages: "").text
        default: throw GradingError.usage("--format \(format.rawValue) is being written.")
        }
    }
}
