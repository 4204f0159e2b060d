/// The names that a file gives to things, and could give them otherwise: what somebody changes who has copied.
///
/// Names of Swift and of the kit cannot be changed, and tell what the code does.
struct DeclaredNames {
    private let tokens: [SwiftToken]
    private var names: Set<String> = []

    /// Finds the names of constants, variables, functions, types and parameters, those of closures too.
    init(in tokens: [SwiftToken]) {
        self.tokens = tokens
        for index in tokens.indices where tokens[index].kind == .word {
            switch tokens[index].text {
            case "let", "var", "for": takePattern(after: index)
            case "class", "struct", "enum", "typealias": takeName(at: index + 1)
            case "func":
                takeName(at: index + 1)
                takeParameters(after: index)
            case "init", "subscript": takeParameters(after: index)
            case "in": takeClosureParameters(before: index)
            default: break
            }
        }
    }

    /// Whether a token is one of these names, and used as such.
    ///
    /// A member of something else than `self` keeps its name, and so does an argument's label: most are the kit's.
    func isRenamable(at index: Int) -> Bool {
        let word = tokens[index]
        guard [.word, .quotedWord].contains(word.kind), names.contains(word.text) else { return false }
        if let before = token(at: index - 1), before.text == "." || before.text == "?." {
            return token(at: index - 2)?.isWord("self") == true
        }
        let isLabel =
            token(at: index + 1)?.isPunctuation(":") == true
            && token(at: index - 1).map {
                $0.isPunctuation("(") || $0.isPunctuation(",")
            } == true
        return !isLabel
    }

    private func token(at index: Int) -> SwiftToken? {
        tokens.indices.contains(index) ? tokens[index] : nil
    }

    private mutating func takeName(at index: Int) {
        if let token = token(at: index), [.word, .quotedWord].contains(token.kind) {
            names.insert(token.text)
        }
    }

    /// One name, or several in parentheses.
    private mutating func takePattern(after index: Int) {
        guard token(at: index + 1)?.isPunctuation("(") == true else { return takeName(at: index + 1) }
        var next = index + 2
        while let token = token(at: next), !token.isPunctuation(")") {
            takeName(at: next)
            next += 1
        }
    }

    /// Of each "label name: Type" the name.
    private mutating func takeParameters(after index: Int) {
        guard var next = tokens[index...].prefix(40).firstIndex(where: { $0.isPunctuation("(") }) else {
            return
        }
        var depth = 0
        repeat {
            let token = tokens[next]
            if token.isPunctuation("(") || token.isPunctuation("[") { depth += 1 }
            if token.isPunctuation(")") || token.isPunctuation("]") { depth -= 1 }
            if depth == 1, token.isPunctuation(":") { takeName(at: next - 1) }
            next += 1
        } while depth > 0 && next < tokens.count
    }

    /// The names between the brace and `in` of a closure: "{ a, b in".
    private mutating func takeClosureParameters(before index: Int) {
        var next = index - 1
        while let token = token(at: next), token.kind == .word || token.isPunctuation(",") {
            next -= 1
        }
        guard token(at: next)?.isPunctuation("{") == true else { return }
        for place in next..<index where tokens[place].kind == .word { names.insert(tokens[place].text) }
    }
}
