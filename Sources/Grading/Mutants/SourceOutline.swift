/// A Swift file as declarations with slots in them: what stands in a slot can be exchanged, and all else of the
/// declaration stays as it is.
///
/// A slot is a body, the default of a parameter, or the initial value of a property.
struct SourceOutline {
    struct Slot: Equatable {
        enum Kind: Equatable {
            /// A body that ends without a value: of an initialiser, or of a function with nothing after `->`.
            case statements
            /// A body that returns a value; with what stands between the parameters and the brace.
            case result(signature: String, isThrowing: Bool)
            case value
        }

        let kind: Kind
        /// Where it is, in bytes of the file.
        let range: Range<Int>
    }

    /// A declaration that holds no others, or one of a type with what is in it.
    struct Part {
        let keyword: String
        let name: String
        /// The types around it: "class Linear".
        let scope: String
        /// The tokens outside of the slots: two parts with one frame differ in their slots alone.
        let frame: String
        let range: Range<Int>
        let slots: [Slot]
        let isPublic: Bool

        var isType: Bool { Declaration.types.contains(keyword) }
        /// The scope of what is in a type.
        var innerScope: String { "\(scope)/\(keyword) \(name)" }
        /// What tells it from all others of the file.
        var key: String { "\(scope): \(frame)" }
    }

    let parts: [Part]
    /// The modules that are imported.
    let imports: [String]
    /// Where each type or extension ends, before its brace, by its `innerScope`.
    let ends: [String: Int]
    private let bytes: [UInt8]

    /// Reads a file.
    init(_ text: String) throws(SwiftLexer.Doubt) {
        let tokens = try SwiftLexer(text).tokens
        bytes = Array(text.utf8)
        let offsets = tokens.offsets(in: bytes)
        let starts = tokens.declarations.compactMap { declaration in
            offsets.index(of: declaration.position).map { ($0, declaration) }
        }
        var parts: [Part] = []
        var ends: [String: Int] = [:]
        var closing: [Int] = []
        for (place, (keyword, declaration)) in starts.enumerated() {
            let start = tokens.startOfDeclaration(withKeywordAt: keyword)
            let next =
                place + 1 < starts.count
                ? tokens.startOfDeclaration(withKeywordAt: starts[place + 1].0) : tokens.count
            closing.removeAll { $0 < start }
            var end = min(next, closing.last ?? tokens.count)
            var reader = SlotReader(
                tokens: tokens, offsets: offsets.starts, bytes: bytes, declaration: declaration)
            let scope = declaration.scopes.map { "/\($0.keyword) \($0.name)" }.joined()
            if Declaration.types.contains(declaration.keyword) {
                guard let brace = tokens[keyword...].firstIndex(where: { $0.isPunctuation("{") }) else {
                    continue
                }
                let close = tokens.endOfGroup(at: brace)
                reader.readHeader(start..<brace)
                closing.append(close)
                end = close + 1
                ends["\(scope)/\(declaration.keyword) \(declaration.name)"] = offsets.starts[close]
            } else {
                reader.read(start..<end)
            }
            parts.append(
                Part(
                    keyword: declaration.keyword, name: declaration.name, scope: scope,
                    frame: reader.frame.joined(separator: " "),
                    range: offsets.starts[start]..<offsets.starts[end], slots: reader.slots,
                    isPublic: declaration.isPublic))
        }
        self.parts = parts
        self.ends = ends
        imports = tokens.indices.dropLast()
            .filter { tokens[$0].isWord("import") }.map { tokens[$0 + 1].text }
    }

    var count: Int { bytes.count }

    /// The file with bodies that do nothing but stop the program.
    var withoutBodies: String {
        var text = ""
        var next = 0
        for slot in parts.flatMap(\.slots) where slot.kind != .value {
            text += "\(self[next..<slot.range.lowerBound]) fatalError() "
            next = slot.range.upperBound
        }
        return text + self[next..<count]
    }

    /// The text of a part of the file.
    subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// The places of tokens in a file.
private struct TokenOffsets {
    /// The first byte of each token; then the file's size.
    let starts: [Int]
    private let indices: [SourceError.Position: Int]

    init(_ tokens: [SwiftToken], in bytes: [UInt8]) {
        var lineStarts = [0]
        for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lineStarts.append(place + 1)
        }
        starts = tokens.map { lineStarts[$0.position.line - 1] + $0.position.column - 1 } + [bytes.count]
        indices = Dictionary(tokens.indices.map { (tokens[$0].position, $0) }) { first, _ in first }
    }

    func index(of position: SourceError.Position) -> Int? { indices[position] }
}

extension [SwiftToken] {
    fileprivate func offsets(in bytes: [UInt8]) -> TokenOffsets { TokenOffsets(self, in: bytes) }

    /// The first token of a declaration: the first of its attributes and modifiers.
    fileprivate func startOfDeclaration(withKeywordAt keyword: Int) -> Int {
        var start = keyword
        while start > 0 {
            var word = start - 1
            // `private(set)`, `@available(…)`
            if self[word].isPunctuation(")"), let open = startOfGroup(endingAt: word) { word = open - 1 }
            if word >= 0, isModifier(at: word) {
                start = word
            } else if word >= 1, self[word - 1].isPunctuation("@") {
                start = word - 1
            } else {
                break
            }
        }
        return start
    }

    private func isModifier(at index: Int) -> Bool {
        self[index].kind == .word
            && (Declaration.modifiers.contains(self[index].text) || self[index].isWord("class"))
    }

    private func startOfGroup(endingAt end: Int) -> Int? {
        var depth = 0
        for index in stride(from: end, through: 1, by: -1) {
            depth -= self[index].nesting
            if depth == 0 { return index }
        }
        return nil
    }

    /// The bracket that closes the one at `start`; the last token where none does.
    func endOfGroup(at start: Int) -> Int {
        var depth = 0
        for index in start..<count {
            depth += self[index].nesting
            if depth == 0 { return index }
        }
        return count - 1
    }
}

extension SwiftToken {
    /// 1 for an opening bracket of any kind, −1 for a closing one, 0 for all else.
    var nesting: Int {
        guard kind == .punctuation else { return 0 }
        return "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0
    }
}
