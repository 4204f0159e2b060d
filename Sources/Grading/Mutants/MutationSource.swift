/// The tokens of a file with their places in its bytes: what is edited leaves all else as it is.
struct MutationSource {
    /// A token, as the lexer gives it, but numbers with the signs in their exponents.
    struct Token {
        let kind: SwiftToken.Kind
        var text: String
        /// Where it is in the file; of a string, the quotation mark at its beginning.
        var bytes: Range<Int>
        /// Whether it is, or stands in, a string.
        let isInString: Bool
    }

    let bytes: [UInt8]
    let tokens: [Token]
    let declarations: [Declaration]
    private let lineStarts: [Int]
    /// For each bracket's index, that of the one that closes or opens the group.
    let partners: [Int: Int]

    /// Reads a file.
    init(_ text: String) throws(SwiftLexer.Doubt) {
        bytes = Array(text.utf8)
        let read = try SwiftLexer(text).tokens
        declarations = read.declarations
        let lineStarts = Self.lineStarts(in: bytes)
        self.lineStarts = lineStarts
        tokens = read.reduce(into: []) { tokens, token in
            let start = lineStarts[token.position.line - 1] + token.position.column - 1
            let length = token.text.utf8.count + (token.kind == .quotedWord ? 2 : 0)
            if let last = tokens.last, last.bytes.upperBound == start, last.lacksExponent(before: token) {
                tokens[tokens.count - 1].text += token.text
                tokens[tokens.count - 1].bytes = last.bytes.lowerBound..<start + length
            } else {
                let isInString = token.isInterpolated || token.kind == .literal && token.text == "\""
                tokens.append(
                    Token(
                        kind: token.kind, text: token.text, bytes: start..<start + length,
                        isInString: isInString))
            }
        }
        partners = Self.partners(of: tokens)
    }

    private static func lineStarts(in bytes: [UInt8]) -> [Int] {
        let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        return [0]
            + bytes.indices.filter { index in
                let isBeforeLineFeed = index + 1 < bytes.count && bytes[index + 1] == lineFeed
                return bytes[index] == lineFeed || bytes[index] == carriageReturn && !isBeforeLineFeed
            }.map { $0 + 1 }
    }

    private static func partners(of tokens: [Token]) -> [Int: Int] {
        var partners: [Int: Int] = [:]
        var open: [Int] = []
        for (index, token) in tokens.enumerated() where token.kind == .punctuation {
            if token.opensGroup { open.append(index) }
            if token.closesGroup, let start = open.popLast() {
                partners[start] = index
                partners[index] = start
            }
        }
        return partners
    }

    /// The index of the token whose keyword a declaration begins with.
    func index(of declaration: Declaration) -> Int? {
        let start =
            lineStarts[declaration.position.line - 1] + declaration.position.column - 1
        return tokens.firstIndex { $0.bytes.lowerBound == start }
    }

    // MARK: Text

    /// Where tokens are in the file, from the first to the end of the last.
    func bytes(of range: Range<Int>) -> Range<Int> {
        tokens[range.lowerBound].bytes.lowerBound..<tokens[range.upperBound - 1].bytes.upperBound
    }

    /// Tokens as they are written in the file, its lines joined.
    func text(of range: Range<Int>) -> String {
        String(decoding: bytes[bytes(of: range)], as: UTF8.self).split { $0.isNewline || $0 == " " }
            .joined(separator: " ")
    }

    /// The line that a token begins in, without the space around.
    func line(of index: Int) -> String {
        let start = tokens[index].bytes.lowerBound
        let before = bytes[..<start].reversed().prefix { $0 != UInt8(ascii: "\n") }.reversed()
        let after = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
        let line = String(decoding: Array(before) + Array(after), as: UTF8.self)
        return String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The file with some places changed.
    func text(after edits: [Mutation.Edit]) -> String {
        var edited = bytes
        for edit in edits.sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
            edited.replaceSubrange(edit.bytes, with: edit.text.utf8)
        }
        return String(decoding: edited, as: UTF8.self)
    }

    // MARK: Neighbours

    func isSpacedBefore(_ index: Int) -> Bool {
        index == 0 || tokens[index - 1].bytes.upperBound < tokens[index].bytes.lowerBound
    }

    func isSpacedAfter(_ index: Int) -> Bool {
        index + 1 == tokens.count || tokens[index].bytes.upperBound < tokens[index + 1].bytes.lowerBound
    }

    /// Whether an operator stands between two operands; it has space on both sides then.
    func isBinary(_ index: Int) -> Bool {
        tokens[index].kind == .operation && isSpacedBefore(index) && isSpacedAfter(index)
    }

    /// Whether an operator belongs to what comes right after it.
    func isPrefix(_ index: Int) -> Bool {
        tokens[index].kind == .operation && !isSpacedAfter(index)
            && (isSpacedBefore(index) || tokens[index - 1].opensGroup)
    }

    /// Whether a name or a number is a member of what stands before.
    func isMember(_ index: Int) -> Bool {
        index > 0 && tokens[index - 1].kind == .operation && tokens[index - 1].text == "."
    }

    /// Whether what begins here can only follow a value, as a subscript or the arguments of a call do.
    func followsValue(_ index: Int) -> Bool {
        guard index > 0, !isSpacedBefore(index) else { return false }
        let before = tokens[index - 1]
        return before.kind == .word || before.kind == .quotedWord || [")", "]", "}"].contains(before.text)
    }

    /// Whether a token begins a line that is not the rest of the one before.
    func beginsLine(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let gap = bytes[tokens[index - 1].bytes.upperBound..<tokens[index].bytes.lowerBound]
        guard gap.contains(UInt8(ascii: "\n")) else { return false }
        let (before, token) = (tokens[index - 1], tokens[index])
        if before.kind == .operation && isSpacedBefore(index - 1) || [",", ":"].contains(before.text) {
            return false
        }
        return switch token.kind {
        case .operation: isPrefix(index) && token.text != "."
        case .punctuation: token.opensGroup && token.text != "{"
        default: !["catch", "else"].contains(token.text)
        }
    }

    /// Cuts what is between two brackets at the commas.
    func elements(in group: Range<Int>) -> [Range<Int>] {
        var elements: [Range<Int>] = []
        var (start, index) = (group.lowerBound, group.lowerBound)
        while index < group.upperBound {
            if tokens[index].kind == .punctuation && tokens[index].text == "," {
                elements.append(start..<index)
                start = index + 1
            }
            index = tokens[index].opensGroup ? (partners[index] ?? index) + 1 : index + 1
        }
        if start < group.upperBound { elements.append(start..<group.upperBound) }
        return elements
    }
}

extension MutationSource.Token {
    var opensGroup: Bool { kind == .punctuation && ["(", "[", "{"].contains(text) }
    var closesGroup: Bool { kind == .punctuation && [")", "]", "}"].contains(text) }

    func isWord(_ name: String) -> Bool { kind == .word && text == name }

    /// Whether this is a number that stops at the "e" of its exponent, or at the sign after it.
    fileprivate func lacksExponent(before next: SwiftToken) -> Bool {
        guard kind == .literal, text.first?.isNumber == true, !text.hasPrefix("0x") else { return false }
        if text.last?.lowercased() == "e" { return ["-", "+"].contains(next.text) }
        return ["-", "+"].contains(text.suffix(1)) && next.kind == .literal
    }
}
