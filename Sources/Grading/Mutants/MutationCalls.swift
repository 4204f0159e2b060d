extension MutationBody {
    /// Arguments, subscripts and elements exchanged; calls left out; elements of arrays left out.
    var callMutations: [Mutation] {
        indices.flatMap { index -> [Mutation] in
            guard let close = source.partners[index], close > index else { return [] }
            let elements = source.elements(in: index + 1..<close)
            return switch tokens[index].text {
            case "(": source.followsValue(index) ? called(index, elements) : tuple(index, elements)
            case "[": source.followsValue(index) ? swaps(in: elements) : array(index, elements)
            default: []
            }
        }
    }

    // MARK: Exchanged

    /// The values of neighbours exchanged, labels left in place, where their types may be the same.
    private func swaps(in elements: [Range<Int>]) -> [Mutation] {
        let values = elements.map(value)
        return zip(values, values.dropFirst()).compactMap { first, second in
            mayFit(first, second) ? swapping(first, second) : nil
        }
    }

    /// An argument without its label.
    private func value(_ argument: Range<Int>) -> Range<Int> {
        let isLabelled = argument.count > 2 && tokens[argument.lowerBound + 1].text == ":"
        return isLabelled ? argument.lowerBound + 2..<argument.upperBound : argument
    }

    private func mayFit(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard !(first.lowerBound..<second.upperBound).contains(where: { tokens[$0].isInString }),
            tokens[first.lowerBound].text != "&", tokens[second.lowerBound].text != "&"
        else { return false }
        switch (type(of: first), type(of: second)) {
        case ("number", let other?), (let other?, "number"):
            return ["Double", "Int", "number"].contains(other)
        case (let first?, let second?): return first == second
        case (let known?, nil), (nil, let known?): return !known.hasPrefix("any ")
        case (nil, nil): return true
        }
    }

    /// What the type of a value is, where that is plain to see.
    private func type(of value: Range<Int>) -> String? {
        let first = tokens[value.lowerBound]
        if value.allSatisfy({ tokens[$0].kind == .literal || tokens[$0].kind == .operation }) {
            return "number"
        }
        if value.count == 1 { return member.types[first.text] }
        if source.isMember(value.upperBound - 1) {
            return ["columns", "count", "rows"].contains(tokens[value.upperBound - 1].text) ? "Int" : nil
        }
        let isWholeCall = source.partners[value.lowerBound + 1] == value.upperBound - 1
        return isWholeCall && first.text.first?.isUppercase == true ? first.text : nil
    }

    private func tuple(_ open: Int, _ elements: [Range<Int>]) -> [Mutation] {
        let isPattern = ["for", "let", "var", ":", "->"].contains(tokens[open - 1].text)
        return isPattern ? [] : swaps(in: elements)
    }

    private func array(_ open: Int, _ elements: [Range<Int>]) -> [Mutation] {
        let isValue = !["->", ":"].contains(tokens[open - 1].text)
        guard isValue, elements.count > 1, let close = source.partners[open],
            !(open..<close).contains(where: { tokens[$0].isInString || tokens[$0].text == ":" })
        else { return [] }
        return swaps(in: elements) + elements.indices.map { dropping(elements[$0], of: elements) }
    }

    /// One of the parts of a list left out, with the comma before it, or after it where it is the first.
    func dropping(_ part: Range<Int>, of parts: [Range<Int>]) -> Mutation {
        let isFirst = part == parts[0]
        let start = source.bytes(of: isFirst ? part : part.lowerBound - 2..<part.upperBound)
        let bytes =
            isFirst
            ? start.lowerBound..<tokens[parts[1].lowerBound].bytes.lowerBound
            : tokens[part.lowerBound - 2].bytes.upperBound..<start.upperBound
        return Mutation(
            place: part.lowerBound, name: "`\(source.text(of: part))` dropped",
            edits: [.init(bytes: bytes, text: "")])
    }

    // MARK: Left out

    private func called(_ open: Int, _ arguments: [Range<Int>]) -> [Mutation] {
        guard let close = source.partners[open], tokens[open - 1].kind == .word,
            !tokens[open - 2].isWord("func")
        else { return [] }
        let name = tokens[open - 1].text
        let isCommutative = ["max", "min"].contains(name)
        var mutations = isCommutative ? [] : swaps(in: arguments)
        if source.isMember(open - 1), Self.links.contains(name), open > 2, tokens[open - 3].kind != .operation
        {
            mutations.append(
                replacing(
                    open - 2..<close + 1, with: "",
                    named: "`.\(source.text(of: open - 1..<close + 1))` dropped"))
        } else if !source.isMember(open - 1), Self.functions.contains(name), let first = arguments.first {
            let rest = tokens[first.upperBound - 1].bytes.upperBound..<tokens[close].bytes.lowerBound
            mutations.append(
                Mutation(
                    place: open - 1, name: "`\(name)` dropped",
                    edits: [
                        .init(bytes: tokens[open - 1].bytes, text: ""), .init(bytes: rest, text: ""),
                    ]))
        }
        return mutations
    }

    /// Methods that give what they are called on in another order, or a matrix of its rows or columns.
    private static let links: Set = [
        "columnMaxima", "columnMeans", "columnSums", "reversed", "rowMaxima", "rowMeans", "rowSums",
        "shuffled",
        "transposed",
    ]

    /// Functions whose first argument may stand in the place of the result.
    private static let functions: Set = [
        "abs", "clip", "exp", "log", "maximum", "minimum", "sqrt", "tanh",
    ]
}
