/// Text in Markdown that stays the text it is: whatever was handed in, it makes no link, no markup and no mention.
enum Markdown {
    /// Text inside of a line, after its first word.
    static func escaped(_ text: String) -> String {
        let markup = "\\`*_[]<>|~$#&!"
        let escaped = text.map { character in
            character.isNewline ? " " : markup.contains(character) ? "\\\(character)" : String(character)
        }.joined()
        // What is no markup, and made a link or a mention all the same: the eye does not see what parts it.
        return ["://", "www.", "@"].reduce(escaped) { text, mark in
            text.replacing(mark, with: mark.prefix(1) + "\u{200B}" + mark.dropFirst())
        }
    }

    /// Text as code inside of a line.
    static func code(_ text: String) -> String {
        let line = String(text.map { $0.isNewline ? " " : $0 })
        let ticks = String(repeating: "`", count: longestRun(ofTicksIn: line) + 1)
        // One space at either end is not part of the code, and keeps its ticks from the fence.
        let isPadded = line.isEmpty || "` ".contains(line.first ?? " ") || "` ".contains(line.last ?? " ")
        let padding = isPadded ? " " : ""
        return ticks + padding + line + padding + ticks
    }

    /// Lines as they are, behind a fence that none of them closes.
    static func block(_ lines: [String]) -> [String] {
        let fence = String(repeating: "`", count: max(2, lines.map(longestRun(ofTicksIn:)).max() ?? 0) + 1)
        return [fence + "text"] + lines + [fence]
    }

    private static func longestRun(ofTicksIn text: String) -> Int {
        text.split { $0 != "`" }.map(\.count).max() ?? 0
    }
}
