public import LinearAlgebra

/// The gradients of a parameter from the first step to the present one, as what an optimizer remembers of them.
public struct PastGradients {
    let rows: Matrix

    /// The number of the present step, from 1 on.
    public var count: Int { rows.rows }
    /// The gradient of the present step, a row.
    public var latest: Matrix { rows.selectingRows([rows.rows - 1]) }
    /// The gradient of the first step, a row.
    public var first: Matrix { rows.selectingRows([0]) }
    /// All but the present one.
    public var earlier: PastGradients { PastGradients(rows: rows.selectingRows(0..<rows.rows - 1)) }
    /// The squares of all of them.
    public var squares: PastGradients { map { $0 * $0 } }
    /// All of them added up, a row.
    public var sum: Matrix { rows.columnSums() }

    /// The gradients put through a function, number by number.
    public func map(_ transform: (Double) -> Double) -> PastGradients {
        PastGradients(rows: rows.map(transform))
    }

    /// In each step the mean over all elements, in the place of each.
    public var averagedOverElements: PastGradients {
        PastGradients(rows: rows.mapRows { row in row.map { _ in row.mean() } })
    }

    /// A running mean that starts at 0, as the weighted sum that it is.
    ///
    ///     (1 − w) Σ wᵃ g,   a = 0 for the present gradient, 1 for the one before, …
    ///
    /// - Parameter weight: The weight w of the past.
    /// - Returns: A row; 0 where there is no gradient.
    public func mean(_ weight: Double) -> Matrix { (1 - weight) * sum(fading: weight) }

    /// The sum of all gradients in which each is worth `weight` times as much as the one after it.
    public func sum(fading weight: Double) -> Matrix {
        var sum = Matrix.zeros(rows: 1, columns: rows.columns)
        var share = 1.0
        for row in (0..<rows.rows).reversed() {
            for column in 0..<rows.columns { sum[0, column] += share * rows[row, column] }
            share *= weight
        }
        return sum
    }
}
