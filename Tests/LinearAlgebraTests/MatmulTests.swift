import LinearAlgebra
import Testing

@Suite("matmul")
struct MatmulTests {
    @Test("worked by hand: (2 × 3) times (3 × 2)")
    func byHand() throws {
        #expect(
            try matmul([[1, 2, 3], [4, 5, 6]], [[7, 8], [9, 10], [11, 12]]) == [[58, 64], [139, 154]])
        #expect(try matmul([[1, 2, 3]], [[4], [5], [6]]) == [[32]])
        #expect(try matmul([[1], [2]], [[3, 4, 5]]) == [[3, 4, 5], [6, 8, 10]])
    }

    /// Three shuffles of 0...70 side by side: every length is each of the three dimensions once a round.
    @Test("the sum of products, whatever the shape from 0 to 70", arguments: 1...4)
    func anyShape(_ round: Int) throws {
        var generator = SeededGenerator(seed: UInt64(round))
        let n = Array(0...70).shuffled(using: &generator)
        let m = Array(0...70).shuffled(using: &generator)
        let p = Array(0...70).shuffled(using: &generator)
        for index in n.indices {
            try expectSumOfProducts(n[index], m[index], p[index], using: &generator)
        }
    }

    @Test("the sum of products, for small shapes, a row, a column and around the tiles' edges")
    func edges() throws {
        var generator = SeededGenerator(seed: 41)
        for n in [0, 1, 2, 5, 6, 7, 11, 12, 13, 24] {
            for m in [0, 1, 2, 3, 5, 16, 17, 33] {
                for p in [0, 1, 2, 7, 8, 9, 15, 16, 17, 32] {
                    try expectSumOfProducts(n, m, p, using: &generator)
                }
            }
        }
    }

    @Test("the sum of products, around the edges of the blocks and with enough to do for threads")
    func blocks() throws {
        var generator = SeededGenerator(seed: 43)
        for (n, m, p) in [
            (95, 255, 511), (97, 257, 513), (193, 513, 40), (2, 600, 1100), (300, 2, 1030), (128, 784, 64),
        ] {
            try expectSumOfProducts(n, m, p, using: &generator)
        }
    }

    @Test("the same product twice has the same bits, and so have its rows one block at a time")
    func sameBits() throws {
        var generator = SeededGenerator(seed: 44)
        let left = Matrix.normal(rows: 260, columns: 300, using: &generator)
        let right = Matrix.normal(rows: 300, columns: 200, using: &generator)
        let product = try matmul(left, right)
        #expect(try matmul(left, right).bits == product.bits)
        // Too few products for a second thread, each time.
        let rows = try stride(from: 0, to: 260, by: 4).flatMap { row in
            try matmul(left.selectingRows(row..<row + 4), right).bits
        }
        #expect(rows == product.bits)
    }

    @Test("inner dimensions that differ are a ShapeError, even where one is 1 or there is nothing to add")
    func mismatch() {
        for (left, right) in [
            ((2, 3), (2, 3)), ((2, 3), (1, 3)), ((2, 1), (3, 2)), ((0, 3), (2, 0)), ((1, 0), (1, 1)),
        ] {
            let a = Matrix.ones(rows: left.0, columns: left.1)
            let b = Matrix.ones(rows: right.0, columns: right.1)
            #expect(throws: ShapeError(operation: "matmul", left: a.shape, right: b.shape)) {
                try matmul(a, b)
            }
        }
    }

    @Test("the identity changes nothing, on either side")
    func identity() throws {
        var generator = SeededGenerator(seed: 42)
        let matrix = Matrix.normal(rows: 13, columns: 21, using: &generator)
        #expect(try matmul(.identity(13), matrix) == matrix)
        #expect(try matmul(matrix, .identity(21)) == matrix)
    }

    @Test("NaN and infinity pass through, times zero too, and stay in their row or column")
    func special() throws {
        for size in [2, 8, 11] {
            var left = Matrix.zeros(rows: size, columns: size)
            left[1, 0] = .nan
            let fromLeft = try matmul(left, .ones(rows: size, columns: size))
            #expect(fromLeft.isIdentical(to: .filled(size, size) { row, _ in row == 1 ? .nan : 0 }))
            var right = Matrix.ones(rows: size, columns: size)
            right[0, 1] = .infinity
            let fromRight = try matmul(.ones(rows: size, columns: size), right)
            #expect(fromRight == .filled(size, size) { _, column in column == 1 ? .infinity : Double(size) })
            let timesZero = try matmul(.zeros(rows: size, columns: size), right)
            #expect(timesZero.isIdentical(to: .filled(size, size) { _, column in column == 1 ? .nan : 0 }))
        }
    }

    /// Expects Σₖ A[i, k] · B[k, j] within what rounding can do, however the two matrices lie in memory.
    private func expectSumOfProducts(
        _ n: Int, _ m: Int, _ p: Int, using generator: inout some RandomNumberGenerator,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let left = Matrix.uniform(rows: n, columns: m, in: -1...1, using: &generator)
        let right = Matrix.uniform(rows: m, columns: p, in: -1...1, using: &generator)
        let columnByColumn = (try reordered(left).transposed(), try reordered(right).transposed())
        let expected = sumsOfProducts(left, right)
        for (a, b) in [
            (left, right), (columnByColumn.0, right), (left, columnByColumn.1), columnByColumn,
        ] {
            let product = try matmul(a, b)
            #expect(product.shape == Shape(rows: n, columns: p), sourceLocation: sourceLocation)
            // Each of m products and sums rounds by half an ulp at most, of numbers up to m.
            #expect(
                product.isClose(
                    to: expected, relativeTolerance: 0,
                    absoluteTolerance: Double(m) * Double(m) * Double.ulpOfOne),
                "(\(n) × \(m)) times (\(m) × \(p))", sourceLocation: sourceLocation)
        }
    }

    /// The transposed matrix, its elements in the order of its own rows.
    private func reordered(_ matrix: Matrix) throws -> Matrix {
        try Matrix(
            rows: matrix.columns, columns: matrix.rows,
            elements: (0..<matrix.columns).flatMap { column in
                (0..<matrix.rows).map { matrix[$0, column] }
            })
    }

    private func sumsOfProducts(_ left: Matrix, _ right: Matrix) -> Matrix {
        let a = left.elements
        let b = right.elements
        return .filled(left.rows, right.columns) { row, column in
            var sum = 0.0
            var k = 0
            while k < left.columns {
                sum += a[row * left.columns + k] * b[k * right.columns + column]
                k += 1
            }
            return sum
        }
    }
}
