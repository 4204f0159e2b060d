import Foundation

/// The same work in NumPy: `Tests/Peers/numpy_peer.py`.
struct NumPyPeer: Sendable {
    let version: Version
    private let program: Program

    /// What the peer runs on.
    struct Version: Codable, Sendable {
        let numpy: String
        let blas: String
        let python: String
    }

    /// What training in NumPy came to.
    struct Training: Decodable, Sendable {
        let epochs: [EpochRecord]
        let seconds: Double
    }

    /// How many threads NumPy's products may use.
    enum Threads: String, Encodable, Sendable, CaseIterable {
        case one
        case unlimited

        fileprivate var environment: [String: String] {
            let names = [
                "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS",
            ]
            return self == .one ? Dictionary(uniqueKeysWithValues: names.map { ($0, "1") }) : [:]
        }
    }

    /// Finds Python and the peer.
    ///
    /// - Throws: What is missing, in words that say how to get it; or `CancellationError`.
    init(root: URL, environment: [String: String], scratch: URL) async throws {
        var program = try Program(
            "python3", advice: "Install Python, then `python3 -m pip install numpy`.",
            environment: environment, folder: root, scratch: scratch)
        program.leading = [root.appending(path: "Tests/Peers/numpy_peer.py").path]
        version = try decode(try await program.run(["--version"]))
        self.program = program
    }

    /// Trains for some of the epochs that `train --export` wrote to a folder.
    func train(_ folder: URL, epochs: Int, threads: Threads) async throws -> Training {
        try decode(try await limited(to: threads).run([folder.path, "--epochs", "\(epochs)"]))
    }

    /// Measures each product, on one thread.
    func measure(_ products: [Product]) async throws -> [Timing] {
        struct Answer: Decodable { let products: [Timing] }
        let answer: Answer = try decode(
            try await limited(to: .one).run(["--matmul"] + products.map(\.code)))
        return answer.products
    }

    private func limited(to threads: Threads) -> Program {
        var program = program
        program.environment.merge(threads.environment) { $1 }
        return program
    }
}

/// An epoch, as `train --record` and the peer both write it.
struct EpochRecord: Decodable, Sendable {
    let trainingLoss: Double
    let trainingAccuracy: Double
    let validationLoss: Double?
    let validationAccuracy: Double?
}

/// Reads what another program wrote: NaN and infinity are texts there.
func decode<Value: Decodable>(_ data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
        positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return try decoder.decode(Value.self, from: data)
}
