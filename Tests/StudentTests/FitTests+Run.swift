import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

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

    /// The metrics of the first epoch.
    var firstEpoch: EpochMetrics {
        get throws { try #require(history.first, "fit: the history it returns is empty.") }
    }

    /// The calls, in order, as often as they came; calls that follow their like count once.
    ///
    /// Left out are zeroGradients, which may come anywhere but between backward and step, and the model's
    /// forward, which may come again for the accuracy: `trainedBatches` and the metrics tell whether it came.
    var orderedCalls: [String] {
        log.calls.filter { $0 != "optimizer.zeroGradients" && $0 != "model.forward" }
            .reduce(into: []) { calls, call in
                if calls.last != call { calls.append(call) }
            }
    }

    /// The inputs of each forward that a backward followed, in order: what was trained on.
    var trainedBatches: [[Double]] {
        var forwards = 0
        var batches: [[Double]] = []
        for call in log.calls {
            if call == "model.forward" { forwards += 1 }
            if call == "model.backward", forwards > 0 { batches.append(model.inputs[forwards - 1].elements) }
        }
        return batches
    }

    /// All the inputs that were trained on, in order.
    var trainedSamples: [Double] { trainedBatches.flatMap { $0 } }
}
