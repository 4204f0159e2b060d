/// A table as RFC 4180 has it, in which a spreadsheet computes nothing.
enum CSV {
    static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// The text in quotes where it needs them, with an apostrophe before what a spreadsheet would compute.
    static func cell(_ text: String) -> String {
        // Asked of scalars: a character can be one of these with an accent over it.
        let scalars = text.unicodeScalars
        let isFormula = scalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\",;'\t\r\n".unicodeScalars.contains($0) }) else {
            return safe
        }
        return "\"" + safe.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
