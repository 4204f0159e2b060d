/// Colours and weights for a terminal, or nothing at all.
struct TerminalStyle: Sendable {
    let isColoured: Bool

    func bold(_ text: String) -> String { code(1, text) }
    func dim(_ text: String) -> String { code(2, text) }
    func red(_ text: String) -> String { code(31, text) }
    func green(_ text: String) -> String { code(32, text) }
    func yellow(_ text: String) -> String { code(33, text) }

    private func code(_ number: Int, _ text: String) -> String {
        isColoured ? "\u{1B}[\(number)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// The text with spaces after it, or before it, up to `width`.
    func padded(to width: Int, alignedRight: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - count))
        return alignedRight ? spaces + self : self + spaces
    }

    /// The text in lines of at most `width` characters, broken between words; its own line breaks are kept.
    func wrapped(to width: Int) -> [String] {
        split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            if paragraph.count <= width { return [String(paragraph)] }
            var lines = [""]
            for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
                if let line = lines.last, !line.isEmpty, line.count + 1 + word.count > width {
                    lines.append(String(word))
                } else {
                    lines[lines.count - 1] += (lines.last == "" ? "" : " ") + word
                }
            }
            return lines
        }
    }
}
