extension MutationBody {
    /// The first or the last element left out, where all are gone through one by one.
    var loopMutations: [Mutation] {
        let ends = blocks.flatMap(\.statements).compactMap(loopSequence).filter { sequence in
            !sequence.contains { ["..<", "..."].contains(tokens[$0].text) }
        }.map(\.upperBound)
        let chained = indices.filter {
            ["flatMap", "reduce"].contains(tokens[$0].text) && source.isMember($0)
        }
        .map { $0 - 1 }
        return (ends + chained).flatMap { end in
            ["dropFirst", "dropLast"].map { drop in
                let place = tokens[end - 1].bytes.upperBound
                return Mutation(
                    place: end - 1, name: "`.\(drop)()` added",
                    edits: [.init(bytes: place..<place, text: ".\(drop)()")])
            }
        }
    }

    /// What a `for` loop goes through.
    private func loopSequence(_ statement: Range<Int>) -> Range<Int>? {
        guard tokens[statement.lowerBound].isWord("for"),
            let word = statement.first(where: { tokens[$0].isWord("in") }),
            let end = (word + 1..<statement.upperBound).first(where: {
                controlBraces.contains($0) || tokens[$0].isWord("where")
            })
        else { return nil }
        return word + 1..<end
    }
}
