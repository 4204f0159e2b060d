import LinearAlgebra
import Testing

@Suite("Matrix.normal")
struct NormalTests {
    /// Bits computed in Python, from the algorithm as published and a logarithm written a second time.
    @Test("the same seed gives the same bits on every machine")
    func golden() {
        var generator = SeededGenerator(seed: 42)
        let standard = Matrix.normal(rows: 2, columns: 3, using: &generator)
        #expect(
            standard.bits == [
                0x3fdf_8c80_e851_c08c, 0xbfe6_354b_5f7d_ce79, 0xbff4_7f4a_f60c_7f94,
                0xbfec_d98e_78b1_67ae, 0xbfe3_4295_9c9f_a344, 0x3fe4_8fe9_fcfd_f274,
            ])
        generator = SeededGenerator(seed: 42)
        let moved = Matrix.normal(
            rows: 4, columns: 1, mean: 5, standardDeviation: 0.5, using: &generator)
        #expect(
            moved.bits == [
                0x4014_fc64_0742_8e04, 0x4012_9cab_4a08_2318, 0x4011_7016_a13e_700e, 0x4012_3267_1874_e985,
            ])
    }

    @Test("an odd number of elements begins as an even one does")
    func odd() {
        var first = SeededGenerator(seed: 43)
        var second = SeededGenerator(seed: 43)
        let seven = Matrix.normal(rows: 7, columns: 1, using: &first)
        let eight = Matrix.normal(rows: 2, columns: 4, using: &second)
        #expect(seven.elements == Array(eight.elements.prefix(7)))
        #expect(first.next() == second.next())
    }

    @Test("the generator moves on: two matrices in a row are different")
    func movesOn() {
        var generator = SeededGenerator(seed: 44)
        let first = Matrix.normal(rows: 3, columns: 3, using: &generator)
        #expect(Matrix.normal(rows: 3, columns: 3, using: &generator) != first)
    }

    /// Standard errors for n = 40,000: mean 0.005, variance 0.007, skewness 0.012, kurtosis 0.024.
    @Test("mean 0, variance 1, skewness 0, kurtosis 3, and the tails of the bell curve")
    func moments() {
        var generator = SeededGenerator(seed: 45)
        let z = Matrix.normal(rows: 200, columns: 200, using: &generator).elements
        let n = Double(z.count)
        func share(below bound: Double) -> Double { Double(z.count { abs($0) < bound }) / n }
        #expect(abs(z.reduce(0, +) / n) < 0.02)
        #expect(abs(z.reduce(0) { $0 + $1 * $1 } / n - 1) < 0.03)
        #expect(abs(z.reduce(0) { $0 + $1 * $1 * $1 } / n) < 0.05)
        #expect(abs(z.reduce(0) { $0 + $1 * $1 * $1 * $1 } / n - 3) < 0.1)
        #expect(abs(share(below: 1) - 0.6827) < 0.01)
        #expect(abs(share(below: 2) - 0.9545) < 0.005)
        #expect(abs(share(below: 3) - 0.9973) < 0.0015)
    }

    @Test("neighbours are independent: their products average 0")
    func independent() {
        var generator = SeededGenerator(seed: 46)
        let z = Matrix.normal(rows: 100, columns: 200, using: &generator).elements
        for lag in 1...3 {
            let products = zip(z, z.dropFirst(lag)).map { $0 * $1 }
            #expect(abs(products.reduce(0, +) / Double(products.count)) < 0.03, "lag \(lag)")
        }
    }

    @Test("mean and standard deviation move and stretch the same numbers")
    func affine() {
        var first = SeededGenerator(seed: 47)
        var second = SeededGenerator(seed: 47)
        let standard = Matrix.normal(rows: 5, columns: 9, using: &first)
        let moved = Matrix.normal(rows: 5, columns: 9, mean: -3, standardDeviation: 0.1, using: &second)
        #expect(moved.isIdentical(to: -3 + 0.1 * standard))
        var third = SeededGenerator(seed: 47)
        #expect(
            Matrix.normal(rows: 2, columns: 2, mean: 7, standardDeviation: 0, using: &third)
                == Matrix(repeating: 7, rows: 2, columns: 2))
    }

    /// x and y are drawn as 2u − 1; a pair counts where 0 < x² + y² < 1, and becomes √(−2 ln s / s) times it.
    @Test("the logarithm inside is right to a few units in the last place, down to the smallest numbers")
    func logarithm() {
        for exponent in 1...52 {
            // x = 2u − 1 is a power of 2, and y = 0.
            let u = 0.5 + Double(sign: .plus, exponent: -exponent - 1, significand: 1)
            var generator = ScriptedGenerator(units: [u, 0.5])
            let z = Matrix.normal(rows: 1, columns: 2, using: &generator)
            // With s = x²: z = x √(−2 ln s / s) = √(−2 ln s).
            let expected = sqrt(4 * Double(exponent) * 0.693_147_180_559_945_3)
            #expect(abs(z[0, 0] - expected) <= 4 * expected.ulp, "x = 2^-\(exponent)")
            #expect(z[0, 1] == 0)
        }
        var generator = SeededGenerator(seed: 48)
        var replay = generator
        let z = Matrix.normal(rows: 1, columns: 2000, using: &generator).elements
        for index in stride(from: 0, to: z.count, by: 2) {
            var x = 0.0
            var y = 0.0
            repeat {
                x = 2 * (Double(replay.next() >> 11) / 0x1p53) - 1
                y = 2 * (Double(replay.next() >> 11) / 0x1p53) - 1
            } while x * x + y * y >= 1
            let square = x * x + y * y
            let scale = sqrt(-2 * log(square) / square)
            #expect(abs(z[index] - x * scale) <= 6 * z[index].ulp)
            #expect(abs(z[index + 1] - y * scale) <= 6 * z[index + 1].ulp)
        }
    }

    @Test("the centre and the corners of the square are drawn again")
    func rejection() {
        // x = y = 0, then x = y = −1, then x = −1 alone (on the circle), then x = −½ and y = ½.
        var generator = ScriptedGenerator(units: [0.5, 0.5, 0, 0, 0, 0.5, 0.25, 0.75])
        let z = Matrix.normal(rows: 1, columns: 2, using: &generator)
        let expected = 0.5 * sqrt(4 * 0.693_147_180_559_945_3)  // s = ½: √(2 ln 2 / ½) / 2
        #expect(z.isClose(to: [[-expected, expected]], relativeTolerance: 1e-15, absoluteTolerance: 0))
    }

    @Test("empty and 1 × 1", arguments: [(0, 0), (0, 3), (3, 0), (1, 1)])
    func small(rows: Int, columns: Int) {
        var generator = SeededGenerator(seed: 49)
        let matrix = Matrix.normal(rows: rows, columns: columns, using: &generator)
        #expect(matrix.shape == Shape(rows: rows, columns: columns))
        #expect(matrix.elements.count == rows * columns)
    }
}
