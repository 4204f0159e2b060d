import Foundation
import Synchronization

/// What the program prints, with a line at the bottom that is drawn anew in place.
///
/// Whoever writes clears that line first: several threads may.
final class Console: Sendable {
    /// Whether results go to a terminal, where a line can be redrawn.
    let isTerminal: Bool
    /// Whether colours are wanted there.
    let isColoured: Bool
    /// Called when nobody can read what is written any more.
    private let onLoss: @Sendable () -> Void
    private let hasOpenLine = Mutex(false)

    init(environment: [String: String], onLoss: @escaping @Sendable () -> Void) {
        isTerminal = isatty(STDOUT_FILENO) == 1
        isColoured = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
        self.onLoss = onLoss
    }

    /// The number of columns to draw in: the terminal's, 80 at most.
    var width: Int {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return min(80, Int(size.ws_col))
    }

    /// Prints text and a line break.
    func write(_ text: String) { write(text + "\n", to: .standardOutput) }

    /// Prints text and a line break where errors go.
    func complain(_ text: String) { write(text + "\n", to: .standardError) }

    /// Draws the line at the bottom anew.
    func redraw(_ line: String) {
        hasOpenLine.withLock { isOpen in
            put("\r\(line)\u{1B}[K", to: .standardOutput)
            isOpen = true
        }
    }

    private func write(_ text: String, to handle: FileHandle) {
        hasOpenLine.withLock { isOpen in
            if isOpen { put("\r\u{1B}[K", to: .standardOutput) }
            isOpen = false
            put(text, to: handle)
        }
    }

    private func put(_ text: String, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            onLoss()
        }
    }
}
