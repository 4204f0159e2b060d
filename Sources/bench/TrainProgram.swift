import Foundation

/// The `train` program, built as `bench` itself was.
struct TrainProgram: Sendable {
    #if DEBUG
        static let configuration = "debug"
    #else
        static let configuration = "release"
    #endif

    private let program: Program
    private let scratch: URL

    /// Builds `train`.
    ///
    /// - Parameters:
    ///   - root: The package.
    ///   - isStudent: Whether with the student's layers; else with the answers.
    ///   - environment: The process's environment.
    ///   - scratch: A folder for what the runs leave.
    /// - Throws: `BenchError`, when `swift` is missing or the build fails.
    init(root: URL, isStudent: Bool, environment: [String: String], scratch: URL) async throws {
        var environment = environment
        environment["SOLUTIONS"] = isStudent ? nil : "1"
        let swift = try Program(
            "swift", advice: "Install Swift 6.2 or later from https://www.swift.org/install.",
            environment: environment, folder: root, scratch: scratch)
        let build =
            ["build", "-c", Self.configuration, "--product", "train"]
            + (isStudent ? [] : ["--scratch-path", root.appending(path: ".build-solutions").path])
        _ = try await swift.run(build)
        let folder = String(decoding: try await swift.run(build + ["--show-bin-path"]), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        program = Program(
            executable: URL(filePath: folder).appending(path: "train"), environment: environment,
            folder: root, scratch: scratch)
        self.scratch = scratch
    }

    /// What a training came to: the part of `train --record` that is compared.
    struct Run: Decodable, Sendable {
        let epochs: [EpochRecord]
        /// The time of the training loop alone.
        let seconds: Double
        let samplesPerSecond: Double
        /// In bytes.
        let peakMemory: Int
    }

    /// Trains a network, with further options of `train`.
    func run(_ network: Network, epochs: Int, _ options: [String] = []) async throws -> Run {
        let record = scratch.appending(path: "record.json")
        _ = try await program.run(
            [network.rawValue, "--epochs", "\(epochs)", "--record", record.path] + options)
        return try decode(try Data(contentsOf: record))
    }
}
