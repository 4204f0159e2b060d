extension MutationBody {
    /// Conditions between commas dropped, and those without an operator negated.
    var conditionMutations: [Mutation] {
        blocks.flatMap(\.statements).flatMap { statement -> [Mutation] in
            let conditions = conditions(of: statement)
            return conditions.filter(isPlain).flatMap { condition in
                (conditions.count > 1 ? [dropping(condition, of: conditions)] : [])
                    + (hasOperator(condition) ? [] : [negating(condition)])
            }
        }
    }

    /// The conditions of `guard`, `if` and `while`; none of other statements.
    func conditions(of statement: Range<Int>) -> [Range<Int>] {
        guard ["guard", "if", "while"].contains(tokens[statement.lowerBound].text) else { return [] }
        let end = statement.first { controlBraces.contains($0) || tokens[$0].isWord("else") }
        return source.elements(in: statement.lowerBound + 1..<(end ?? statement.upperBound))
    }

    /// Whether a condition is an expression, rather than the pattern that a value is put in.
    func isPlain(_ condition: Range<Int>) -> Bool {
        !["case", "let", "var"].contains(tokens[condition.lowerBound].text)
            && !condition.contains { tokens[$0].isInString }
    }

    /// Whether replacing an operator negates a condition already.
    private func hasOperator(_ condition: Range<Int>) -> Bool {
        tokens[condition.lowerBound].text == "!" || condition.contains { source.isBinary($0) }
    }

    private func negating(_ condition: Range<Int>) -> Mutation {
        let start = tokens[condition.lowerBound].bytes.lowerBound
        return Mutation(
            place: condition.lowerBound, name: "`\(source.text(of: condition))` negated",
            edits: [.init(bytes: start..<start, text: "!")])
    }
}
