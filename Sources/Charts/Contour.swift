/// The line along which a grid of numbers passes through ½, found cell by cell.
///
/// Source: Lorensen and Cline, "Marching Cubes", SIGGRAPH 1987, in two dimensions: marching squares.
enum Contour {
    /// A point between the middles of cells: 1.5 is half way from the middle of cell 1 to that of cell 2.
    typealias Point = (column: Double, row: Double)

    /// The pieces of the line, each straight, between the middles of four neighbouring cells.
    ///
    /// - Parameters:
    ///   - values: The numbers, row by row, `columns` in each; around one that is not finite there is no line.
    ///   - columns: The number of cells in a row, 1 or more.
    /// - Returns: The pieces, each with its two ends; in no order that means anything.
    static func half(of values: [Double], columns: Int) -> [(from: Point, to: Point)] {
        let rows = values.count / columns
        guard rows > 1, columns > 1 else { return [] }
        return (0..<rows - 1).flatMap { row in
            (0..<columns - 1).flatMap { column in
                // Around the square, so that neighbours in the list share a side.
                let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { offset in
                    Corner(
                        column: column + offset.0, row: row + offset.1,
                        value: values[(row + offset.1) * columns + column + offset.0])
                }
                return pieces(in: corners)
            }
        }
    }

    private struct Corner {
        let column: Int
        let row: Int
        let value: Double

        var isAbove: Bool { value >= 0.5 }

        func crossing(to other: Corner) -> Point {
            let share = (0.5 - value) / (other.value - value)
            return (
                Double(column) + share * Double(other.column - column),
                Double(row) + share * Double(other.row - row)
            )
        }
    }

    private static func pieces(in corners: [Corner]) -> [(from: Point, to: Point)] {
        guard corners.allSatisfy({ $0.value.isDrawable }) else { return [] }
        let crossings = zip(corners, corners[1...] + corners[...0])
            .filter { $0.isAbove != $1.isAbove }
            .map { $0.crossing(to: $1) }
        let mean = corners.map { $0.value / 4 }.reduce(0, +)
        if crossings.count == 4, (mean >= 0.5) != corners[0].isAbove {
            // A saddle whose middle belongs to the second corner: the line goes around the first and the third.
            return [(crossings[3], crossings[0]), (crossings[1], crossings[2])]
        }
        return stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
    }
}
