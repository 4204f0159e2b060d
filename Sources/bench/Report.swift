import Foundation

/// All that was measured, as `--format json` prints it.
///
/// Times are in seconds, memory in bytes.
struct Report: Encodable, Sendable {
    let setting: Setting
    var matmul: MatmulBench.Result?
    var networks: [NetworkBench.Result] = []
    var cost: [CostBench.Result]?

    /// What was measured on.
    struct Setting: Encodable, Sendable {
        let system: String
        let processors: Int
        /// How the layers were compiled: debug is what students run.
        let configuration: String
        let isStudent: Bool
        /// nil where NumPy is missing.
        let numPy: NumPyPeer.Version?
    }

    /// Whether no losses differ from NumPy's.
    var isEqual: Bool { networks.allSatisfy { $0.proof?.isEqual ?? true } }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
