import LinearAlgebra
import Testing

@Suite("Matrix.uniform")
struct UniformTests {
    /// Bits computed in Python: lower · (1 − u) + upper · u, u = the upper 53 bits / 2⁵³.
    @Test("the same seed gives the same bits on every machine")
    func golden() {
        var generator = SeededGenerator(seed: 42)
        let matrix = Matrix.uniform(rows: 3, columns: 2, in: -1...2, using: &generator)
        #expect(
            matrix.bits == [
                0x3ff3_9859_6728_fc24, 0xbfe0_a60a_cc9d_1966, 0xbfc5_0464_fd63_689c,
                0x3fa0_ad4b_fa55_c140, 0xbfec_595e_de32_64f4, 0x3ff9_acc9_5eeb_5828,
            ])
    }

    @Test("mean, variance and every tenth of the range as for even odds")
    func moments() {
        var generator = SeededGenerator(seed: 51)
        let u = Matrix.uniform(rows: 200, columns: 200, in: 0...1, using: &generator).elements
        let n = Double(u.count)
        #expect(abs(u.reduce(0, +) / n - 0.5) < 0.006)
        #expect(abs(u.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / n - 1.0 / 12) < 0.002)
        var counts = [Int](repeating: 0, count: 10)
        for value in u {
            counts[min(Int(value * 10), 9)] += 1
        }
        #expect(counts.allSatisfy { abs($0 - 4000) < 240 }, "\(counts)")
    }

    @Test(
        "no number is outside of the range",
        arguments: [
            -1...2, 0...0x1p-1074, 1...1.0.nextUp, 1.0.nextDown...1, -1e-300...1e300, 1e16...(1e16 + 2),
        ])
    func bounds(_ range: ClosedRange<Double>) {
        var generator = SeededGenerator(seed: 52)
        let matrix = Matrix.uniform(rows: 20, columns: 50, in: range, using: &generator)
        #expect(matrix.elements.allSatisfy(range.contains))
        #expect(matrix.min() < matrix.max())
    }

    /// Of these, 1/3, 2.9 and 1 − 2⁻⁵³ round to a neighbour for some draws, and have to be brought back.
    @Test(
        "a range of one number gives that number",
        arguments: [0, 0.1, 1.0 / 3, -2.9, 1.0.nextDown, 1e308, 0x1p-1074])
    func degenerate(_ bound: Double) {
        var generator = SeededGenerator(seed: 53)
        let matrix = Matrix.uniform(rows: 10, columns: 10, in: bound...bound, using: &generator)
        #expect(matrix == Matrix(repeating: bound, rows: 10, columns: 10))
    }

    @Test("the whole range of Double does not overflow, and is used")
    func huge() {
        let greatest = Double.greatestFiniteMagnitude
        var generator = SeededGenerator(seed: 54)
        let matrix = Matrix.uniform(rows: 20, columns: 50, in: -greatest...greatest, using: &generator)
        #expect(matrix.elements.allSatisfy { $0.isFinite })
        let shares = (matrix / greatest).elements
        #expect(abs(shares.reduce(0, +) / 1000) < 0.06)
        #expect(shares.contains { $0 < -0.95 })
        #expect(shares.contains { $0 > 0.95 })
    }

    @Test("the ends: the smallest draw is the lower bound, the largest is at the upper one")
    func ends() {
        var generator = ScriptedGenerator(units: [0, 1 - 0x1p-53])
        let matrix = Matrix.uniform(rows: 1, columns: 2, in: 2...3, using: &generator)
        #expect(matrix[0, 0] == 2)
        #expect(matrix[0, 1] > 3 - 1e-15)
        #expect(matrix[0, 1] <= 3)
    }
}
