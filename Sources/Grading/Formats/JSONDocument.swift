import Foundation

/// A report that is written as JSON.
protocol JSONDocument: Encodable {}

extension JSONDocument {
    /// The report as text, with its keys in one order always.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
