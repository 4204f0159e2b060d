/// Measures products of matrices, ours and NumPy's in turns.
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
        /// The same for the processor's time, which all our threads count for.
        let processorRatio: Spread
    }

    func run() async throws -> Result {
        var peak = 0.0
        var ours: [[Timing]] = []
        var theirs: [[Timing]] = []
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
            theirs.append(try await peer.measure(Product.all))
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
        _ product: Product, _ ours: [Timing], numPy: [Timing], peak: Double
    ) -> ProductResult {
        let seconds = ours.map(\.seconds)
        let processorSeconds = ours.map(\.processorSeconds)
        return ProductResult(
            name: product.name, shape: product.shape, speed: product.operations / Spread(seconds).median,
            seconds: Spread(seconds), threads: Spread(of: processorSeconds, over: seconds).median,
            shareOfPeak: product.operations / Spread(processorSeconds).median / peak,
            numPy: numPy.isEmpty
                ? nil
                : NumPy(
                    speed: product.operations / Spread(numPy.map(\.seconds)).median,
                    seconds: Spread(numPy.map(\.seconds)),
                    ratio: Spread(of: numPy.map(\.seconds), over: seconds),
                    processorRatio: Spread(of: numPy.map(\.processorSeconds), over: processorSeconds)))
    }
}
