import Foundation

/// A report, in the format that somebody asked for.
struct ReportDocument {
    let report: Report
    let student: Student
    /// Whose work it is, where that is known: the name of a submission.
    var name: String?
    /// How long grading took, in seconds.
    var seconds: Double = 0
    var style = TerminalStyle(isColoured: false)
    /// Where the work comes from, for the formats that say so.
    var origin = Origin()
    /// When it was graded.
    var date = Date()

    /// The whole document; files and terminals get the same.
    ///
    /// Text and JSON have everything. All others may be shown to students: they are made of `Feedback`.
    func text(in format: ReportFormat) throws -> String {
        let feedback = Feedback(self)
        // The lessons are where the student's own files are; where a submission's are, nobody knows.
        let pages = student == .own ? origin.pages : ""
        return switch format {
        case .text: Scoreboard(report: report, student: student, style: style).text
        case .json: try JSONReport(report).text()
        case .junit: JUnitReport(feedback: feedback, seconds: seconds).text
        case .gradescope: try GradescopeReport(feedback, seconds: seconds).text()
        case .classroom50: try Classroom50Report(feedback, origin: origin, date: date).text()
        case .exercism: try ExercismReport(feedback).text()
        case .markdown: MarkdownReport(feedback: feedback, pages: pages).text
        case .html: HTMLReport(feedback: feedback, pages: pages).text
        case .csv: CSVReport(feedback: feedback).text
        }
    }
}
