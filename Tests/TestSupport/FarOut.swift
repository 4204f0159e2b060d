public import LinearAlgebra

/// A matrix of huge numbers, of either sign, in every other column, and of ordinary ones between them.
///
/// Where a power of e overflows, many a mistake gives the same: the ordinary columns tell them apart.
public func farOut(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var numbers = normal(rows, columns, seed: seed)
    for row in 0..<rows {
        for column in stride(from: 0, to: columns, by: 2) { numbers[row, column] *= 1e4 }
    }
    return numbers
}
