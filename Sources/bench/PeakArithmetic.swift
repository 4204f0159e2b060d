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
        let sum = sum(rounds: rounds, factor: Vector(repeating: 0.999), term: Vector(repeating: 0.001))
        let seconds = (clock.now - start) / .seconds(1)
        // The sum is used, so that its computation stays.
        return sum.isFinite ? Double(rounds * sums * Vector.scalarCount * 2) / seconds : 0
    }

    /// The numbers that all sums share are not known here, so that each multiply-add is done.
    @inline(never)
    private static func sum(rounds: Int, factor: Vector, term: Vector) -> Double {
        var a = term
        var b = term + 1
        var c = term + 2
        var d = term + 3
        var e = term + 4
        var f = term + 5
        var g = term + 6
        var h = term + 7
        var i = term + 8
        var j = term + 9
        var k = term + 10
        var l = term + 11
        for _ in 0..<rounds {
            a = term.addingProduct(a, factor)
            b = term.addingProduct(b, factor)
            c = term.addingProduct(c, factor)
            d = term.addingProduct(d, factor)
            e = term.addingProduct(e, factor)
            f = term.addingProduct(f, factor)
            g = term.addingProduct(g, factor)
            h = term.addingProduct(h, factor)
            i = term.addingProduct(i, factor)
            j = term.addingProduct(j, factor)
            k = term.addingProduct(k, factor)
            l = term.addingProduct(l, factor)
        }
        return ((a + b + c) + (d + e + f) + (g + h + i) + (j + k + l)).sum()
    }
}
