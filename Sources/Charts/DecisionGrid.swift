public import LinearAlgebra

/// The places on a plane where a model of two inputs is asked for its probability.
///
///     let grid = DecisionGrid(around: data.inputs)
///     let probabilities = try network.forward(grid.inputs)      // cells × 1
///     DecisionMap(title: "Moons", grid: grid, probabilities: probabilities.elements, …)
///
/// The plane is cut into columns × rows cells of one size, each asked for at its middle.
public struct DecisionGrid: Sendable, Equatable {
    /// The first input, from the left edge to the right one; finite, and not empty.
    public let x: ClosedRange<Double>
    /// The second input, from the lower edge to the upper one; finite, and not empty.
    public let y: ClosedRange<Double>
    /// The number of cells side by side, from 1 to 400.
    public let columns: Int
    /// The number of cells above each other, from 1 to 400.
    public let rows: Int

    /// Makes a grid over a rectangle.
    ///
    /// A number of cells out of range becomes the nearest that is in range. A rectangle with an end beyond
    /// ±1e300, or no wider than a billionth of its place, becomes −1…1 or one wider by 1.
    ///
    /// - Parameters:
    ///   - x: The first input, from the left edge to the right one.
    ///   - y: The second input, from the lower edge to the upper one.
    ///   - columns: The number of cells side by side, from 1 to 400.
    ///   - rows: The number of cells above each other, from 1 to 400.
    public init(x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 60, rows: Int = 60) {
        self.x = Self.usable(x)
        self.y = Self.usable(y)
        self.columns = max(1, min(400, columns))
        self.rows = max(1, min(400, rows))
    }

    /// Makes a grid around points, with a tenth of their spread to spare on each side.
    ///
    /// - Parameters:
    ///   - points: A point in each row, its first two columns; those that are not finite do not count.
    ///   - columns: The number of cells side by side, from 1 to 400.
    ///   - rows: The number of cells above each other, from 1 to 400.
    public init(around points: Matrix, columns: Int = 60, rows: Int = 60) {
        self.init(
            x: Self.spread(of: points, column: 0), y: Self.spread(of: points, column: 1),
            columns: columns, rows: rows)
    }

    /// The middles of all cells, to be given to the model: a matrix of shape (columns · rows) × 2.
    ///
    /// The lowest row of cells comes first, each row from left to right.
    public var inputs: Matrix {
        let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
        var inputs = Matrix(repeating: 0, rows: columns * rows, columns: 2)
        for cell in 0..<columns * rows {
            inputs[cell, 0] = x.lowerBound + width * (Double(cell % columns) + 0.5) / Double(columns)
            inputs[cell, 1] = y.lowerBound + height * (Double(cell / columns) + 0.5) / Double(rows)
        }
        return inputs
    }

    private static func spread(of points: Matrix, column: Int) -> ClosedRange<Double> {
        guard column < points.columns else { return -1...1 }
        let values = (0..<points.rows).map { points[$0, column] }.filter(\.isDrawable)
        guard let lowest = values.min(), let highest = values.max() else { return -1...1 }
        let margin = (highest - lowest) / 10
        return lowest - margin...highest + margin
    }

    private static func usable(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        let size = max(range.lowerBound.magnitude, range.upperBound.magnitude)
        guard size.isDrawable else { return -1...1 }
        guard range.upperBound - range.lowerBound <= max(size * 1e-9, 1e-280) else { return range }
        let margin = max(0.5, size * 1e-3)
        return range.lowerBound - margin...range.upperBound + margin
    }
}
