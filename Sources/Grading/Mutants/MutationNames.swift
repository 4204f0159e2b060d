extension MutationBody {
    /// One of the kit's names in the place of its counterpart: columns for rows, a mean for a sum.
    var nameMutations: [Mutation] {
        indices.flatMap { index -> [Mutation] in
            guard tokens[index].kind == .word, !isLabel(index) else { return [] }
            let name = tokens[index].text
            let others = source.isMember(index) ? Self.members : isCalled(index) ? Self.functions : [:]
            return others[name].map { [replacing(index, with: $0)] } ?? []
        }
    }

    func isCalled(_ index: Int) -> Bool { tokens[index + 1].text == "(" && source.followsValue(index + 1) }

    private func isLabel(_ index: Int) -> Bool { tokens[index + 1].text == ":" && !source.isMember(index) }

    private static let members = bothWays([
        "rows": "columns", "rowSums": "columnSums", "rowMeans": "columnMeans", "rowMaxima": "columnMaxima",
        "first": "last", "min": "max", "sum": "mean", "zeros": "ones", "inputs": "targets",
    ])

    private static let functions = bothWays(["min": "max", "minimum": "maximum"])

    private static func bothWays(_ pairs: [String: String]) -> [String: String] {
        pairs.merging(pairs.map { ($1, $0) }) { $1 }
    }
}
