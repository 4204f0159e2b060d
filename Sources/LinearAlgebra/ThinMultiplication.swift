// Products in which one dimension is 1, as when a network learns from one sample at a time. Each element of the
// large operand is used once, so that rearranging it first would cost more than it brings.

/// A column by a row: every element of the one times every element of the other.
///
/// Safety: the column has `rows` elements, the row has `columns`, and the result all their products.
func multiplyColumnByRow(
    _ column: Operand, _ row: Operand, _ result: UnsafeMutablePointer<Double>, rows: Int, columns: Int
) {
    for i in 0..<rows {
        let factor = unsafe column.at(i, 0).pointee
        let target = unsafe result + i * columns
        if row.columnStride == 1 {
            for j in 0..<columns { unsafe target[j] = factor * row.start[j] }
        } else {
            for j in 0..<columns { unsafe target[j] = factor * row.at(0, j).pointee }
        }
    }
}

/// A row by a matrix.
///
/// Safety: the row has `inner` elements, the matrix is inner × columns, the result has `columns` elements.
func multiplyRow(
    _ row: Operand, _ matrix: Operand, _ result: UnsafeMutablePointer<Double>, inner: Int, columns: Int
) {
    if matrix.columnStride == 1 {
        unsafe addUpRows(row, matrix, result, inner: inner, columns: columns)
    } else {
        for column in 0..<columns {
            unsafe result[column] = dotProduct(row, matrix.at(0, column), matrix.rowStride, count: inner)
        }
    }
}

/// The rows of the matrix, each times an element of the row: four at a time, so that the
/// result is read and written less often.
private func addUpRows(
    _ row: Operand, _ matrix: Operand, _ result: UnsafeMutablePointer<Double>, inner: Int, columns: Int
) {
    unsafe result.update(repeating: 0, count: columns)
    var k = 0
    while k + 4 <= inner {
        let (f0, f1) = unsafe (row.at(0, k).pointee, row.at(0, k + 1).pointee)
        let (f2, f3) = unsafe (row.at(0, k + 2).pointee, row.at(0, k + 3).pointee)
        let (r0, r1) = unsafe (matrix.at(k, 0), matrix.at(k + 1, 0))
        let (r2, r3) = unsafe (matrix.at(k + 2, 0), matrix.at(k + 3, 0))
        for j in 0..<columns {
            unsafe result[j] = fused(
                fused(fused(fused(result[j], f0, r0[j]), f1, r1[j]), f2, r2[j]), f3, r3[j])
        }
        k += 4
    }
    while k < inner {
        let factor = unsafe row.at(0, k).pointee
        let source = unsafe matrix.at(k, 0)
        for j in 0..<columns { unsafe result[j] = fused(result[j], factor, source[j]) }
        k += 1
    }
}

/// The sum of the products of two lists of numbers, in eight sums side by side.
private func dotProduct(
    _ row: Operand, _ other: UnsafePointer<Double>, _ stride: Int, count: Int
) -> Double {
    guard row.columnStride == 1, stride == 1 else {
        return (0..<count).reduce(0) { unsafe fused($0, row.at(0, $1).pointee, other[$1 &* stride]) }
    }
    var sums = (SIMD8<Double>.zero, SIMD8<Double>.zero)
    let (left, right) = unsafe (UnsafeRawPointer(row.start), UnsafeRawPointer(other))
    var k = 0
    while k + 16 <= count {
        let byte = k * MemoryLayout<Double>.stride
        unsafe sums.0 = fused(
            sums.0, left.loadUnaligned(fromByteOffset: byte, as: SIMD8<Double>.self),
            right.loadUnaligned(fromByteOffset: byte, as: SIMD8<Double>.self))
        unsafe sums.1 = fused(
            sums.1, left.loadUnaligned(fromByteOffset: byte + 64, as: SIMD8<Double>.self),
            right.loadUnaligned(fromByteOffset: byte + 64, as: SIMD8<Double>.self))
        k += 16
    }
    var sum = (sums.0 + sums.1).sum()
    while k < count {
        unsafe sum = fused(sum, row.start[k], other[k])
        k += 1
    }
    return sum
}
