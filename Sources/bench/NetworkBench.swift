import Foundation

/// Measures the training of a network in turns, ours, NumPy, ours, …, and compares what they learned.
struct NetworkBench {
    let network: Network
    let train: TrainProgram
    let peer: NumPyPeer?
    let request: Command.Request
    /// An empty folder for the data that both learn from.
    let folder: URL
    let progress: Progress

    /// A network, ours and NumPy's.
    struct Result: Encodable, Sendable {
        let name: String
        /// The epochs of each run that was timed.
        let epochs: Int
        let seconds: Spread
        let samplesPerSecond: Spread
        let numPy: NumPy?
        let proof: Comparison?
    }

    struct NumPy: Encodable, Sendable {
        let seconds: Spread
        /// The faster of the two: that many threads for the products.
        let threads: NumPyPeer.Threads
        /// NumPy's time over ours, pair by pair.
        let ratio: Spread
    }

    private var options: [String] { request.isQuick ? network.quickOptions : [] }
    private var epochs: Int { network.timedEpochs }

    func run() async throws -> Result {
        let (proof, threads) = try await prove()
        var ours: [TrainProgram.Run] = []
        var theirs: [Double] = []
        for pair in 1...request.rounds {
            progress.say("\(network.rawValue): ours, \(pair) of \(request.rounds)")
            ours.append(try await train.run(network, epochs: epochs, options))
            guard let peer, let threads else { continue }
            progress.say("\(network.rawValue): NumPy, \(pair) of \(request.rounds)")
            theirs.append(try await peer.train(folder, epochs: epochs, threads: threads).seconds)
        }
        progress.clear()
        let seconds = ours.map(\.seconds)
        return Result(
            name: network.rawValue, epochs: epochs, seconds: Spread(seconds),
            samplesPerSecond: Spread(ours.map(\.samplesPerSecond)),
            numPy: threads.map {
                NumPy(seconds: Spread(theirs), threads: $0, ratio: Spread(of: theirs, over: seconds))
            },
            proof: proof)
    }

    /// Has both train for as many epochs as have to agree, and finds out what threads NumPy is faster with.
    private func prove() async throws -> (Comparison?, NumPyPeer.Threads?) {
        guard let peer else { return (nil, nil) }
        let epochs = request.isQuick ? self.epochs : max(self.epochs, Comparison.epochs)
        progress.say("\(network.rawValue): ours, to compare, epochs: \(epochs)")
        let ours = try await train.run(network, epochs: epochs, options + ["--export", folder.path])
        progress.say("\(network.rawValue): NumPy, to compare, epochs: \(epochs)")
        let theirs = try await peer.train(folder, epochs: epochs, threads: .one)
        let proof = try Comparison(ours: ours.epochs, theirs: theirs.epochs)

        var fastest: (threads: NumPyPeer.Threads, seconds: Double)?
        for threads in NumPyPeer.Threads.allCases + NumPyPeer.Threads.allCases {
            progress.say("\(network.rawValue): NumPy, threads: \(threads.rawValue)")
            let seconds = try await peer.train(folder, epochs: self.epochs, threads: threads).seconds
            if fastest.map({ seconds < $0.seconds }) ?? true { fastest = (threads, seconds) }
        }
        return (proof, fastest?.threads)
    }
}
