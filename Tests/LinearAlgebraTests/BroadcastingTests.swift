import LinearAlgebra
import Testing

@Suite("Broadcasting")
struct BroadcastingTests {
    /// Every shape with 0 to 3 rows and 0 to 3 columns.
    static let shapes = (0...3).flatMap { rows in (0...3).map { Shape(rows: rows, columns: $0) } }

    @Test("each operator meets every pair of shapes as the rule says", arguments: BinaryOperator.all)
    func everyPair(_ binary: BinaryOperator) throws {
        var generator = SeededGenerator(seed: 11)
        for leftShape in Self.shapes {
            for rightShape in Self.shapes {
                let left = Matrix.wholeNumbers(leftShape.rows, leftShape.columns, using: &generator)
                let right = Matrix.wholeNumbers(rightShape.rows, rightShape.columns, using: &generator)
                if let expected = broadcast(left, right, binary.combine) {
                    let result = try binary.apply(left, right)
                    #expect(result.isIdentical(to: expected), "\(left) \(binary.symbol) \(right)")
                } else {
                    #expect(throws: binary.error(leftShape, rightShape)) { try binary.apply(left, right) }
                }
            }
        }
    }

    @Test(
        "an in-place operator repeats its right side only, and leaves the left side alone when it throws",
        arguments: BinaryOperator.inPlace)
    func everyPairInPlace(_ binary: BinaryOperator) throws {
        var generator = SeededGenerator(seed: 12)
        for leftShape in Self.shapes {
            for rightShape in Self.shapes {
                let left = Matrix.wholeNumbers(leftShape.rows, leftShape.columns, using: &generator)
                let right = Matrix.wholeNumbers(rightShape.rows, rightShape.columns, using: &generator)
                var changed = left
                if let expected = broadcast(left, right, binary.combine), expected.shape == leftShape {
                    try binary.update(&changed, right)
                    #expect(changed.isIdentical(to: expected), "\(left) \(binary.symbol) \(right)")
                } else {
                    #expect(throws: binary.error(leftShape, rightShape)) {
                        try binary.update(&changed, right)
                    }
                    #expect(changed == left, "\(leftShape) \(binary.symbol) \(rightShape)")
                }
            }
        }
    }

    @Test(
        "long rows, wider than any vector register, come out as short ones do", arguments: BinaryOperator.all)
    func longRows(_ binary: BinaryOperator) throws {
        var generator = SeededGenerator(seed: 13)
        let full = Matrix.wholeNumbers(5, 67, using: &generator)
        let others = [
            Matrix.wholeNumbers(5, 67, using: &generator), .wholeNumbers(1, 67, using: &generator),
            .wholeNumbers(5, 1, using: &generator), .wholeNumbers(1, 1, using: &generator),
        ]
        for other in others {
            let right = try #require(broadcast(full, other, binary.combine))
            #expect(try binary.apply(full, other).isIdentical(to: right), "\(binary.symbol) \(other.shape)")
            let left = try #require(broadcast(other, full, binary.combine))
            #expect(try binary.apply(other, full).isIdentical(to: left), "\(other.shape) \(binary.symbol)")
        }
    }

    @Test("both sides are repeated where a column meets a row")
    func columnMeetsRow() throws {
        let column: Matrix = [[1], [2], [3]]
        let row: Matrix = [[10, 20]]
        #expect(try column + row == [[11, 21], [12, 22], [13, 23]])
        #expect(try row - column == [[9, 19], [8, 18], [7, 17]])
        #expect(try column * row == [[10, 20], [20, 40], [30, 60]])
        #expect(try row / column == [[10, 20], [5, 10], [10.0 / 3, 20.0 / 3]])
        #expect(try (column .< [[2, 3]]) == [[1, 1], [0, 1], [0, 0]])
    }

    @Test("a matrix may be both sides of an in-place operator")
    func bothSides() throws {
        var matrix: Matrix = [[1, -2], [3, 4]]
        try matrix += matrix
        #expect(matrix == [[2, -4], [6, 8]])
        try matrix *= matrix
        #expect(matrix == [[4, 16], [36, 64]])
    }
}

/// The rule, element by element: dimensions agree, or the one that is 1 is read again and again.
private func broadcast(
    _ left: Matrix, _ right: Matrix, _ combine: (Double, Double) -> Double
) -> Matrix? {
    func size(_ a: Int, _ b: Int) -> Int? { a == b || b == 1 ? a : a == 1 ? b : nil }
    guard let rows = size(left.rows, right.rows), let columns = size(left.columns, right.columns) else {
        return nil
    }
    return .filled(rows, columns) { row, column in
        combine(
            left[left.rows == 1 ? 0 : row, left.columns == 1 ? 0 : column],
            right[right.rows == 1 ? 0 : row, right.columns == 1 ? 0 : column])
    }
}

/// An operator between two matrices, and what it does to two numbers.
struct BinaryOperator: Sendable, CustomTestStringConvertible {
    let symbol: String
    let update: @Sendable (inout Matrix, Matrix) throws -> Void
    let combine: @Sendable (Double, Double) -> Double

    var testDescription: String { symbol }

    func apply(_ left: Matrix, _ right: Matrix) throws -> Matrix {
        var result = left
        try update(&result, right)
        return result
    }

    func error(_ left: Shape, _ right: Shape) -> ShapeError {
        ShapeError(operation: symbol, left: left, right: right)
    }

    static let all = [
        BinaryOperator(symbol: "+", update: { $0 = try $0 + $1 }, combine: { $0 + $1 }),
        BinaryOperator(symbol: "-", update: { $0 = try $0 - $1 }, combine: { $0 - $1 }),
        BinaryOperator(symbol: "*", update: { $0 = try $0 * $1 }, combine: { $0 * $1 }),
        BinaryOperator(symbol: "/", update: { $0 = try $0 / $1 }, combine: { $0 / $1 }),
        BinaryOperator(symbol: ".<", update: { $0 = try $0 .< $1 }, combine: { $0 < $1 ? 1 : 0 }),
        BinaryOperator(symbol: ".<=", update: { $0 = try $0 .<= $1 }, combine: { $0 <= $1 ? 1 : 0 }),
        BinaryOperator(symbol: ".>", update: { $0 = try $0 .> $1 }, combine: { $0 > $1 ? 1 : 0 }),
        BinaryOperator(symbol: ".>=", update: { $0 = try $0 .>= $1 }, combine: { $0 >= $1 ? 1 : 0 }),
        BinaryOperator(symbol: ".==", update: { $0 = try $0 .== $1 }, combine: { $0 == $1 ? 1 : 0 }),
    ]

    static let inPlace = [
        BinaryOperator(symbol: "+=", update: { try $0 += $1 }, combine: { $0 + $1 }),
        BinaryOperator(symbol: "-=", update: { try $0 -= $1 }, combine: { $0 - $1 }),
        BinaryOperator(symbol: "*=", update: { try $0 *= $1 }, combine: { $0 * $1 }),
        BinaryOperator(symbol: "/=", update: { try $0 /= $1 }, combine: { $0 / $1 }),
    ]
}
