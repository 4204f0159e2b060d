import LinearAlgebra
import NeuralNetwork
import TestSupport

// What else `fit` is given to find out which mistake it makes, and what comes of it.

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
        // Targets of both classes in both sets: an accuracy of 0 or 1 would tell too little.
        setup.targets = uniform(setup.inputs.rows, 1, in: 0...1, seed: seed + 3) .> 0.5
        let targets = uniform(rows * columns + 1, 1, in: 0...1, seed: seed + 2) .> 0.5
        setup.validation = try? Dataset(
            inputs: normal(rows * columns + 1, 1, seed: seed + 1), targets: targets)
        return setup
    }
}

extension Setup {
    /// The entries of the epochs that were asked for: whether there are more is another question.
    var firstEntries: ArraySlice<EpochMetrics> {
        get throws { try run().history.prefix(epochs) }
    }

    /// What is right for a training metric: each sample counts as its batch's model takes it.
    ///
    /// It holds for samples that are all alike, and for a model that does not change: then it does not matter which
    /// samples are in which batch.
    func meanOverSamples(_ measure: Measure) -> [Double] {
        (0..<epochs).map { epoch in
            let ofSamples = (0..<inputs.rows).map { place in
                let factor = factor(afterSteps: epoch * batchesPerEpoch + place / batchSize)
                return measure(factor * inputs, targets, decisionThreshold)
            }
            return ofSamples.reduce(0, +) / Double(inputs.rows)
        }
    }

    /// What is measured on the validation set, an epoch a column, after so many steps in an epoch counted from 1.
    func validationMetric(_ measure: Measure, steps: (Setup, Int) -> Int) -> Matrix {
        guard let validation else { return .zeros(rows: 0, columns: 0) }
        return [
            (1...epochs).map { epoch in
                let factor = factor(afterSteps: steps(self, epoch))
                return measure(factor * validation.inputs, validation.targets, decisionThreshold)
            }
        ]
    }

    /// A mistake in a training metric: what it makes of the batches that `fit` really took, an epoch a column.
    func eachEpoch(
        _ value: ([(input: Matrix, target: Matrix, steps: Int)]) throws -> Double
    ) throws -> Matrix {
        let batches = try run().trained.enumerated().map { ($1.input, $1.target, $0) }
        // What is measured on other batches is no matter of how it is measured.
        guard batches.count == epochs * batchesPerEpoch,
            batches.reduce(0, { $0 + $1.0.rows }) == epochs * inputs.rows
        else { return .zeros(rows: 0, columns: 0) }
        return [
            try (0..<epochs).map { epoch in
                try value(Array(batches[epoch * batchesPerEpoch..<(epoch + 1) * batchesPerEpoch]))
            }
        ]
    }

    /// The same for a model and metric that depend on no step: one that has been measured wrongly.
    func trainingMetric(_ share: (Matrix, Matrix) throws -> Double) throws -> Matrix {
        try eachEpoch { batches in
            try batches.sum { batch in
                let prediction = factor(afterSteps: batch.steps) * batch.input
                return try share(prediction, batch.target) * Double(batch.input.rows)
            } / Double(inputs.rows)
        }
    }
}
