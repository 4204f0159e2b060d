public import LinearAlgebra

extension Matrix {
    /// A matrix in which every row, a (1 × columns) matrix, is replaced by what a function makes of it.
    ///
    /// - Parameter transform: Gives a row of as many columns as it is given.
    /// - Returns: The new rows.
    public func mapRows(_ transform: (Matrix) throws -> Matrix) rethrows -> Matrix {
        var result = self
        for row in 0..<rows {
            let transformed = try transform(selectingRows([row]))
            for column in 0..<columns { result[row, column] = transformed[0, column] }
        }
        return result
    }
}
