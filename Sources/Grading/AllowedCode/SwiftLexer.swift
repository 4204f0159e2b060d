/// Cuts a file into Swift's tokens, and refuses what could be read in two ways.
///
/// All branches of `#if` are read. Where Swift's own lexer looks far ahead to decide, as it does for regular
/// expressions between slashes, this one does not decide: no answer needs them, and whatever is refused hides
/// nothing.
///
/// Source: The Swift Programming Language, "Lexical Structure"; SE-0200 (raw strings), SE-0354 (slashes).
struct SwiftLexer {
    private(set) var tokens: [SwiftToken] = []

    private let bytes: [UInt8]
    private var next = 0
    private var line = 1
    /// How many strings are open whose \(…) is being read.
    private var depth = 0
    private var lineStart = 0

    /// What cannot be read for certain, and where.
    struct Doubt: Error {
        let position: SourceError.Position
        let reason: String
    }

    /// Reads a file to its end.
    init(_ text: String) throws(Doubt) {
        bytes = Array(text.utf8)
        // A byte order mark.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
        try readCode(interpolated: false)
    }

    private var position: SourceError.Position { .init(line: line, column: next - lineStart + 1) }

    private func doubt(_ reason: String) -> Doubt { Doubt(position: position, reason: reason) }

    private func byte(_ offset: Int = 0) -> UInt8? {
        bytes.indices.contains(next + offset) ? bytes[next + offset] : nil
    }

    private func has(_ text: String) -> Bool { bytes[next...].starts(with: text.utf8) }

    private mutating func skip(_ count: Int = 1) {
        for _ in 0..<count {
            let isEnd = byte() == .lineFeed || byte() == .carriageReturn && byte(1) != .lineFeed
            next += 1
            if isEnd {
                line += 1
                lineStart = next
            }
        }
    }

    private mutating func take(_ kind: SwiftToken.Kind, _ count: Int) {
        let text = String(decoding: bytes[next..<next + count], as: UTF8.self)
        tokens.append(SwiftToken(kind: kind, text: text, position: position))
        skip(count)
    }

    /// Reads code to the end of the file, or to the parenthesis that ends an interpolation.
    private mutating func readCode(interpolated: Bool) throws(Doubt) {
        var parentheses = 0
        while let byte = byte() {
            switch byte {
            case .lineFeed, .carriageReturn:
                if interpolated { throw doubt("a line that ends within \\(…) of a string") }
                skip()
            case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C:
                skip()
            case UInt8(ascii: "/") where has("//") || has("/*"):
                if interpolated { throw doubt("a comment within \\(…) of a string") }
                try skipComment()
            case UInt8(ascii: "\""):
                try readString(marks: 0)
            case UInt8(ascii: "#"):
                try readDirective()
            case UInt8(ascii: "`"):
                try readQuotedWord()
            case _ where byte.isOperator:
                try readOperator()
            case _ where byte.isDigit:
                take(.literal, numberLength())
            case UInt8(ascii: ")") where interpolated && parentheses == 0:
                return
            case _ where "()[]{},;:@\\".utf8.contains(byte):
                if byte == UInt8(ascii: "(") { parentheses += 1 }
                if byte == UInt8(ascii: ")") { parentheses -= 1 }
                take(.punctuation, 1)
            default:
                let length = wordLength(at: next)
                guard length > 0 else { throw doubt("a character that no answer needs") }
                take(.word, length)
            }
        }
        if interpolated { throw doubt("a string without an end") }
    }

    private mutating func skipComment() throws(Doubt) {
        let isBlock = has("/*")
        var depth = 0
        repeat {
            guard let byte = byte() else {
                if isBlock { throw doubt("a comment without an end") }
                return
            }
            if !isBlock && (byte == .lineFeed || byte == .carriageReturn) { return }
            if byte == 0 { throw doubt("a character that no answer needs") }
            if isBlock && has("/*") {
                depth += 1
                skip(2)
            } else if isBlock && has("*/") {
                depth -= 1
                skip(2)
            } else {
                skip()
            }
        } while !isBlock || depth > 0
    }

    /// Reads a string that begins here, after `marks` number signs.
    private mutating func readString(marks: Int) throws(Doubt) {
        let isLong = has("\"\"\"")
        // `#"""#` is a short string with a quotation mark in it, `#"""` and a line's end the beginning of a long one.
        if isLong && marks > 0 { throw doubt("a raw string of several lines") }
        let end = isLong ? "\"\"\"" : "\"" + String(repeating: "#", count: marks)
        let escape = "\\" + String(repeating: "#", count: marks)
        tokens.append(SwiftToken(kind: .literal, text: "\"", position: position))
        skip(isLong ? 3 : 1)
        while !has(end) {
            guard let byte = byte(), byte != 0 else { throw doubt("a string without an end") }
            if !isLong && (byte == .lineFeed || byte == .carriageReturn) {
                throw doubt("a string without an end")
            }
            if has("\(escape)(") {
                skip(escape.utf8.count + 1)
                depth += 1
                let first = tokens.count
                // Each is a call within a call here, and who writes them by the thousand wants that to fail.
                guard depth <= 8 else { throw doubt("a string within a string, again and again,") }
                try readCode(interpolated: true)
                for index in first..<tokens.count { tokens[index].isInterpolated = true }
                depth -= 1
                skip()
            } else if has(escape) {
                skip(escape.utf8.count)
                // What is escaped, a quotation mark perhaps; a line's end is looked at as such.
                if let escaped = self.byte(), escaped != .lineFeed, escaped != .carriageReturn { skip() }
            } else {
                skip()
            }
        }
        skip(end.utf8.count)
    }

    private mutating func readDirective() throws(Doubt) {
        let marks = bytes[next...].prefix { $0 == UInt8(ascii: "#") }.count
        if byte(marks) == UInt8(ascii: "\"") {
            skip(marks)
            return try readString(marks: marks)
        }
        let length = wordLength(at: next + 1)
        guard marks == 1, length > 0 else { throw doubt("a number sign that begins nothing known") }
        take(.directive, 1 + length)
    }

    private mutating func readQuotedWord() throws(Doubt) {
        let length = wordLength(at: next + 1)
        guard length > 0, byte(length + 1) == UInt8(ascii: "`") else {
            throw doubt("a name in backticks that is not a plain word")
        }
        let text = String(decoding: bytes[next + 1...next + length], as: UTF8.self)
        tokens.append(SwiftToken(kind: .quotedWord, text: text, position: position))
        skip(length + 2)
    }

    private mutating func readOperator() throws(Doubt) {
        let mayHaveDots = has("..") || byte() == UInt8(ascii: ".")
        var length = 1
        while let byte = byte(length), byte.isOperator, mayHaveDots || byte != UInt8(ascii: ".") {
            let ahead = bytes[(next + length)...]
            if ahead.starts(with: "//".utf8) || ahead.starts(with: "/*".utf8) { break }
            length += 1
        }
        if bytes[next..<next + length].contains(UInt8(ascii: "/")) {
            let text = String(decoding: bytes[next..<next + length], as: UTF8.self)
            guard ["/", "/="].contains(text), isBetweenOperands(length) else {
                throw doubt(
                    "a slash that may begin a regular expression; put a space on both sides to divide")
            }
        }
        take(.operation, length)
    }

    /// Whether what stands here cannot begin an expression: it follows an operand at once, or has space on both
    /// sides.
    private func isBetweenOperands(_ length: Int) -> Bool {
        guard next > 0 else { return false }
        let before = bytes[next - 1]
        if before.isSpace { return byte(length)?.isSpace ?? true }
        if ")]\"`".utf8.contains(before) { return true }
        guard before.isDigit || before.isLetter || before == UInt8(ascii: "_") || before >= 0x80 else {
            return false
        }
        return tokens.last.map { !Self.beforeExpressions.contains($0.text) } ?? false
    }

    /// After these words `/abc/` is a regular expression, with or without a space.
    private static let beforeExpressions: Set = [
        "any", "as", "async", "await", "borrow", "break", "case", "catch", "consume", "continue", "copy",
        "default",
        "defer", "discard", "do", "each", "else", "fallthrough", "for", "guard", "if", "in", "inout", "is",
        "let",
        "operator", "repeat", "rethrows", "return", "some", "switch", "then", "throw", "throws", "try",
        "unsafe", "var",
        "where", "while", "yield",
    ]

    /// The length of a number, which may have letters in it; a sign in its exponent is left for later.
    private func numberLength() -> Int {
        var length = 1
        while let byte = byte(length) {
            let isPoint = byte == UInt8(ascii: ".") && self.byte(length + 1)?.isDigit == true
            guard byte.isDigit || byte.isLetter || byte == UInt8(ascii: "_") || isPoint else { break }
            length += 1
        }
        return length
    }

    /// The length of the word that begins at an index; 0 when none does.
    private func wordLength(at index: Int) -> Int {
        var end = index
        while end < bytes.count {
            let byte = bytes[end]
            if byte < 0x80 {
                let isLaterDigit = byte.isDigit && end > index
                guard byte.isLetter || isLaterDigit || "_$".utf8.contains(byte) else { break }
                end += 1
            } else {
                let character = bytes[end...].prefix(1) + bytes[(end + 1)...].prefix { $0 & 0xC0 == 0x80 }
                let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first
                guard let properties = scalar?.properties,
                    properties.isAlphabetic || properties.isIDContinue && end > index
                else { break }
                end += character.count
            }
        }
        return end - index
    }
}

extension UInt8 {
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")

    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
    fileprivate var isOperator: Bool { "/=-+!*%<>&|^~?.".utf8.contains(self) }
    fileprivate var isSpace: Bool { [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains(self) }
}
