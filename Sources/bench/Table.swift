/// Rows in columns under headings: words begin at the left, the numbers that follow them end at the right.
struct Table {
    let wordColumns: Int
    var headings: [String]
    var rows: [[String]] = []

    /// All lines, each with its line break.
    var text: String {
        let lines = [headings] + rows
        let widths = headings.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            line.indices.map { column in
                let spaces = String(repeating: " ", count: widths[column] - line[column].count)
                return column < wordColumns ? line[column] + spaces : spaces + line[column]
            }
            .joined(separator: "  ") + "\n"
        }
        .joined()
    }
}
