/// How far two trainings are apart that should be the same.
struct Comparison: Encodable, Sendable {
    /// How many epochs have to agree; later ones may drift, as roundings add up.
    static let epochs = 20
    /// How far apart numbers may be, relative to the larger one.
    static let tolerance = 1e-9

    /// How many epochs were compared.
    let epochs: Int
    /// The largest relative difference of two losses or accuracies; nil when one of them is not a number.
    let largestDifference: Double?
    /// The epoch of that difference.
    let epoch: Int
    /// Whether all numbers are within the tolerance.
    let isEqual: Bool

    /// Compares loss and accuracy of each epoch.
    ///
    /// - Throws: `BenchError.epochsDiffer`.
    init(ours: [EpochRecord], theirs: [EpochRecord]) throws(BenchError) {
        guard ours.count == theirs.count else {
            throw .epochsDiffer(ours: ours.count, theirs: theirs.count)
        }
        let differences = zip(ours, theirs).prefix(Self.epochs).map { ours, theirs in
            zip(ours.numbers, theirs.numbers).map(Self.difference).max() ?? 0
        }
        epochs = differences.count
        let largest = differences.max() ?? 0
        largestDifference = largest.isFinite ? largest : nil
        isEqual = largest <= Self.tolerance
        epoch = (differences.firstIndex(of: largest) ?? 0) + 1
    }

    private static func difference(_ a: Double?, _ b: Double?) -> Double {
        guard let a, let b else { return a == b ? 0 : .infinity }
        // NaN and infinity equal nothing here, not even themselves.
        guard a.isFinite, b.isFinite else { return .infinity }
        return a == b ? 0 : abs(a - b) / max(abs(a), abs(b))
    }
}

extension EpochRecord {
    fileprivate var numbers: [Double?] {
        [trainingLoss, trainingAccuracy, validationLoss, validationAccuracy]
    }
}
