/// What the machine's multiply-add units can do at most, on one thread.
enum PeakArithmetic {
    #if AVX512
        private typealias Vector = SIMD8<Double>
    #else
        private typealias Vector = SIMD4<Double>
    #endif

    /// Twelve sums: two units or four start a multiply-add in each cycle, and it takes four or five cycles.
    private static let sums = 12

    /// Measures the most multiplications and additions in a second.
    ///
    /// Independent sums, enough of them to keep all units busy, never leave the vector registers. Of many short runs
    /// the fastest counts: it is one that nothing interrupted.
    static func operationsPerSecond() -> Double {
        (0..<100).map { _ in operationsPerSecond(rounds: 100_000) }.max() ?? 0
    }

    private static func operationsPerSecond(rounds: Int) -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let sum = sum(rounds: rounds, factor: Vector(repeating: 1e-9))
        let seconds = (clock.now - start) / .seconds(1)
        // The sum is used, so that its computation stays.
        return sum.isFinite ? Double(rounds * sums * Vector.scalarCount * 2) / seconds : 0
    }

    /// Adds to each sum what it is, times a factor that is near 0: of this form, compilers make one instruction.
    @inline(never)
    private static func sum(rounds: Int, factor: Vector) -> Double {
        var a = Vector(repeating: 1)
        var b = Vector(repeating: 2)
        var c = Vector(repeating: 3)
        var d = Vector(repeating: 4)
        var e = Vector(repeating: 5)
        var f = Vector(repeating: 6)
        var g = Vector(repeating: 7)
        var h = Vector(repeating: 8)
        var i = Vector(repeating: 9)
        var j = Vector(repeating: 10)
        var k = Vector(repeating: 11)
        var l = Vector(repeating: 12)
        for _ in 0..<rounds {
            a.addProduct(a, factor)
            b.addProduct(b, factor)
            c.addProduct(c, factor)
            d.addProduct(d, factor)
            e.addProduct(e, factor)
            f.addProduct(f, factor)
            g.addProduct(g, factor)
            h.addProduct(h, factor)
            i.addProduct(i, factor)
            j.addProduct(j, factor)
            k.addProduct(k, factor)
            l.addProduct(l, factor)
        }
        return ((a + b + c) + (d + e + f) + (g + h + i) + (j + k + l)).sum()
    }
}
