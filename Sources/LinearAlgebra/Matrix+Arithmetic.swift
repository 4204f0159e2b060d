extension Matrix {
    /// Adds element by element; a row, a column or a (1 × 1) matrix is repeated to fit.
    ///
    /// - Throws: `ShapeError` when a dimension differs and neither side has 1 there.
    public static func + (left: Matrix, right: Matrix) throws(ShapeError) -> Matrix {
        try broadcasting("+", left, right) { $0 + $1 }
    }

    /// Subtracts element by element; a row, a column or a (1 × 1) matrix is repeated to fit.
    ///
    /// - Throws: `ShapeError` when a dimension differs and neither side has 1 there.
    public static func - (left: Matrix, right: Matrix) throws(ShapeError) -> Matrix {
        try broadcasting("-", left, right) { $0 - $1 }
    }

    /// Multiplies element by element (for the matrix product see `matmul`); repeats to fit as `+` does.
    ///
    /// - Throws: `ShapeError` when a dimension differs and neither side has 1 there.
    public static func * (left: Matrix, right: Matrix) throws(ShapeError) -> Matrix {
        try broadcasting("*", left, right) { $0 * $1 }
    }

    /// Divides element by element; a row, a column or a (1 × 1) matrix is repeated to fit.
    ///
    /// - Throws: `ShapeError` when a dimension differs and neither side has 1 there.
    public static func / (left: Matrix, right: Matrix) throws(ShapeError) -> Matrix {
        try broadcasting("/", left, right) { $0 / $1 }
    }

    /// Adds a number to every element.
    public static func + (left: Matrix, right: Double) -> Matrix { left.map { $0 + right } }
    /// Adds every element to a number.
    public static func + (left: Double, right: Matrix) -> Matrix { right.map { left + $0 } }
    /// Subtracts a number from every element.
    public static func - (left: Matrix, right: Double) -> Matrix { left.map { $0 - right } }
    /// Subtracts every element from a number.
    public static func - (left: Double, right: Matrix) -> Matrix { right.map { left - $0 } }
    /// Multiplies every element by a number.
    public static func * (left: Matrix, right: Double) -> Matrix { left.scaled(by: right) }
    /// Multiplies a number by every element.
    public static func * (left: Double, right: Matrix) -> Matrix { right.scaled(by: left) }
    /// Divides every element by a number.
    public static func / (left: Matrix, right: Double) -> Matrix { left.map { $0 / right } }
    /// Divides a number by every element.
    public static func / (left: Double, right: Matrix) -> Matrix { right.map { left / $0 } }

    /// Changes the sign of every element.
    public static prefix func - (matrix: Matrix) -> Matrix { matrix.scaled(by: -1) }

    private func scaled(by number: Double) -> Matrix {
        Matrix(rows: rows, columns: columns, storage: storage.scaled(by: number, shape: shape))
    }
}

// In place: the left side keeps its shape, so only the right side may be repeated.
extension Matrix {
    /// Adds to the left side in place.
    ///
    /// - Throws: `ShapeError` when the right side cannot be repeated to the left side's shape.
    public static func += (left: inout Matrix, right: Matrix) throws(ShapeError) {
        try left.update("+=", right) { $0 + $1 }
    }

    /// Subtracts from the left side in place.
    ///
    /// - Throws: `ShapeError` when the right side cannot be repeated to the left side's shape.
    public static func -= (left: inout Matrix, right: Matrix) throws(ShapeError) {
        try left.update("-=", right) { $0 - $1 }
    }

    /// Multiplies the left side in place, element by element.
    ///
    /// - Throws: `ShapeError` when the right side cannot be repeated to the left side's shape.
    public static func *= (left: inout Matrix, right: Matrix) throws(ShapeError) {
        try left.update("*=", right) { $0 * $1 }
    }

    /// Divides the left side in place, element by element.
    ///
    /// - Throws: `ShapeError` when the right side cannot be repeated to the left side's shape.
    public static func /= (left: inout Matrix, right: Matrix) throws(ShapeError) {
        try left.update("/=", right) { $0 / $1 }
    }

    /// Adds a number to every element in place.
    public static func += (left: inout Matrix, right: Double) { left.mapInPlace { $0 + right } }
    /// Subtracts a number from every element in place.
    public static func -= (left: inout Matrix, right: Double) { left.mapInPlace { $0 - right } }
    /// Multiplies every element by a number in place.
    public static func *= (left: inout Matrix, right: Double) { left.mapInPlace { $0 * right } }
    /// Divides every element by a number in place.
    public static func /= (left: inout Matrix, right: Double) { left.mapInPlace { $0 / right } }

    @inline(__always)
    private mutating func update(
        _ operation: String, _ other: Matrix, _ combine: (Double, Double) -> Double
    ) throws(ShapeError) {
        guard try broadcastShape(operation, shape, other.shape) == shape else {
            throw ShapeError(operation: operation, left: shape, right: other.shape)
        }
        let (rows, columns) = (rows, columns)
        let rowStride = other.rows == rows ? other.columns : 0
        let repeats = other.columns != columns
        let (others, factor) = other.storage.rowByRow(other.shape)
        storage.settle(shape)
        // Safety: rows stay below `rows` and columns below `columns`; a right side with less than that has one, and
        // is read at 0.
        unsafe others.withUnsafeBufferPointer { others in
            unsafe storage.stored.withUnsafeMutableBufferPointer { elements in
                for row in 0..<rows {
                    let start = row * columns
                    let o = row * rowStride
                    if repeats {
                        for column in 0..<columns {
                            unsafe elements[start &+ column] = combine(
                                elements[start &+ column], factor * others[o])
                        }
                    } else {
                        for column in 0..<columns {
                            unsafe elements[start &+ column] = combine(
                                elements[start &+ column], factor * others[o &+ column])
                        }
                    }
                }
            }
        }
    }
}
