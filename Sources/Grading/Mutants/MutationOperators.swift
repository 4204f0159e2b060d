extension MutationBody {
    /// Wrong operators, and signs dropped.
    var operatorMutations: [Mutation] {
        indices.flatMap { index in
            let text = tokens[index].text
            if source.isPrefix(index) && ["-", "!"].contains(text) {
                return [replacing(index..<index + 1, with: "", named: "`\(text)` dropped")]
            }
            if tokens[index].kind == .operation, isRange(index) {
                return [replacing(index, with: text == "..<" ? "..." : "..<")]
            }
            guard source.isBinary(index) else { return [] }
            return Self.wrongOperators[text, default: []].map { replacing(index, with: $0) }
        }
    }

    /// Whether a range with two ends is here.
    private func isRange(_ index: Int) -> Bool {
        ["..<", "..."].contains(tokens[index].text) && !tokens[index - 1].opensGroup
            && !tokens[index + 1].closesGroup && tokens[index - 1].text != ","
            && tokens[index + 1].text != ","
    }

    /// Of a comparison: the one that differs at the bound, and the opposite.
    private static let wrongOperators: [String: [String]] = [
        "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"],
        "+=": ["-=", "="], "-=": ["+=", "="], "*=": ["/=", "="], "/=": ["*=", "="],
        "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="],
        ".<": [".<=", ".>="], ".<=": [".<", ".>"], ".>": [".>=", ".<="], ".>=": [".>", ".<"],
        ".==": [".>=", ".<="],
        "&&": ["||"], "||": ["&&"],
    ]
}
