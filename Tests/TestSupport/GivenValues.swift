public import LinearAlgebra

/// A matrix of normally distributed numbers, the same for the same seed.
public func normal(_ rows: Int, _ columns: Int, seed: UInt64, standardDeviation: Double = 1) -> Matrix {
    var generator = SeededGenerator(seed: seed)
    return .normal(
        rows: rows, columns: columns, standardDeviation: standardDeviation, using: &generator)
}

/// A matrix of evenly spread numbers, the same for the same seed.
public func uniform(_ rows: Int, _ columns: Int, in range: ClosedRange<Double>, seed: UInt64) -> Matrix {
    var generator = SeededGenerator(seed: seed)
    return .uniform(rows: rows, columns: columns, in: range, using: &generator)
}

/// A matrix of numbers on both sides of 0 and at least 0.1 away from it, where a ReLU has its kink.
public func awayFromZero(
    _ rows: Int, _ columns: Int, seed: UInt64, standardDeviation: Double = 1
) -> Matrix {
    normal(rows, columns, seed: seed, standardDeviation: standardDeviation).map {
        $0 < 0 ? $0 - 0.1 : $0 + 0.1
    }
}

/// Rows with a single 1, in random columns: targets that need no `oneHot`.
public func oneHotRows(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var generator = SeededGenerator(seed: seed)
    var targets = Matrix.zeros(rows: rows, columns: columns)
    for row in 0..<rows {
        targets[row, Int.random(in: 0..<columns, using: &generator)] = 1
    }
    return targets
}

/// Rows of probabilities, all above 0 and adding up to 1, that need no `Softmax`.
public func probabilityRows(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var probabilities = uniform(rows, columns, in: 0.2...1, seed: seed)
    for row in 0..<rows {
        let sum = (0..<columns).reduce(0) { $0 + probabilities[row, $1] }
        for column in 0..<columns {
            probabilities[row, column] /= sum
        }
    }
    return probabilities
}

/// A number of rows and columns, as the argument of a test.
public struct Size: Sendable, Codable, CustomStringConvertible {
    /// The number of rows: samples.
    public let rows: Int
    /// The number of columns: features or classes.
    public let columns: Int

    /// Makes a size.
    public init(_ rows: Int, _ columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// The size as "3 × 4".
    public var description: String { "\(rows) × \(columns)" }

    /// A single sample, a single feature, and batches that are no squares.
    public static let typical = [Size(1, 1), Size(1, 4), Size(5, 1), Size(3, 2), Size(2, 5)]
}
