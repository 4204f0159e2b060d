/// Measures how cost grows with the number of samples and of epochs.
struct CostBench {
    let train: TrainProgram
    let isQuick: Bool
    let progress: Progress

    /// A network's cost.
    struct Result: Encodable, Sendable {
        let name: String
        let bySamples: [Run]
        let byEpochs: [Run]
    }

    /// A training, the fastest of several.
    struct Run: Encodable, Sendable {
        let samples: Int
        let epochs: Int
        let seconds: Double
        /// In bytes, the least of several.
        let peakMemory: Int
    }

    private static let factors = [1, 2, 4]

    func run() async throws -> [Result] {
        var results: [Result] = []
        for (network, samples, epochs) in [(Network.moons, 500, 200), (.mlp, 500, 1)] {
            results.append(
                Result(
                    name: network.rawValue,
                    bySamples: try await fastest(
                        network, Self.factors.map { (samples: $0 * samples, epochs: epochs) }),
                    byEpochs: try await fastest(
                        network, Self.factors.map { (samples: samples, epochs: $0 * epochs) })))
        }
        progress.clear()
        return results
    }

    /// The fastest of several runs of each size, in turns.
    private func fastest(_ network: Network, _ sizes: [(samples: Int, epochs: Int)]) async throws -> [Run] {
        var runs: [[TrainProgram.Run]] = sizes.map { _ in [] }
        for _ in 0..<(isQuick ? 1 : 5) {
            for (index, size) in sizes.enumerated() {
                progress.say("cost: \(network.rawValue), samples: \(size.samples), epochs: \(size.epochs)")
                runs[index].append(
                    try await train.run(
                        network, epochs: size.epochs,
                        ["--samples", "\(size.samples)", "--validation", "0"]))
            }
        }
        return zip(sizes, runs).map { size, runs in
            Run(
                samples: size.samples, epochs: size.epochs, seconds: runs.map(\.seconds).min() ?? 0,
                peakMemory: runs.map(\.peakMemory).min() ?? 0)
        }
    }
}
