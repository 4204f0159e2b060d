extension MutationBody {
    /// Terms and factors dropped: the second of any operation, the first of a sum or a product.
    ///
    /// A number alone is never what is left: that is rarely of the right type.
    var operandMutations: [Mutation] {
        indices.flatMap { index -> [Mutation] in
            guard source.isBinary(index), let strength = Self.strengths[tokens[index].text] else { return [] }
            let first = firstOperand(of: index, strength: strength)
            let second = secondOperand(of: index, strength: strength)
            var dropped: [Mutation] = []
            if !isNumber(first) { dropped.append(dropping(index..<second.upperBound)) }
            if ["+", "*"].contains(tokens[index].text), !isNumber(second) {
                let end = tokens[second.lowerBound].bytes.lowerBound
                dropped.append(
                    Mutation(
                        place: first.lowerBound,
                        name: "`\(source.text(of: first.lowerBound..<index + 1))` dropped",
                        edits: [.init(bytes: tokens[first.lowerBound].bytes.lowerBound..<end, text: "")]))
            }
            return dropped
        }
    }

    private static let strengths = ["+": 1, "-": 1, "*": 2, "/": 2]

    private func dropping(_ range: Range<Int>) -> Mutation {
        let start = tokens[range.lowerBound - 1].bytes.upperBound
        let bytes = start..<source.bytes(of: range).upperBound
        return Mutation(
            place: range.lowerBound, name: "`\(source.text(of: range))` dropped",
            edits: [.init(bytes: bytes, text: "")])
    }

    private func isNumber(_ operand: Range<Int>) -> Bool {
        operand.count == 1 && tokens[operand.lowerBound].kind == .literal
    }

    private func firstOperand(of index: Int, strength: Int) -> Range<Int> {
        var start = index
        while !endsOperand(start - 1, within: strength), !tokens[start - 1].opensGroup {
            start -= 1
            if tokens[start].closesGroup { start = source.partners[start] ?? start }
            if source.beginsLine(start) { break }
        }
        return start..<index
    }

    private func secondOperand(of index: Int, strength: Int) -> Range<Int> {
        var end = index + 1
        while !endsOperand(end, within: strength + 1), !tokens[end].closesGroup, !controlBraces.contains(end)
        {
            if end > index + 1, source.beginsLine(end) { break }
            end = tokens[end].opensGroup ? (source.partners[end] ?? end) + 1 : end + 1
        }
        return index + 1..<end
    }

    /// Whether an operand ends at a token, as it does at an operator that binds less than `strength`.
    private func endsOperand(_ index: Int, within strength: Int) -> Bool {
        let token = tokens[index]
        return switch token.kind {
        case .operation where ["..<", "..."].contains(token.text): true
        case .operation: source.isBinary(index) && Self.strengths[token.text, default: 0] < strength
        case .punctuation: [",", ":", ";"].contains(token.text)
        case .word: ["await", "else", "in", "return", "throw", "try"].contains(token.text)
        default: false
        }
    }
}
