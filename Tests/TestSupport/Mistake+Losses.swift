public import LinearAlgebra

/// What a loss is divided by.
public enum Divisor: String, CaseIterable {
    /// The number of all elements, batch × outputs.
    case elements = "all elements"
    /// The number of rows: samples.
    case rows
    /// The number of columns: outputs or classes.
    case columns

    /// The number in a batch.
    func number(in batch: Shape) -> Double {
        switch self {
        case .elements: Double(batch.rows * batch.columns)
        case .rows: Double(batch.rows)
        case .columns: Double(batch.columns)
        }
    }
}

extension Mistake where Input == LossInput {
    /// Describes a mistake in a loss's `forward`.
    ///
    /// - Parameters:
    ///   - sentence: What a teacher would say of it, in a sentence that gives no answer away.
    ///   - section: The anchor in the exercise's lesson that speaks of it.
    ///   - value: What `forward` returns with this mistake in it.
    /// - Returns: The mistake.
    public static func loss(
        _ sentence: String, see section: String = "common-mistakes",
        is value: @escaping (LossInput) throws -> Double
    ) -> Mistake {
        Mistake(sentence, see: section) { .single(try value($0)) }
    }

    /// What comes of dividing by the wrong number, not at all, or twice; the page's anchor for it is "divisor".
    ///
    /// - Parameters:
    ///   - right: What has to be divided by.
    ///   - sum: What has to be divided.
    /// - Returns: A mistake for each.
    public static func divisors(
        insteadOf right: Divisor, dividing sum: @escaping (LossInput) throws -> Matrix
    ) -> [Mistake] {
        let others = Divisor.allCases.filter { $0 != right }.map { other in
            Mistake(
                "It is divided by the number of \(other.rawValue), not by that of \(right.rawValue).",
                see: "divisor"
            ) { try sum($0) / other.number(in: $0.batch) }
        }
        return others + [
            Mistake("It is not yet divided by the number of \(right.rawValue).", see: "divisor") {
                try sum($0)
            },
            Mistake("It is divided twice by the number of \(right.rawValue).", see: "divisor") {
                try sum($0) / (right.number(in: $0.batch) * right.number(in: $0.batch))
            },
        ]
    }
}
