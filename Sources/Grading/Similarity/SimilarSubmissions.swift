import Foundation

/// The submissions of a class whose code is nearly the same.
///
/// What many have written says little, and what few have says much: a hash weighs ln((n + 1) / m) where m of n
/// submissions have it. So a class in which everybody is right is not all alike, though short correct answers are.
/// Submissions with the very same hashes count as one among those n, or a copy that went round would hide itself.
///
/// In classes of 30 to 400 put together at random from the correct variants in Solutions/WrongAnswers two have at most
/// 74 % of their weight in common; of a copy with other names, another order, or a token in fifty changed, 84 % and more
/// is found. `SimilarityStudyTests` shows it on one such class.
struct SimilarSubmissions: Equatable, Sendable {
    /// The share of one submission's weight that has to be in the other's.
    static let threshold = 0.8
    /// The weight that two have to share: less is alike by chance in a short assignment.
    static let leastEvidence = 200.0
    /// How many hashes the very same code has to have to be listed.
    static let leastHashes = 200
    /// The most pairs that are kept.
    static let most = 500

    /// Submissions with the same code but for names, comments, texts and white space; of each the rows, ascending.
    let groups: [[Int]]
    /// Pairs above the threshold, the most alike first; of a group, its first.
    let pairs: [Pair]
    /// How many pairs more there are than are kept.
    let pairsLeftOut: Int

    /// Two submissions whose code is nearly the same.
    struct Pair: Equatable, Sendable {
        /// The two rows, in their order.
        let first: Int
        let second: Int
        /// What part of the first one's code is in the second's, and the other way round.
        let firstShare: Double
        let secondShare: Double

        var share: Double { max(firstShare, secondShare) }
    }

    /// Compares every submission with all others.
    ///
    /// - Parameter fingerprints: Of each row.
    init(_ fingerprints: [Fingerprints]) {
        let files = Set(fingerprints.flatMap(\.hashes.keys)).sorted()
        let places = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1, UInt64($0) << 32) })
        let codes = fingerprints.map { each in
            each.hashes.flatMap { file, hashes in hashes.map { places[file, default: 0] | UInt64($0) } }
                .sorted()
        }
        let same = Dictionary(grouping: codes.indices.filter { !codes[$0].isEmpty }) { codes[$0] }
        groups = same.filter { $0.value.count > 1 && $0.key.count >= Self.leastHashes }.values
            .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
        let distinct = same.values.map { $0[0] }.sorted()
        var finder = PairFinder(codes: distinct.map { codes[$0] })
        finder.find()
        pairs = finder.pairs.map {
            Pair(
                first: distinct[$0.first], second: distinct[$0.second], firstShare: $0.firstShare,
                secondShare: $0.secondShare)
        }
        pairsLeftOut = finder.found - pairs.count
    }
}
