import LinearAlgebra

/// Matrices side by side under their names, cut around the element that matters.
struct MatrixTable {
    /// The matrices, from left to right.
    let matrices: [(name: String, value: Matrix)]
    /// The element that matters, in the first matrix; rows are the same samples in all of them.
    let place: (row: Int, column: Int)

    private static let width = 74
    private static let mostColumns = 6
    private static let gap = "   "

    /// The table in so many lines at most, the names included.
    func lines(_ most: Int) -> [String] {
        let tables = (1...Self.mostColumns).reversed().lazy.map { columns in
            matrices.map { block(of: $0, rows: most - 1, columns: columns) }
        }
        let fitting = tables.first { width(of: $0) <= Self.width }
        // Too wide even with a column each: the last matrices are left out.
        guard let blocks = fitting else {
            return matrices.count > 1
                ? MatrixTable(matrices: matrices.dropLast(), place: place).lines(most) : []
        }
        let height = blocks.map(\.count).max() ?? 0
        return (0..<height).map { line in
            blocks.map { block in
                let width = block.map(\.count).max() ?? 0
                let text = line < block.count ? block[line] : ""
                return text + String(repeating: " ", count: width - text.count)
            }
            .joined(separator: Self.gap).trimmedAtEnd
        }
    }

    private func width(of blocks: [[String]]) -> Int {
        blocks.map { $0.map(\.count).max() ?? 0 }.reduce(Self.gap.count * (blocks.count - 1), +)
    }

    /// The name, and below it as much of the matrix as there is room for.
    private func block(of matrix: (name: String, value: Matrix), rows: Int, columns: Int) -> [String] {
        let value = matrix.value
        let shownRows = window(around: place.row, of: value.rows, length: rows)
        let shownColumns = window(around: place.column, of: value.columns, length: columns)
        let isCut = shownRows.count < value.rows || shownColumns.count < value.columns
        let cells = shownRows.map { row in shownColumns.map { short(value[row, $0]) } }
        let cellWidth = cells.joined().map(\.count).max() ?? 0
        let lines = cells.map { row in
            row.map { String(repeating: " ", count: cellWidth - $0.count) + $0 }.joined(separator: " ")
        }
        let corner = isCut ? ", from [\(shownRows.lowerBound), \(shownColumns.lowerBound)]" : ""
        return [matrix.name + corner] + lines
    }

    private func window(around index: Int, of count: Int, length: Int) -> Range<Int> {
        let start = max(0, min(index - length / 2, count - length))
        return start..<min(count, start + length)
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
