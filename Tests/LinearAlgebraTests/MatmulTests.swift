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
    @Test("the same bits as the triple loop, whatever the shape from 0 to 70", arguments: 1...4)
    func tripleLoop(_ round: Int) throws {
        var generator = SeededGenerator(seed: UInt64(round))
        let n = Array(0...70).shuffled(using: &generator)
        let m = Array(0...70).shuffled(using: &generator)
        let p = Array(0...70).shuffled(using: &generator)
        for index in n.indices {
            try expectTripleLoop(n[index], m[index], p[index], using: &generator)
        }
    }

    @Test("the same bits as the triple loop, for every small shape and around the tiles' edges")
    func edges() throws {
        var generator = SeededGenerator(seed: 41)
        for n in [0, 1, 3, 4, 5, 8] {
            for m in [0, 1, 2, 5] {
                for p in [0, 1, 7, 8, 9, 16] {
                    try expectTripleLoop(n, m, p, using: &generator)
                }
            }
        }
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

    /// Expects Σₖ A[i, k] · B[k, j], added up in the order of k.
    private func expectTripleLoop(
        _ n: Int, _ m: Int, _ p: Int, using generator: inout some RandomNumberGenerator,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let left = Matrix.uniform(rows: n, columns: m, in: -1...1, using: &generator)
        let right = Matrix.uniform(rows: m, columns: p, in: -1...1, using: &generator)
        let a = left.elements
        let b = right.elements
        var expected: [Double] = []
        for i in 0..<n {
            for j in 0..<p {
                var sum = 0.0
                var k = 0
                while k < m {
                    sum += a[i * m + k] * b[k * p + j]
                    k += 1
                }
                expected.append(sum)
            }
        }
        let product = try matmul(left, right)
        #expect(product.shape == Shape(rows: n, columns: p), sourceLocation: sourceLocation)
        #expect(
            product.elements == expected, "(\(n) × \(m)) times (\(m) × \(p))", sourceLocation: sourceLocation)
    }
}
