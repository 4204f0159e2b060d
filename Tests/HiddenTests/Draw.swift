import LinearAlgebra
import TestSupport

/// Random sizes and values, all drawn from one seed: the same seed makes the same case.
struct Draw {
    /// The seed, which a failure names.
    let seed: UInt64
    /// The source of everything drawn, for code that takes a generator of its own.
    var generator: SeededGenerator

    init(seed: UInt64) {
        self.seed = seed
        generator = SeededGenerator(seed: seed)
    }

    /// A number of rows, columns or samples: 1 to 12, with 1 more often than the others.
    mutating func count() -> Int {
        max(1, integer(in: -1...12))
    }

    mutating func integer(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    mutating func number(in range: ClosedRange<Double>) -> Double {
        Double.random(in: range, using: &generator)
    }

    mutating func chance(of probability: Double) -> Bool {
        number(in: 0...1) < probability
    }

    /// Normally distributed numbers.
    mutating func normal(_ rows: Int, _ columns: Int, standardDeviation: Double = 1) -> Matrix {
        .normal(rows: rows, columns: columns, standardDeviation: standardDeviation, using: &generator)
    }

    /// Evenly spread numbers.
    mutating func uniform(_ rows: Int, _ columns: Int, in range: ClosedRange<Double>) -> Matrix {
        .uniform(rows: rows, columns: columns, in: range, using: &generator)
    }

    /// Numbers of both signs, at least 0.1 away from 0, where a ReLU has its kink.
    mutating func awayFromZero(_ rows: Int, _ columns: Int) -> Matrix {
        TestSupport.awayFromZero(rows, columns, seed: generator.next(), standardDeviation: 2)
    }

    /// A matrix whose elements are 0 or 1.
    mutating func zerosAndOnes(_ rows: Int, _ columns: Int) -> Matrix {
        uniform(rows, columns, in: 0...1) .> 0.5
    }

    /// Rows with a single 1.
    mutating func oneHotRows(_ rows: Int, _ columns: Int) -> Matrix {
        TestSupport.oneHotRows(rows, columns, seed: generator.next())
    }

    /// Rows of probabilities above 0 that add up to 1.
    mutating func probabilityRows(_ rows: Int, _ columns: Int) throws -> Matrix {
        let weights = uniform(rows, columns, in: 0.05...1)
        return try weights / weights.rowSums()
    }
}

/// Makes random cases, one after the other, until one fails: the first failure says enough.
///
/// - Parameters:
///   - count: How many cases there are; their seeds are 1, 2, ….
///   - holds: Checks one case, records an issue where it fails, and returns whether it holds.
/// - Throws: What the check throws.
func onRandomCases(_ count: Int = 40, _ holds: (inout Draw) throws -> Bool) rethrows {
    for seed in 1...count {
        var draw = Draw(seed: UInt64(seed))
        guard try holds(&draw) else { return }
    }
}
