#if canImport(Accelerate)
    import Accelerate
#endif

/// Multiplies two matrices.
///
///     C[i, j] = Σₖ A[i, k] · B[k, j]
///
/// Shapes: A is n × m, B is m × p, C is n × p. With m = 0 every element is 0. Products are added with a single
/// rounding where the processor can (fused multiply-add). Neither the number of threads nor what else runs changes a
/// bit. NaN and infinity pass through.
///
/// - Parameters:
///   - a: The left matrix.
///   - b: The right matrix, with as many rows as `a` has columns.
/// - Returns: The product.
/// - Throws: `ShapeError` when the inner dimensions differ.
public func matmul(_ a: Matrix, _ b: Matrix) throws(ShapeError) -> Matrix {
    guard a.columns == b.rows else {
        throw ShapeError(operation: "matmul", left: a.shape, right: b.shape)
    }
    guard a.rows > 0, a.columns > 0, b.columns > 0 else { return .zeros(rows: a.rows, columns: b.columns) }
    return unsafe Matrix(rows: a.rows, columns: b.columns) { result in
        guard let result = result.baseAddress else { return }
        a.withOperand { left in
            b.withOperand { right in
                if a.columns == 1 {
                    unsafe multiplyColumnByRow(left, right, result, rows: a.rows, columns: b.columns)
                } else if a.rows == 1 {
                    unsafe multiplyRow(left, right, result, inner: a.columns, columns: b.columns)
                } else if b.columns == 1 {
                    // (A · b)ᵀ = bᵀ · Aᵀ, and a column is stored as a row is.
                    unsafe multiplyRow(
                        right.transposed, left.transposed, result, inner: a.columns, columns: a.rows)
                } else {
                    unsafe multiply(left, right, result, rows: a.rows, inner: a.columns, columns: b.columns)
                }
            }
        }
    }
}

/// Multiplies matrices that are more than a row or a column: on Apple's systems their own library does, for it may use
/// units that no other program can.
private func multiply(
    _ left: Operand, _ right: Operand, _ result: UnsafeMutablePointer<Double>, rows: Int, inner: Int,
    columns: Int
) {
    #if canImport(Accelerate)
        if left.columnStride == 1, right.columnStride == 1 {
            unsafe vDSP_mmulD(
                left.start, 1, right.start, 1, result, 1, vDSP_Length(rows), vDSP_Length(columns),
                vDSP_Length(inner))
            return
        }
    #endif
    unsafe PackedMultiplication(
        left: left, right: right, result: result, rows: rows, inner: inner, columns: columns
    ).run()
}

/// A matrix in memory: how far it is from a row to the next one, and from a column to the next one, in elements.
@safe struct Operand {
    let start: UnsafePointer<Double>
    let rowStride: Int
    let columnStride: Int

    /// The element in a row and a column, and what follows it.
    func at(_ row: Int, _ column: Int) -> UnsafePointer<Double> {
        unsafe start + (row &* rowStride &+ column &* columnStride)
    }

    /// The same memory with rows and columns exchanged.
    var transposed: Operand {
        unsafe Operand(start: start, rowStride: columnStride, columnStride: rowStride)
    }
}

extension Matrix {
    /// Calls a function with the matrix as it is in memory; not for a matrix without elements.
    fileprivate func withOperand(_ body: (Operand) -> Void) {
        let isAsStored = storage.factor == 1
        let elements = isAsStored ? storage.stored : elements
        let isTransposed = isAsStored && storage.isTransposed
        unsafe elements.withUnsafeBufferPointer { elements in
            guard let start = elements.baseAddress else { return }
            unsafe body(
                Operand(
                    start: start, rowStride: isTransposed ? 1 : columns,
                    columnStride: isTransposed ? rows : 1))
        }
    }
}
