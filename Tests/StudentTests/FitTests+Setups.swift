import LinearAlgebra
import NeuralNetwork
import TestSupport

// What else `fit` is given to find out which mistake it makes.

extension Setup {
    /// Samples that are all alike, in batches of which the last is short, and a model that changes with each step.
    static func changing(rows: Int, columns: Int, seed: UInt64) -> Setup {
        let count = (rows - 1) * columns + 1
        return Setup(
            inputs: .init(repeating: 2, rows: count, columns: 1),
            targets: .ones(rows: count, columns: 1), epochs: 2,
            batchSize: columns, factors: normal(1, 2 * rows + 1, seed: seed, standardDeviation: 3).elements)
    }

    /// One batch of different samples of one column, with a threshold of their own.
    static func atAThreshold(rows: Int, columns: Int, seed: UInt64) -> Setup {
        let count = rows * columns
        let targets = uniform(count, 1, in: 0...1, seed: seed + 1) .> 0.5
        let inputs = normal(count, 1, seed: seed, standardDeviation: 3)
        return Setup(
            inputs: inputs, targets: targets, batchSize: count, decisionThreshold: 2,
            validation: try? Dataset(inputs: inputs, targets: targets))
    }

    /// Samples of several classes, in batches of which the last is short.
    static func ofClasses(rows: Int, columns: Int, seed: UInt64) -> Setup {
        let count = 2 * rows + 1
        return Setup(
            inputs: normal(count, columns + 1, seed: seed),
            targets: oneHotRows(count, columns + 1, seed: seed + 1), batchSize: rows)
    }

    /// A set that changes with each step, and another one to measure on.
    static func validated(rows: Int, columns: Int, seed: UInt64) -> Setup {
        var setup = changing(rows: rows, columns: columns, seed: seed)
        let targets = uniform(rows * columns + 1, 1, in: 0...1, seed: seed + 2) .> 0.5
        setup.validation = try? Dataset(
            inputs: normal(rows * columns + 1, 1, seed: seed + 1), targets: targets)
        return setup
    }
}
