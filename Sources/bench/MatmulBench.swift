/// Measures products of matrices in turns: ours, NumPy, ours, …
struct MatmulBench {
    let peer: NumPyPeer?
    let rounds: Int
    let progress: Progress

    struct Result: Encodable, Sendable {
        /// What one thread's multiply-add units can do, measured between the products: operations a second.
        let peak: Double
        let products: [ProductResult]
    }

    /// One product, ours and NumPy's.
    struct ProductResult: Encodable, Sendable {
        let name: String
        let shape: String
        /// Operations a second, by the clock.
        let speed: Double
        let seconds: Spread
        /// The time of all threads together, over the time on the clock.
        let threads: Double
        /// Operations in a second of a thread's time, over the peak.
        let shareOfPeak: Double
        let numPy: NumPy?
    }

    /// NumPy's product, on one thread.
    struct NumPy: Encodable, Sendable {
        let speed: Double
        let seconds: Spread
        /// NumPy's time over ours, round by round.
        let ratio: Spread
        /// The same over the time of all our threads together.
        let ratioByThread: Spread
    }

    func run() async throws -> Result {
        var peak = 0.0
        var ours: [[Timing]] = []
        var theirs: [[Double]] = []
        for round in 1...rounds {
            progress.say("matmul: ours, \(round) of \(rounds)")
            peak = max(peak, PeakArithmetic.operationsPerSecond())
            ours.append(
                try Product.all.map { product in
                    try Task.checkCancellation()
                    return try product.measure()
                })
            guard let peer else { continue }
            progress.say("matmul: NumPy, \(round) of \(rounds)")
            theirs.append(try await peer.seconds(for: Product.all))
        }
        progress.clear()
        return Result(
            peak: peak,
            products: Product.all.indices.map { index in
                result(
                    Product.all[index], ours.map { $0[index] }, numPy: theirs.map { $0[index] }, peak: peak)
            })
    }

    private func result(
        _ product: Product, _ timings: [Timing], numPy: [Double], peak: Double
    ) -> ProductResult {
        let seconds = timings.map(\.seconds)
        let threadSeconds = timings.map(\.processorSeconds)
        let speeds = threadSeconds.map { product.operations / $0 }
        return ProductResult(
            name: product.name, shape: product.shape, speed: product.operations / Spread(seconds).median,
            seconds: Spread(seconds), threads: Spread(zip(threadSeconds, seconds).map { $0 / $1 }).median,
            shareOfPeak: Spread(speeds).median / peak,
            numPy: numPy.isEmpty
                ? nil
                : NumPy(
                    speed: product.operations / Spread(numPy).median, seconds: Spread(numPy),
                    ratio: Spread(of: numPy, over: seconds),
                    ratioByThread: Spread(of: numPy, over: threadSeconds)))
    }
}
