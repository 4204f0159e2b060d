import LinearAlgebra
import NeuralNetwork
import TestSupport

// What students let `fit` call, and what is wrong with it.

extension Run {
    static let lesson = "Lessons/17-fit.md"

    /// The calls of a batch, in the order that is right.
    static let callsOfABatch = [measure, ofLoss, ofModel, step]

    private static let measure = "loss.forward"
    private static let ofLoss = "loss.backward"
    private static let ofModel = "model.backward"
    private static let step = "optimizer.step"

    /// Whether the calls are those of each batch, one batch after the other.
    var hasRightOrder: Bool { isEachBatch(Self.callsOfABatch) }

    static var wrongOrders: [Symptom<Run>] {
        [
            Symptom("optimizer.step() is never called: no parameter changes.", see: "the-idea") {
                $0.isEachBatch([measure, ofLoss, ofModel])
            },
            Symptom("The step comes too early: it needs what model.backward leaves.", see: "step-too-early") {
                $0.isEachBatch([measure, step, ofLoss, ofModel])
                    || $0.isEachBatch([measure, ofLoss, step, ofModel])
                    || $0.isEachBatch([step, measure, ofLoss, ofModel])
            },
            Symptom("Each batch takes two steps, and should take one.", see: "the-idea") {
                $0.isEachBatch(callsOfABatch + [step])
            },
            Symptom("There is one step an epoch: every batch ends with one.", see: "one-step-an-epoch") {
                $0.isEachEpoch($0.batches([measure, ofLoss, ofModel]) + [step])
            },
            Symptom(
                "All batches go forwards, and one backwards: each needs its own way back.", see: "the-idea"
            ) {
                $0.isEachEpoch(callsOfABatch)
            },
            Symptom("It updates the model itself: that is the optimizer's part.", see: "the-idea") {
                $0.isEachBatch([measure, ofLoss, ofModel, "model.update"])
                    || $0.isEachBatch(callsOfABatch + ["model.update"])
                    || $0.isEachBatch([measure, ofLoss, ofModel, "model.update", step])
            },
            Symptom("model.backward is never called: the model gets no gradient.", see: "the-idea") {
                $0.isEachBatch([measure, ofLoss, step])
            },
            Symptom("loss.backward is never called: the model's gradient comes from it.", see: "the-idea") {
                $0.isEachBatch([measure, ofModel, step])
            },
            Symptom("It only measures: nothing goes backwards, and no step is taken.", see: "the-idea") {
                $0.isEachBatch([measure])
            },
            Symptom("Nothing is called: no batch goes through the model.", see: "the-idea") {
                $0.log.calls.isEmpty
            },
            Symptom("The loss is taken again after the step: it is meant before.", see: "formula") {
                $0.isEachBatch(callsOfABatch + [measure])

            },
        ]
    }

    private func isEachBatch(_ calls: [String]) -> Bool { isEachEpoch(batches(calls)) }

    private func isEachEpoch(_ calls: [String]) -> Bool {
        orderedCalls == Self.ordered(Array([[String]](repeating: calls, count: setup.epochs).joined()))
    }

    /// The calls as often as an epoch has batches.
    private func batches(_ calls: [String]) -> [String] {
        Array([[String]](repeating: calls, count: setup.batchesPerEpoch).joined())
    }
}

extension Run {
    /// Whether each sample's prediction was compared with its own target, ten times its input.
    var hasRightPairs: Bool {
        loss.batches.allSatisfy { isTarget($0.target, of: $0.prediction) }
    }

    static var wrongPairs: [Symptom<Run>] {
        [
            Symptom("Prediction and target are swapped.", see: "the-idea") {
                $0.loss.batches.allSatisfy { [run = $0] in run.isTarget($0.prediction, of: $0.target) }
            },
            Symptom(
                "The targets are in their first order, and the inputs are not: shuffle both.", see: "the-idea"
            ) {
                $0.loss.batches.flatMap(\.target.elements) == $0.setup.targets.elements
            },
            Symptom(
                "The inputs are in their first order, and the targets are not: shuffle both.", see: "the-idea"
            ) {
                $0.model.inputs.flatMap(\.elements) == $0.setup.inputs.elements
            },
            Symptom("The targets of all samples are given: take those of the batch.", see: "the-idea") {
                $0.loss.batches.allSatisfy { [setup = $0.setup] in $0.target == setup.targets }
            },
            Symptom("The inputs go into the loss, and the predictions should.", see: "the-idea") {
                $0.loss.batches.allSatisfy { (10 * $0.prediction).elements == $0.target.elements }
            },
        ]
    }

    private func isTarget(_ target: Matrix, of prediction: Matrix) -> Bool {
        let factor = setup.factor(afterSteps: 0)
        return target.elements == prediction.elements.map { 10 * $0 / factor }
    }
}

extension Setup {
    /// One batch with targets that are no multiple of 10, and a model that multiplies by 3.
    static func inOneBatch(_ count: Int) -> Setup {
        var setup = Setup.counting(count, batchSize: count)
        (setup.factors, setup.targets) = ([3], -4 * setup.inputs)
        return setup
    }
}

extension FitTests {
    /// What `fit` gives to `model.backward` in a single batch, sample by sample.
    var gradient: Subject<Setup> {
        Subject(
            "fit, the gradient given to model.backward", lesson: lesson,
            received: { setup in
                let run = try setup.run()
                guard let gradient = run.model.gradients.first, let batch = run.trained.first else {
                    return .zeros(rows: 0, columns: 0)
                }
                // Samples 1, 2, … are to be found again by their inputs, in whatever order they come.
                let order = batch.input.elements.indices.sorted {
                    batch.input[$0, 0] < batch.input[$1, 0]
                }
                return gradient.rows == order.count ? gradient.selectingRows(order) : gradient
            },
            right: { $0.inputs.map { 10 * 3 * $0 } },
            draw: { rows, columns, _ in .inOneBatch(rows * columns) },
            mistakes: [
                Mistake("It is the prediction, and should be what loss.backward() returns.", see: "the-idea")
                {
                    3 * $0.inputs
                },
                Mistake("These are the targets: it should be what loss.backward() returns.", see: "the-idea")
                {
                    $0.targets
                },
                Mistake(
                    "prediction − target is of one loss alone: ask loss.backward() for it.",
                    see: "gradient-of-one-loss"
                ) {
                    try 3 * $0.inputs - $0.targets
                },
                Mistake(
                    "prediction − target is of one loss alone: ask loss.backward() for it.",
                    see: "gradient-of-one-loss"
                ) {
                    try (3 * $0.inputs - $0.targets) / Double($0.inputs.rows)
                },
                Mistake(
                    "It is divided by the batch once more: loss.backward() has done that.", see: "the-idea"
                ) {
                    30 * $0.inputs / Double($0.inputs.rows)
                },
                Mistake("Prediction and target are swapped where the loss is given them.", see: "the-idea") {
                    10 * $0.targets
                },
                Mistake("The inputs go into the loss, and the predictions should.", see: "the-idea") {
                    10 * $0.inputs
                },
                Mistake(
                    "It is 1 for each sample: it should be what loss.backward() returns.", see: "the-idea"
                ) {
                    $0.inputs.map { _ in 1 }
                },
            ])
    }
}

extension Run {
    /// Runs of one and more epochs, with a loss that rises and one that falls.
    static func ofSeveralLengths() throws -> [Run] {
        try [(1, 1.0), (3, 1), (4, 1), (3, -1), (5, 1)].map { epochs, direction in
            var setup = Setup.counting(4, epochs: epochs, batchSize: 4)
            setup.factors = (1...epochs).map { direction * Double($0) }
            return try setup.run()
        }
    }

    /// Whether the history has an entry for each epoch, counted from 1.
    var hasRightEpochs: Bool { numbers == Array(1...setup.epochs) }

    private var numbers: [Int] { history.map(\.epoch) }

    static var wrongHistories: [Symptom<Run>] {
        [
            Symptom("It returns nothing: keep the metrics of every epoch.", see: "goal") {
                $0.numbers.isEmpty
            },
            Symptom("Epochs are counted from 1, and here from 0.", see: "formula") {
                $0.numbers == Array(0..<$0.setup.epochs)
            },
            Symptom("There is one epoch too few: the last one counts as well.", see: "formula") {
                $0.numbers == Array(1..<max(2, $0.setup.epochs))
                    || $0.numbers == Array(1..<$0.setup.epochs)
            },
            Symptom("There is one epoch too many.", see: "formula") {
                $0.numbers == Array(1...$0.setup.epochs + 1)
            },
            Symptom("Only the last epoch is kept: the history has an entry for each.", see: "goal") {
                $0.numbers == [$0.setup.epochs]
            },
            Symptom("It returns after the first epoch: go on to the last.", see: "the-idea") {
                $0.numbers == [1]
            },
            Symptom("The training ends when the loss rises: that is not asked for.", see: "the-idea") {
                $0.numbers == Array(1...($0.isRising ? min(2, $0.setup.epochs) : $0.setup.epochs))
            },
            Symptom("The newest epoch comes first, and should come last.", see: "formula") {
                $0.numbers == (1...$0.setup.epochs).reversed()
            },
        ]
    }

    private var isRising: Bool { setup.factors.last ?? 0 > setup.factors[0] }
}
