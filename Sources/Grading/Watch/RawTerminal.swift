import Foundation

/// The user's terminal as a screen to draw on and keys to read one by one; as it was again in the end.
///
/// It draws on the alternate screen: what the user had before is neither cleared nor scrolled.
struct RawTerminal: ~Copyable {
    /// How the terminal was, while it is in use.
    private var before: termios?
    /// What is on the screen.
    private var drawn: (lines: [String], size: Size) = ([], Size())

    /// The terminal's size, in characters.
    struct Size: Equatable {
        var columns = 80
        var rows = 24
    }

    /// Takes the terminal.
    ///
    /// - Throws: `GradingError.noTerminal` where keys or screen are none.
    init(environment: [String: String]) throws(GradingError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, environment["TERM"] != "dumb" else {
            throw .noTerminal
        }
        enter()
    }

    deinit { Self.restore(before) }

    /// Takes the terminal, again if need be: a shell may have changed it while the program was stopped.
    mutating func enter() {
        var settings = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
        let original = before ?? settings
        before = original
        settings = original
        unsafe cfmakeraw(&settings)
        // Ctrl-C and Ctrl-Z are signals as ever, and a line feed begins a line.
        settings.c_lflag |= tcflag_t(ISIG)
        settings.c_oflag |= tcflag_t(OPOST)
        _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
        drawn.lines = []
        // The alternate screen, no cursor, and no line that runs on into the next.
        Self.write("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[2J")
    }

    /// Gives the terminal back.
    mutating func leave() {
        Self.restore(before)
        before = nil
    }

    /// Draws these lines from the top, and clears what is below them.
    ///
    /// What is there already is not drawn again, which would flicker.
    mutating func draw(_ lines: [String], in size: Size) {
        guard drawn != (lines, size) else { return }
        drawn = (lines, size)
        let text = lines.map { $0 + "\u{1B}[0m\u{1B}[K" }.joined(separator: "\n")
        // The last line is without a line feed, which would scroll.
        Self.write("\u{1B}[H" + text + "\u{1B}[J")
    }

    /// How much room there is now; asked each time, for windows change.
    borrowing func size() -> Size {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
        else { return Size() }
        return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }

    private static func restore(_ before: termios?) {
        guard var before else { return }
        write("\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
        _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
    }

    /// Writes, and does not mind when the terminal is gone: its end comes as a hang-up.
    private static func write(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
}
