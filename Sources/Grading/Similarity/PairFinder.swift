import Foundation

/// Finds the pairs that are alike among many codes without comparing each with each.
///
/// If 80 % of a code's weight is in another, then so is 30 % of it among the rarest hashes that make up half of the
/// weight. Only those are looked up, in lists of who has them, and only who has enough of them is compared in full:
/// nothing above the threshold is missed.
struct PairFinder {
    typealias Pair = SimilarSubmissions.Pair

    /// The best pairs, in order.
    private(set) var pairs: [Pair] = []
    /// How many there are in all.
    private(set) var found = 0

    /// The hashes of each code, as numbers from 0: the rarer, the less.
    private let codes: [[Int]]
    /// By number, how much a hash says.
    private let weights: [Double]
    /// By number, the codes that have the hash.
    private let owners: [[Int32]]
    private let totals: [Double]

    private static let lookedUp = 0.5

    init(codes: [[UInt64]]) {
        var counts: [UInt64: Int] = [:]
        for code in codes { for hash in code { counts[hash, default: 0] += 1 } }
        let byRarity = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        let numbers = Dictionary(uniqueKeysWithValues: byRarity.enumerated().map { ($1.key, $0) })
        let weights = byRarity.map { log(Double(codes.count + 1) / Double($0.value)) }
        self.weights = weights
        self.codes = codes.map { code in code.compactMap { numbers[$0] }.sorted() }
        totals = self.codes.map { code in code.map { weights[$0] }.reduce(0, +) }
        var owners = [[Int32]](repeating: [], count: weights.count)
        for (index, code) in self.codes.enumerated() {
            for number in code { owners[number].append(Int32(index)) }
        }
        self.owners = owners
    }

    mutating func find() {
        var shared = [Double](repeating: 0, count: codes.count)
        for index in codes.indices where totals[index] >= SimilarSubmissions.leastEvidence {
            for other in candidates(for: index, shared: &shared) { compare(index, other) }
        }
        pairs = best(pairs)
    }

    /// Those that may have enough of this code; `shared` is all zeros before and after.
    private func candidates(for index: Int, shared: inout [Double]) -> [Int] {
        var touched: [Int] = []
        var weight = 0.0
        for number in codes[index] where weight < Self.lookedUp * totals[index] {
            weight += weights[number]
            for owner in owners[number] {
                if shared[Int(owner)] == 0 { touched.append(Int(owner)) }
                shared[Int(owner)] += weights[number]
            }
        }
        let least = weight - (1 - SimilarSubmissions.threshold) * totals[index] - 1e-9
        defer { for other in touched { shared[other] = 0 } }
        return touched.filter { $0 != index && shared[$0] >= least }
    }

    /// Keeps the pair if enough of the first is in the second, unless it is found from the other side too.
    private mutating func compare(_ index: Int, _ other: Int) {
        let shared = sharedWeight(codes[index], codes[other])
        let share = shared / totals[index]
        let otherShare = shared / totals[other]
        guard shared >= SimilarSubmissions.leastEvidence, share >= SimilarSubmissions.threshold,
            otherShare < SimilarSubmissions.threshold || index < other
        else { return }
        found += 1
        pairs.append(
            index < other
                ? Pair(first: index, second: other, firstShare: share, secondShare: otherShare)
                : Pair(first: other, second: index, firstShare: otherShare, secondShare: share))
        if pairs.count >= 4 * SimilarSubmissions.most { pairs = best(pairs) }
    }

    private func sharedWeight(_ one: [Int], _ other: [Int]) -> Double {
        var weight = 0.0
        var (left, right) = (0, 0)
        while left < one.count && right < other.count {
            if one[left] == other[right] {
                weight += weights[one[left]]
                left += 1
                right += 1
            } else if one[left] < other[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return weight
    }

    /// The pairs that are most alike; of equals, those that come first in the class.
    private func best(_ pairs: [Pair]) -> [Pair] {
        let sorted = pairs.sorted {
            ($1.share, $0.first, $0.second) < ($0.share, $1.first, $1.second)
        }
        return Array(sorted.prefix(SimilarSubmissions.most))
    }
}
