import Foundation

/// A Markdown page, cut into what is read and what is code or hidden.
struct Page: Sendable {
    /// Fenced code, or a comment.
    struct Block: Equatable, Sendable {
        enum Kind: Equatable, Sendable {
            /// Code, and the language that the fence names.
            case code(String)
            /// A comment whose Swift is run with the page's own.
            case check
            case comment
        }

        let kind: Kind
        /// What stands between the fences, each with the line's number on the page.
        let lines: [Line]

        var text: String { lines.map(\.text).joined(separator: "\n") }
    }

    /// A line and its number, or a piece of text and the number of its first line.
    struct Line: Equatable, Sendable {
        let number: Int
        let text: String
    }

    /// From the package's root: "Lessons/04-linear.md".
    let path: String
    let text: String
    let blocks: [Block]
    /// The page with nothing in the lines of blocks, so that the numbers of the others are as they were.
    let prose: String
    /// Code in backticks.
    let codeSpans: [Line]
    /// The prose with spaces in the place of code in backticks.
    let words: String

    /// Cuts a page.
    init(path: String, text: String) {
        self.path = path
        self.text = text
        var blocks: [Block] = []
        var prose: [Substring] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            guard trimmed.hasPrefix("```") || trimmed.hasPrefix("<!--") else {
                prose.append(line)
                continue
            }
            prose.append("")
            let end: (Substring) -> Bool =
                trimmed.hasPrefix("```")
                ? { $0.trimmingPrefix(while: \.isWhitespace) == "```" } : { $0.contains("-->") }
            let kind: Block.Kind =
                trimmed.hasPrefix("```")
                ? .code(String(trimmed.dropFirst(3))) : trimmed == "<!-- check" ? .check : .comment
            guard kind != .comment || !trimmed.contains("-->") else { continue }
            var inside: [Line] = []
            while let next = lines.popFirst() {
                prose.append("")
                if end(next) { break }
                inside.append(Line(number: prose.count, text: String(next)))
            }
            blocks.append(Block(kind: kind, lines: inside))
        }
        self.blocks = blocks
        let joined = prose.joined(separator: "\n")
        self.prose = joined
        let spans = joined.matches(of: /(`+)((?:[^`\n]|\n(?!\n))+)\1/)
        codeSpans = spans.map {
            Line(number: joined.line(of: $0.range.lowerBound), text: String($0.2).replacing("\n", with: " "))
        }
        words = spans.reversed().reduce(into: joined) { words, span in
            words.replaceSubrange(span.range, with: span.0.map { $0 == "\n" ? "\n" : " " })
        }
    }

    /// The headings, each with its number signs: "## Goal".
    var headings: [Line] {
        prose.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { $0.element.wholeMatch(of: /#{1,6} .+/) != nil }
            .map { Line(number: $0.offset + 1, text: String($0.element)) }
    }

    /// Pieces of text between blank lines; each row of a table is a piece of its own.
    func paragraphs(of text: String) -> [Line] {
        var paragraphs: [Line] = []
        var isOpen = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let isRow = line.hasPrefix("|")
            if isOpen, !isRow, let last = paragraphs.popLast() {
                paragraphs.append(Line(number: last.number, text: "\(last.text)\n\(line)"))
            } else if !line.allSatisfy(\.isWhitespace) {
                paragraphs.append(Line(number: index + 1, text: String(line)))
            }
            isOpen = !isRow && !line.allSatisfy(\.isWhitespace)
        }
        return paragraphs
    }

    func finding(_ line: Int, _ problem: String) -> Finding {
        Finding(page: path, line: line, problem: problem)
    }
}

extension String {
    /// The number of the line in which an index is, counted from 1.
    func line(of index: Index) -> Int {
        self[..<index].count { $0 == "\n" } + 1
    }

    /// The words with a single space between them.
    var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
