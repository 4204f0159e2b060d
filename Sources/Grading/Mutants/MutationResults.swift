extension MutationBody {
    /// Matrices and numbers negated where they are returned, and empty arrays returned.
    var resultMutations: [Mutation] {
        let returns = blocks.flatMap(\.statements).filter { tokens[$0.lowerBound].isWord("return") }
            .map { $0.dropFirst() }
        let single =
            member.result != nil && blocks[0].statements.count == 1 ? [blocks[0].statements[0][...]] : []
        return (returns + single).compactMap { expression in
            let value = expression.drop { ["return", "try"].contains(tokens[$0].text) }
            guard let first = value.first, !value.contains(where: { tokens[$0].isInString }) else {
                return nil
            }
            let range = first..<value.endIndex
            if member.result?.hasPrefix("[") == true {
                return replacing(range, with: "[]", named: "`[]` returned")
            }
            guard ["Double", "Matrix"].contains(member.result), tokens[first].text != "-",
                tokens[first].kind != .literal || range.count > 1
            else { return nil }
            let bytes = source.bytes(of: range)
            return Mutation(
                place: first, name: "result negated",
                edits: [
                    .init(bytes: bytes.lowerBound..<bytes.lowerBound, text: "-("),
                    .init(bytes: bytes.upperBound..<bytes.upperBound, text: ")"),
                ])
        }
    }
}
