extension MutationSource {
    /// Wrong constants in the place of the literal at an index.
    func constantMutations(_ index: Int) -> [Mutation] {
        let token = tokens[index]
        return wrongConstants(index).map { text in
            Mutation(
                place: index, name: "`\(token.text)` → `\(text)`",
                edits: [.init(bytes: token.bytes, text: text)])
        }
    }

    private func wrongConstants(_ index: Int) -> [String] {
        let token = tokens[index]
        if token.isWord("true") { return ["false"] }
        if token.isWord("false") { return ["true"] }
        guard token.kind == .literal, !token.isInString else { return [] }
        let digits = token.text.filter { $0 != "_" }
        if let number = Int(digits) {
            return isMember(index) ? [number == 0 ? "1" : "0"] : neighbours(of: number, at: index)
        }
        guard let number = Double(digits), !digits.hasPrefix("0x") else { return [] }
        if number == 0 { return ["1.0"] }
        let isNegated = index > 0 && tokens[index - 1].text == "-" && isPrefix(index - 1)
        return ["\(2 * number)", "\(number / 2)"] + (isNegated ? [] : ["-\(token.text)"])
    }

    /// One more and one less; after a comparison the one that another comparison would not give anyway.
    private func neighbours(of number: Int, at index: Int) -> [String] {
        guard number > 0 else { return ["1"] }
        return switch index > 0 ? tokens[index - 1].text : "" {
        case ">=", ".>=", "<", ".<": ["\(number - 1)"]
        case ">", ".>", "<=", ".<=": ["\(number + 1)"]
        default: ["\(number - 1)", "\(number + 1)"]
        }
    }
}

extension MutationBody {
    /// Wrong constants: integers one off, other numbers doubled, halved and negated, truth inverted.
    var constantMutations: [Mutation] { indices.flatMap(source.constantMutations) }
}
