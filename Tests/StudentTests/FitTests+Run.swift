import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

/// What `fit` is given in a test: a model that multiplies by a factor, and a loss that is the mean prediction.
struct Setup: TestInput {
    var inputs: Matrix
    var targets: Matrix
    var epochs = 1
    var batchSize: Int
    /// What the model multiplies by, before the first step, after it, after the second …: the last one stays.
    var factors: [Double] = [1]
    var decisionThreshold = 0.5
    var validation: Dataset?
    var seed: UInt64 = 1

    /// The inputs 1, 2, …, whose targets are ten times as large.
    static func counting(_ count: Int, epochs: Int = 1, batchSize: Int) -> Setup {
        let inputs = ([Run.inputs(count)] as Matrix).transposed()
        return Setup(inputs: inputs, targets: 10 * inputs, epochs: epochs, batchSize: batchSize)
    }

    var batchesPerEpoch: Int { (inputs.rows - 1) / max(1, batchSize) + 1 }

    /// What the model multiplies by after so many steps.
    func factor(afterSteps steps: Int) -> Double { factors[min(steps, factors.count - 1)] }

    /// For one batch its samples, in a row where there is room; for several their sizes, and what the model is then.
    var parts: [(name: String, value: Matrix)] {
        let batches = max(1, epochs) * batchesPerEpoch
        if batches == 1, inputs.columns == 1 {
            return [("inputs in a row", inputs.transposed()), ("targets", targets.transposed())]
        }
        if batches == 1 { return [("inputs", inputs), ("targets", targets)] }
        let sizes = (0..<batches).map { min(batchSize, inputs.rows - $0 % batchesPerEpoch * batchSize) }
        let ofModel = ("the model's factor", [(0..<batches).map(factor)] as Matrix)
        return [("batch sizes", [sizes.map(Double.init)])] + (factors.count > 1 ? [ofModel] : [])
    }

    var batch: Shape { inputs.shape }

    /// Calls `fit` on spies.
    func run(
        using generator: inout SeededGenerator, log: CallLog = CallLog(),
        onEpoch: (EpochMetrics) throws -> Void = { _ in }
    ) throws -> Run {
        let model = SpyLayer("model", factor: factor(afterSteps: 0), log: log)
        let loss = SpyLoss(decisionThreshold: decisionThreshold, log: log)
        let optimizer = SpyOptimizer(log: log) {
            model.factor = factor(afterSteps: log.calls.count { $0 == "optimizer.step" })
        }
        let history = try fit(
            model, to: Dataset(inputs: inputs, targets: targets), validation: validation, loss: loss,
            optimizer: optimizer, epochs: epochs, batchSize: batchSize, using: &generator,
            onEpoch: onEpoch)
        return Run(setup: self, log: log, model: model, loss: loss, history: history)
    }

    /// Calls `fit` on spies, with a generator of its own.
    func run(
        log: CallLog = CallLog(), onEpoch: (EpochMetrics) throws -> Void = { _ in }
    ) throws -> Run {
        var generator = SeededGenerator(seed: seed)
        return try run(using: &generator, log: log, onEpoch: onEpoch)
    }
}

/// What `fit` did with a setup.
struct Run {
    let setup: Setup
    let log: CallLog
    let model: SpyLayer
    let loss: SpyLoss
    let history: [EpochMetrics]

    /// The inputs 1, 2, ….
    static func inputs(_ count: Int) -> [Double] { (1...count).map(Double.init) }

    var steps: Int { log.calls.count { $0 == "optimizer.step" } }

    /// The calls, in order; of those that follow their like only the first, but of steps all.
    ///
    /// Left out are zeroGradients, which may come anywhere but between backward and step, and the model's
    /// forward, which may come again for the accuracy: `trained` and the metrics tell whether it came.
    var orderedCalls: [String] { Self.ordered(log.calls) }

    static func ordered(_ calls: [String]) -> [String] {
        calls.filter { $0 != "optimizer.zeroGradients" && $0 != "model.forward" }
            .reduce(into: []) { calls, call in
                if calls.last != call || call == "optimizer.step" { calls.append(call) }
            }
    }

    /// What was trained on: what each `model.backward` found in the model and in the loss.
    var trained: [(input: Matrix, target: Matrix)] {
        var (forwards, losses) = (0, 0)
        var batches: [(Matrix, Matrix)] = []
        for call in log.calls {
            if call == "model.forward" { forwards += 1 }
            if call == "loss.forward" { losses += 1 }
            if call == "model.backward", forwards > 0, losses > 0 {
                batches.append((model.inputs[forwards - 1], loss.batches[losses - 1].target))
            }
        }
        return batches
    }

    /// The inputs that were trained on, in order.
    var trainedSamples: [Double] { trained.flatMap(\.input.elements) }

    /// How each epoch divided the samples; nil unless the inputs are 1, 2, … and the epochs alike in length.
    var cuts: [Cut]? {
        let batches = trained.map { $0.input.elements.map { Int($0) - 1 } }
        let perEpoch = batches.count / setup.epochs
        guard perEpoch > 0, batches.count == perEpoch * setup.epochs else { return nil }
        return (0..<setup.epochs).map { epoch in
            Cut(
                count: setup.inputs.rows, size: setup.batchSize,
                batches: Array(batches[epoch * perEpoch..<(epoch + 1) * perEpoch]))
        }
    }
}
