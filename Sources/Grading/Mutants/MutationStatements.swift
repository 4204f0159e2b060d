extension MutationBody {
    /// Assignments, calls, checks and deferred blocks dropped; loops ended early, or not.
    var statementMutations: [Mutation] {
        blocks.flatMap { block in
            block.statements.flatMap { statement -> [Mutation] in
                switch tokens[statement.lowerBound].text {
                case "continue": return [replacing(statement.lowerBound, with: "break")]
                case "break": return [replacing(statement.lowerBound, with: "continue")]
                default: return canDrop(statement, in: block) ? [dropping(statement)] : []
                }
            }
        }
    }

    private func canDrop(_ statement: Range<Int>, in block: Block) -> Bool {
        let last = tokens[statement.upperBound - 1]
        guard let first = statement.first(where: { !["await", "try"].contains(tokens[$0].text) }),
            !last.isInString
        else { return false }
        switch tokens[first].text {
        case "defer": return true
        case "guard": return conditions(of: statement).allSatisfy(isPlain)
        case "if": return !statement.contains { tokens[$0].isWord("else") }
        case let word where Self.kept.contains(word) && tokens[first].kind == .word: return false
        default:
            if isAssignment(statement) { return !member.isInitializer }
            let isDelegation = tokens[first].isWord("self") && tokens[first + 2].isWord("init")
            return last.closesGroup && !isDelegation && (block.isForEffect || block.statements.count > 1)
        }
    }

    /// What begins a statement that is neither an assignment nor a call, or has others in it.
    private static let kept: Set = [
        "case", "class", "default", "didSet", "do", "enum", "fallthrough", "for", "func", "get", "let",
        "repeat",
        "return", "set", "struct", "super", "switch", "throw", "typealias", "var", "while", "willSet",
    ]

    private func isAssignment(_ statement: Range<Int>) -> Bool {
        let signs: Set = ["=", "+=", "-=", "*=", "/="]
        var index = statement.lowerBound
        while index < statement.upperBound {
            if tokens[index].kind == .operation, signs.contains(tokens[index].text) { return true }
            index = tokens[index].opensGroup ? (source.partners[index] ?? index) + 1 : index + 1
        }
        return false
    }

    /// Takes out a statement, and its lines where nothing else is in them.
    private func dropping(_ statement: Range<Int>) -> Mutation {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let bytes = source.bytes(of: statement)
        let before = source.bytes[..<bytes.lowerBound].reversed().prefix(while: isBlank).count
        let after = source.bytes[bytes.upperBound...].prefix(while: isBlank).count
        let (start, end) = (bytes.lowerBound - before, bytes.upperBound + after)
        let isAlone =
            (start == 0 || source.bytes[start - 1] == UInt8(ascii: "\n")) && end < source.bytes.count
            && source.bytes[end] == UInt8(ascii: "\n")
        let head = statement.prefix { !controlBraces.contains($0) && !tokens[$0].isWord("else") }
        return Mutation(
            place: statement.lowerBound,
            name: "`\(source.text(of: head.startIndex..<head.endIndex))` dropped",
            edits: [.init(bytes: isAlone ? start..<end + 1 : bytes, text: "")])
    }
}
