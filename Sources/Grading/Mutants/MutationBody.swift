/// The body of a member, cut into blocks and statements.
struct MutationBody {
    let source: MutationSource
    let member: MutationMember
    let blocks: [Block]
    /// The tokens that may change: not those of strings, nor of errors thrown.
    let indices: [Int]
    /// The opening braces of `if`, `for` and their like, and that of a body without a value.
    let controlBraces: Set<Int>

    /// What is between two braces.
    struct Block {
        let statements: [Range<Int>]
        /// Whether it is run for what it does, and a single expression in it is no value.
        let isForEffect: Bool
    }

    var tokens: [MutationSource.Token] { source.tokens }

    /// Reads the body of a member; nil when it has none.
    init?(of member: MutationMember, in source: MutationSource) {
        guard let body = member.body else { return nil }
        self.source = source
        self.member = member
        var effects: Set<Int> = member.result == nil ? [body.lowerBound] : []
        var blocks: [Block] = []
        for open in body where source.tokens[open].text == "{" && source.tokens[open].kind == .punctuation {
            let statements = source.statements(inBlockAt: open)
            blocks.append(Block(statements: statements, isForEffect: effects.contains(open)))
            for statement in statements where Self.control.contains(source.tokens[statement.lowerBound].text)
            {
                effects.formUnion(source.braces(of: statement))
            }
        }
        self.blocks = blocks
        controlBraces = effects
        let thrown = blocks.flatMap(\.statements).filter { source.tokens[$0.lowerBound].isWord("throw") }
        let left = Set(thrown.joined())
        indices = body.filter { !left.contains($0) && !source.tokens[$0].isInString }
    }

    private static let control: Set = ["defer", "do", "for", "guard", "if", "repeat", "while"]

    /// A mistake that puts one text in the place of some tokens.
    func replacing(_ range: Range<Int>, with text: String, named name: String) -> Mutation {
        Mutation(
            place: range.lowerBound, name: name, edits: [.init(bytes: source.bytes(of: range), text: text)])
    }

    /// A mistake that puts one text in the place of a token.
    func replacing(_ index: Int, with text: String) -> Mutation {
        replacing(index..<index + 1, with: text, named: "`\(tokens[index].text)` → `\(text)`")
    }

    /// A mistake that exchanges two texts.
    func swapping(_ first: Range<Int>, _ second: Range<Int>) -> Mutation {
        let (a, b) = (source.bytes(of: first), source.bytes(of: second))
        return Mutation(
            place: first.lowerBound,
            name: "`\(source.text(of: first))` and `\(source.text(of: second))` swapped",
            edits: [
                .init(bytes: a, text: String(decoding: source.bytes[b], as: UTF8.self)),
                .init(bytes: b, text: String(decoding: source.bytes[a], as: UTF8.self)),
            ])
    }
}

extension MutationSource {
    /// The statements of the block that an opening brace begins; of a closure, those after its parameters.
    fileprivate func statements(inBlockAt open: Int) -> [Range<Int>] {
        guard let close = partners[open] else { return [] }
        var statements: [Range<Int>] = []
        var (start, index) = (open + 1, open + 1)
        while index < close {
            let isSemicolon = tokens[index].text == ";"
            let isClosureHead =
                tokens[index].isWord("in") && statements.isEmpty && !tokens[start].isWord("for")
            if isClosureHead || isSemicolon || index > start && beginsLine(index) {
                if !isClosureHead && start < index { statements.append(start..<index) }
                start = isClosureHead || isSemicolon ? index + 1 : index
            }
            index = tokens[index].opensGroup ? (partners[index] ?? index) + 1 : index + 1
        }
        if start < close { statements.append(start..<close) }
        return statements
    }

    /// The braces of a statement that are not within others.
    fileprivate func braces(of statement: Range<Int>) -> [Int] {
        var braces: [Int] = []
        var index = statement.lowerBound
        while index < statement.upperBound {
            if tokens[index].text == "{" { braces.append(index) }
            index = tokens[index].opensGroup ? (partners[index] ?? index) + 1 : index + 1
        }
        return braces
    }
}
