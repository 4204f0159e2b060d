import Foundation

/// Says what takes long: a line that comes and goes on a terminal, a plain one elsewhere.
struct Progress: Sendable {
    let output: FileHandle
    let isTerminal: Bool

    /// Runs `work` under its name.
    func during<Result>(_ name: String, _ work: () async throws -> Result) async throws -> Result {
        write(isTerminal ? "\(name)…" : "\(name)…\n")
        defer { if isTerminal { write("\r\u{1B}[2K") } }
        return try await work()
    }

    private func write(_ text: String) {
        output.write(Data(text.utf8))
    }
}
