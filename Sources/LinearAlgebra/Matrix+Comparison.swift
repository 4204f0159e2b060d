// Masks: 1 where the comparison holds and 0 where it does not. Every comparison with NaN is 0.
extension Matrix {
    /// Compares element by element, repeating a row, a column or a (1 × 1) matrix to fit: 1 where left < right.
    ///
    /// - Throws: `ShapeError` when a dimension differs and neither side has 1 there.
    public static func .< (left: Matrix, right: Matrix) throws(ShapeError) -> Matrix {
        try broadcasting(".<", left, right) { $0 < $1 ? 1 : 0 }
    }

    /// Compares element by element, repeating a row, a column or a (1 × 1) matrix to fit: 1 where left ≤ right.
    ///
    /// - Throws: `ShapeError` when a dimension differs and neither side has 1 there.
    public static func .<= (left: Matrix, right: Matrix) throws(ShapeError) -> Matrix {
        try broadcasting(".<=", left, right) { $0 <= $1 ? 1 : 0 }
    }

    /// Compares element by element, repeating a row, a column or a (1 × 1) matrix to fit: 1 where left > right.
    ///
    /// - Throws: `ShapeError` when a dimension differs and neither side has 1 there.
    public static func .> (left: Matrix, right: Matrix) throws(ShapeError) -> Matrix {
        try broadcasting(".>", left, right) { $0 > $1 ? 1 : 0 }
    }

    /// Compares element by element, repeating a row, a column or a (1 × 1) matrix to fit: 1 where left ≥ right.
    ///
    /// - Throws: `ShapeError` when a dimension differs and neither side has 1 there.
    public static func .>= (left: Matrix, right: Matrix) throws(ShapeError) -> Matrix {
        try broadcasting(".>=", left, right) { $0 >= $1 ? 1 : 0 }
    }

    /// Compares element by element, repeating a row, a column or a (1 × 1) matrix to fit: 1 where both are equal.
    ///
    /// - Throws: `ShapeError` when a dimension differs and neither side has 1 there.
    public static func .== (left: Matrix, right: Matrix) throws(ShapeError) -> Matrix {
        try broadcasting(".==", left, right) { $0 == $1 ? 1 : 0 }
    }

    /// Marks the elements below a number.
    public static func .< (left: Matrix, right: Double) -> Matrix { left.map { $0 < right ? 1 : 0 } }
    /// Marks the elements that a number is below.
    public static func .< (left: Double, right: Matrix) -> Matrix { right.map { left < $0 ? 1 : 0 } }
    /// Marks the elements at or below a number.
    public static func .<= (left: Matrix, right: Double) -> Matrix { left.map { $0 <= right ? 1 : 0 } }
    /// Marks the elements that a number is at or below.
    public static func .<= (left: Double, right: Matrix) -> Matrix { right.map { left <= $0 ? 1 : 0 } }
    /// Marks the elements above a number.
    public static func .> (left: Matrix, right: Double) -> Matrix { left.map { $0 > right ? 1 : 0 } }
    /// Marks the elements that a number is above.
    public static func .> (left: Double, right: Matrix) -> Matrix { right.map { left > $0 ? 1 : 0 } }
    /// Marks the elements at or above a number.
    public static func .>= (left: Matrix, right: Double) -> Matrix { left.map { $0 >= right ? 1 : 0 } }
    /// Marks the elements that a number is at or above.
    public static func .>= (left: Double, right: Matrix) -> Matrix { right.map { left >= $0 ? 1 : 0 } }
    /// Marks the elements equal to a number.
    public static func .== (left: Matrix, right: Double) -> Matrix { left.map { $0 == right ? 1 : 0 } }
    /// Marks the elements that a number is equal to.
    public static func .== (left: Double, right: Matrix) -> Matrix { right.map { left == $0 ? 1 : 0 } }
}

extension Matrix {
    /// Tells whether two matrices have one shape and nearly the same elements.
    ///
    ///     |a − b| ≤ absoluteTolerance + relativeTolerance · |b|
    ///
    /// Infinities are close to themselves only; NaN is close to nothing.
    ///
    /// - Parameters:
    ///   - other: The matrix b to compare with: what is expected.
    ///   - relativeTolerance: The allowed difference as a share of |b|, 0 or more.
    ///   - absoluteTolerance: The difference allowed in any case, 0 or more.
    /// - Returns: True when the shapes are equal and every pair of elements is close.
    public func isClose(
        to other: Matrix, relativeTolerance: Double, absoluteTolerance: Double
    ) -> Bool {
        shape == other.shape
            && zip(elements, other.elements).allSatisfy { a, b in
                a == b
                    || (b.isFinite
                        && Swift.abs(a - b) <= absoluteTolerance + relativeTolerance * Swift.abs(b))
            }
    }

    /// Returns a copy in which the marked elements are replaced by one value.
    ///
    /// - Parameters:
    ///   - value: What the marked elements become.
    ///   - mask: A matrix of this matrix's shape; an element other than 0 marks.
    /// - Returns: The copy, of this matrix's shape.
    /// - Throws: `ShapeError` when the mask has another shape.
    public func replacing(with value: Double, where mask: Matrix) throws(ShapeError) -> Matrix {
        guard mask.shape == shape else {
            throw ShapeError(operation: "replacing(with:where:)", left: shape, right: mask.shape)
        }
        return Matrix(
            rows: rows, columns: columns,
            unchecked: zip(elements, mask.elements).map { $1 == 0 ? $0 : value })
    }
}
