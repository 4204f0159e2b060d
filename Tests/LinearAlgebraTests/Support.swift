import LinearAlgebra

extension Matrix {
    /// Makes a matrix of the given shape from a function of row and column.
    static func filled(_ rows: Int, _ columns: Int, _ value: (Int, Int) -> Double) -> Matrix {
        var matrix = Matrix.zeros(rows: rows, columns: columns)
        for row in 0..<rows {
            for column in 0..<columns {
                matrix[row, column] = value(row, column)
            }
        }
        return matrix
    }

    /// Makes a matrix of small whole numbers, so that zeros, repeats and both signs occur.
    static func wholeNumbers(
        _ rows: Int, _ columns: Int, using generator: inout some RandomNumberGenerator
    ) -> Matrix {
        filled(rows, columns) { _, _ in Double(Int.random(in: -2...2, using: &generator)) }
    }

    /// The bits of every element; every NaN counts as the same.
    var bits: [UInt64] { elements.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern } }

    /// Tells whether two matrices have one shape and the same bits, NaN being the same as NaN.
    func isIdentical(to other: Matrix) -> Bool { shape == other.shape && bits == other.bits }
}

/// Shapes without elements, with one, a row, a column and an oblong.
let sampleShapes = [
    Shape(rows: 0, columns: 0), Shape(rows: 0, columns: 3), Shape(rows: 3, columns: 0),
    Shape(rows: 1, columns: 1), Shape(rows: 1, columns: 4), Shape(rows: 4, columns: 1),
    Shape(rows: 3, columns: 5),
]

/// A generator that plays back numbers from 0 ..< 1, as the upper 53 bits of each draw.
struct ScriptedGenerator: RandomNumberGenerator {
    var units: [Double]

    init(units: [Double]) { self.units = units.reversed() }

    mutating func next() -> UInt64 { UInt64((units.popLast() ?? 0) * 0x1p53) << 11 }
}
