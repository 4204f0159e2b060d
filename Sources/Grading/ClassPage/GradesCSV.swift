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
        return ([head] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// The text in quotes where it needs them, with an apostrophe before what a spreadsheet would compute.
    static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        // Asked of scalars: a quotation mark with an accent over it is another character, and the same byte.
        guard safe.unicodeScalars.contains(where: { "\",\r\n;'".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
