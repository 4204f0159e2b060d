/// Multiplies two matrices.
///
///     C[i, j] = Σₖ A[i, k] · B[k, j]
///
/// Shapes: A is n × m, B is m × p, C is n × p. With m = 0 every element is 0. The terms are added in the order
/// of k, without fused multiply-add, so that every machine gives the same bits. NaN and infinity pass through.
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
    var product = Matrix.zeros(rows: a.rows, columns: b.columns)
    unsafe a.elements.withUnsafeBytes { left in
        unsafe b.elements.withUnsafeBytes { right in
            unsafe product.elements.withUnsafeMutableBytes { result in
                let kernel = unsafe MultiplicationKernel(
                    left: left, right: right, result: result, inner: a.columns, columns: b.columns)
                kernel.run(rows: a.rows)
            }
        }
    }
    return product
}

/// The loops of `matmul`: tiles of the result, 4 rows by 8 columns, are summed up in vector registers.
///
/// A tile reads 4 elements of A and 8 neighbours of B for its 32 products, and writes C once. All tiles of
/// one block of columns follow each other, so that this part of B stays in the cache.
///
/// Safety: offsets are elements, in bounds because rows stay below `rows`, columns below `columns` and the
/// inner index below `inner`, the sizes the three buffers were made with. No pointer outlives its closure.
@safe
private struct MultiplicationKernel {
    typealias Vector = SIMD8<Double>
    static let width = Vector.scalarCount
    static let height = 4

    let left: UnsafeRawBufferPointer
    let right: UnsafeRawBufferPointer
    let result: UnsafeMutableRawBufferPointer
    let inner: Int
    let columns: Int

    func run(rows: Int) {
        let fullColumns = columns - columns % Self.width
        let fullRows = rows - rows % Self.height
        for column in stride(from: 0, to: fullColumns, by: Self.width) {
            for row in stride(from: 0, to: fullRows, by: Self.height) {
                multiplyTile(row, column)
            }
            for row in fullRows..<rows {
                multiplyStrip(row, column)
            }
        }
        for row in 0..<rows {
            for column in fullColumns..<columns {
                multiplyElement(row, column)
            }
        }
    }

    private func multiplyTile(_ row: Int, _ column: Int) {
        var sum0 = Vector.zero
        var sum1 = Vector.zero
        var sum2 = Vector.zero
        var sum3 = Vector.zero
        for k in 0..<inner {
            let b = unsafe right.load(k * columns + column, as: Vector.self)
            unsafe sum0 += left.load(row * inner + k, as: Double.self) * b
            unsafe sum1 += left.load((row + 1) * inner + k, as: Double.self) * b
            unsafe sum2 += left.load((row + 2) * inner + k, as: Double.self) * b
            unsafe sum3 += left.load((row + 3) * inner + k, as: Double.self) * b
        }
        store(sum0, row, column)
        store(sum1, row + 1, column)
        store(sum2, row + 2, column)
        store(sum3, row + 3, column)
    }

    private func multiplyStrip(_ row: Int, _ column: Int) {
        var sum = Vector.zero
        for k in 0..<inner {
            let b = unsafe right.load(k * columns + column, as: Vector.self)
            unsafe sum += left.load(row * inner + k, as: Double.self) * b
        }
        store(sum, row, column)
    }

    private func multiplyElement(_ row: Int, _ column: Int) {
        var sum = 0.0
        for k in 0..<inner {
            let b = unsafe right.load(k * columns + column, as: Double.self)
            unsafe sum += left.load(row * inner + k, as: Double.self) * b
        }
        store(sum, row, column)
    }

    private func store(_ value: some BitwiseCopyable, _ row: Int, _ column: Int) {
        unsafe result.storeBytes(
            of: value, toByteOffset: (row * columns + column) * MemoryLayout<Double>.stride,
            as: type(of: value))
    }
}

extension UnsafeRawBufferPointer {
    /// Reads a number, or a vector of neighbours, at an offset counted in elements.
    @inline(__always)
    fileprivate func load<Value: BitwiseCopyable>(_ element: Int, as type: Value.Type) -> Value {
        unsafe loadUnaligned(fromByteOffset: element * MemoryLayout<Double>.stride, as: type)
    }
}
