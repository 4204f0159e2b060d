import Foundation

/// `grades.csv`: a row a submission, as RFC 4180 has it, for spreadsheets and grade books.
struct GradesCSV {
    let document: ClassDocument

    /// The table, with its head; the exercises in course order, and the time at the end.
    var text: String {
        let ids = document.exercises.map(\.id)
        let head = ["name", "score", "max", "status"] + ids + ["seconds"]
        let rows = document.submissions.map { each in
            let points = Dictionary(each.exercises.map { ($0.id, $0) }) { first, _ in first }
            return [
                each.name.printable, Report.format(each.score, of: each.maxScore), "\(each.maxScore)",
                each.status.rawValue,
            ] + ids.map { points[$0].map { Report.format($0.score, of: $0.maxScore) } ?? "" }
                + [String(format: "%.1f", each.seconds)]
        }
        return CSV.text([head] + rows)
    }
}
