/// Near-identical submissions, by their folders, with the thresholds that they were found with.
struct SimilarCode: Encodable, Sendable {
    let threshold: Double
    let leastEvidence: Double
    /// Submissions with the very same code but for names, comments, texts and white space.
    let groups: [[String]]
    /// The most alike first.
    let pairs: [Pair]
    /// How many pairs more there are.
    let pairsLeftOut: Int

    struct Pair: Encodable, Equatable {
        let first: String
        let second: String
        /// What part of the first one's code is in the second's, weighed by how rare it is, and the other way round.
        let firstShare: Double
        let secondShare: Double
        /// The files in which they have something in common.
        let files: [String]
    }

    init(rows: [ClassRow]) {
        let similar = SimilarSubmissions(rows.map(\.fingerprints))
        threshold = SimilarSubmissions.threshold
        leastEvidence = SimilarSubmissions.leastEvidence
        groups = similar.groups.map { $0.map { rows[$0].folder } }
        pairs = similar.pairs.map { pair in
            let (first, second) = (rows[pair.first], rows[pair.second])
            return Pair(
                first: first.folder, second: second.folder, firstShare: pair.firstShare,
                secondShare: pair.secondShare,
                files: first.fingerprints.hashes.keys.filter { file in
                    let other = Set(second.fingerprints.hashes[file] ?? [])
                    return first.fingerprints.hashes[file]?.contains(where: other.contains) ?? false
                }.sorted())
        }
        pairsLeftOut = similar.pairsLeftOut
    }

    /// Those who are in a group or a pair.
    var folders: Set<String> { Set(groups.joined()).union(pairs.flatMap { [$0.first, $0.second] }) }
}
