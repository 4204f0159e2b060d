/// The ways in which a report can be written.
enum ReportFormat: String, CaseIterable, Sendable {
    case text, json, junit, gradescope, classroom50, exercism, markdown, html, csv
}
