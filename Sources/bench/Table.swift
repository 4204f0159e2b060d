/// Rows of words in columns: the first two begin at the left, numbers end at the right.
struct Table {
    var headings: [String]
    var rows: [[String]] = []

    /// The rows under the headings, each with a line break.
    var text: String {
        let lines = [headings] + rows
        let widths = headings.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            line.indices.map { column in
                let spaces = String(repeating: " ", count: widths[column] - line[column].count)
                return column < 2 ? line[column] + spaces : spaces + line[column]
            }
            .joined(separator: "  ") + "\n"
        }
        .joined()
    }
}
