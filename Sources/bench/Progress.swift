import Foundation

/// Says what is measured right now: on a terminal in a line that goes again, elsewhere in a line of its own.
struct Progress: Sendable {
    private static let isTerminal = isatty(STDERR_FILENO) == 1

    /// Says what begins.
    func say(_ step: String) {
        write(Self.isTerminal ? "\r\u{1B}[2K\(step)…" : "\(step)…\n")
    }

    /// Makes room for what is printed next.
    func clear() {
        if Self.isTerminal { write("\r\u{1B}[2K") }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
