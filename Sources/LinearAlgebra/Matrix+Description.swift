import Foundation

extension Matrix: CustomStringConvertible {
    /// The elements in aligned columns, six significant digits each, and the shape.
    ///
    ///     [[1, 2.5],
    ///      [3,   4]] (2 × 2)
    ///
    /// Of more than ten rows or columns only the first and the last five are shown.
    public var description: String {
        let shownRows = Self.shown(rows)
        let shownColumns = Self.shown(columns)
        let cells = shownRows.map { row in
            shownColumns.map { column in
                if let row, let column { return Self.format(self[row, column]) }
                return "…"
            }
        }
        let widths = shownColumns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        let lines = cells.map { row in
            let padded = zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
            return "[" + padded.joined(separator: ", ") + "]"
        }
        return "[" + lines.joined(separator: ",\n ") + "] \(shape)"
    }

    /// Returns the indices to print, with nil where some are left out.
    private static func shown(_ count: Int) -> [Int?] {
        count <= 10 ? Array(0..<count) : Array(0..<5) + [nil] + Array(count - 5..<count)
    }

    /// Returns six significant digits; NaN has a sign on some machines, which says nothing and is left out.
    private static func format(_ value: Double) -> String {
        value.isNaN ? "nan" : String(format: "%.6g", value)
    }
}
