import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport

/// One call of `fit` on spies: the model multiplies by a factor, the loss is the mean prediction.
struct Run {
    let log: CallLog
    let model: SpyLayer
    let loss: SpyLoss
    let history: [EpochMetrics]

    /// The inputs 1, 2, …, whose targets are ten times as large.
    static func inputs(_ count: Int) -> [Double] { (1...count).map(Double.init) }

    init(
        samples: Int, epochs: Int = 1, batchSize: Int, seed: UInt64 = 1, factor: Double = 1,
        validation: Dataset? = nil, log: CallLog = CallLog(),
        factorAfterStep: @escaping (Double) -> Double = { $0 },
        onEpoch: (EpochMetrics) throws -> Void = { _ in }
    ) throws {
        let inputs = try Matrix(rows: samples, columns: 1, elements: Self.inputs(samples))
        try self.init(
            inputs: inputs, targets: 10 * inputs, epochs: epochs, batchSize: batchSize, seed: seed,
            factor: factor, validation: validation, log: log, factorAfterStep: factorAfterStep,
            onEpoch: onEpoch)
    }

    init(
        inputs: Matrix, targets: Matrix, epochs: Int = 1, batchSize: Int, seed: UInt64 = 1,
        factor: Double = 1,
        decisionThreshold: Double = 0.5, validation: Dataset? = nil, log: CallLog = CallLog(),
        factorAfterStep: @escaping (Double) -> Double = { $0 },
        onEpoch: (EpochMetrics) throws -> Void = { _ in }
    ) throws {
        let model = SpyLayer("model", factor: factor, log: log)
        let loss = SpyLoss(decisionThreshold: decisionThreshold, log: log)
        let optimizer = SpyOptimizer(log: log) { model.factor = factorAfterStep(model.factor) }
        var generator = SeededGenerator(seed: seed)
        history = try fit(
            model, to: Dataset(inputs: inputs, targets: targets), validation: validation, loss: loss,
            optimizer: optimizer, epochs: epochs, batchSize: batchSize, using: &generator,
            onEpoch: onEpoch)
        self.log = log
        self.model = model
        self.loss = loss
    }

    var steps: Int { log.calls.count { $0 == "optimizer.step" } }

    /// The calls, without zeroGradients and with calls that follow their like left out.
    var callsWithoutRepetition: [String] {
        log.calls.filter { $0 != "optimizer.zeroGradients" }.reduce(into: []) { calls, call in
            if calls.last != call { calls.append(call) }
        }
    }

    /// The first input column of every batch that was followed by a backward, in order: what was trained on.
    var trainedSamples: [Double] {
        var forwards = 0
        var samples: [Double] = []
        for call in log.calls {
            if call == "model.forward" { forwards += 1 }
            if call == "model.backward" { samples += model.inputs[forwards - 1].elements }
        }
        return samples
    }
}
