import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport

// What students measure in place of an epoch's metrics, and what comes of it.

/// How well a model does on some samples: a loss or an accuracy.
typealias Measure = @Sendable (_ prediction: Matrix, _ target: Matrix, _ threshold: Double) -> Double

extension FitTests {
    var trainingLoss: Subject<Setup> {
        training("trainingLoss", \.trainingLoss, meanPrediction, otherMetric: shareOfRight)
    }

    var trainingAccuracy: Subject<Setup> {
        training(
            "trainingAccuracy", \.trainingAccuracy, shareOfRight, otherMetric: meanPrediction,
            more: wrongShares.map { sentence, share in
                Mistake(sentence, see: "your-task") { setup in
                    try setup.trainingMetric { share($0, $1, setup.decisionThreshold) }
                }
            })
    }

    var validationLoss: Subject<Setup> {
        validation("validationLoss", \.validationLoss, meanPrediction, ofTraining: \.trainingLoss)
    }

    var validationAccuracy: Subject<Setup> {
        validation(
            "validationAccuracy", \.validationAccuracy, shareOfRight, ofTraining: \.trainingAccuracy,
            more: wrongShares.map { sentence, share in
                Mistake(sentence, see: "your-task") { setup in
                    setup.validationMetric(share) { $0.batchesPerEpoch * $1 }
                }
            })
    }

    /// A training metric, an epoch a row.
    private func training(
        _ name: String, _ metric: @escaping (EpochMetrics) -> Double, _ measure: @escaping Measure,
        otherMetric: @escaping Measure, more: [Mistake<Setup>] = []
    ) -> Subject<Setup> {
        /// The batches as they came, with what is measured on each after so many of the epoch's steps.
        func epochs(
            _ setup: Setup, stepsMore: Int = 0, by measure: @escaping Measure,
            _ combine: @escaping ([(count: Double, value: Double)]) -> Double
        ) throws -> Matrix {
            try setup.eachEpoch { batches in
                combine(
                    batches.map { batch in
                        let factor = setup.factor(afterSteps: batch.steps + stepsMore)
                        return (
                            Double(batch.input.rows),
                            measure(factor * batch.input, batch.target, setup.decisionThreshold)
                        )
                    })
            }
        }
        return Subject(
            "fit, \(name)", lesson: lesson,
            received: { [try $0.firstEntries.map(metric)] },
            right: { [$0.meanOverSamples(measure)] },
            draw: Setup.changing,
            mistakes: [
                Mistake(
                    "It is the mean over batches: a short batch then weighs as much as a full one.",
                    see: "mean-over-batches"
                ) {
                    try epochs($0, by: measure) { $0.sum(\.value) / Double($0.count) }
                },
                Mistake(
                    "The short last batch is weighed by the batch size: it has fewer samples.",
                    see: "weighed-by-batch-size"
                ) { setup in
                    try epochs(setup, by: measure) {
                        $0.sum(\.value) * Double(setup.batchSize) / Double(setup.inputs.rows)
                    }
                },
                Mistake("It is a sum over samples: divide it by their number.", see: "formula") {
                    try epochs($0, by: measure) { $0.sum { $0.count * $0.value } }
                },
                Mistake("It is the sum of what the batches give, and should be a mean.", see: "formula") {
                    try epochs($0, by: measure) { $0.sum(\.value) }
                },
                Mistake("The sum is divided by the full batches only.", see: "formula") { setup in
                    try epochs(setup, by: measure) {
                        $0.sum(\.value) / Double(setup.inputs.rows / setup.batchSize)
                    }
                },
                Mistake("It is that of the last batch alone: all of the epoch's count.", see: "formula") {
                    try epochs($0, by: measure) { $0.last?.value ?? .nan }
                },
                Mistake("It is that of the first batch alone: all of the epoch's count.", see: "formula") {
                    try epochs($0, by: measure) { $0.first?.value ?? .nan }
                },
                Mistake("The short last batch is left out: its samples count as well.", see: "formula") {
                    setup in
                    try epochs(setup, by: measure) {
                        $0.filter { $0.count == Double(setup.batchSize) }.sum { $0.count * $0.value }
                            / Double(setup.inputs.rows)
                    }
                },
                Mistake(
                    "It is measured after the batch's step, and should be before.", see: "measured-after-step"
                ) {
                    try epochs($0, stepsMore: 1, by: measure) {
                        $0.sum { $0.count * $0.value } / $0.sum(\.count)
                    }
                },
                Mistake(
                    "It is measured when the epoch is over: measure each batch before its step.",
                    see: "formula"
                ) {
                    setup in
                    try setup.eachEpoch { batches in
                        let factor = setup.factor(afterSteps: (batches.last?.steps ?? 0) + 1)
                        return measure(factor * setup.inputs, setup.targets, setup.decisionThreshold)
                    }
                },
                Mistake("Loss and accuracy are swapped.", see: "formula") {
                    [$0.meanOverSamples(otherMetric)]
                },
                Mistake("The sum goes on from epoch to epoch: it begins anew in each.", see: "formula") {
                    [$0.meanOverSamples(measure).sumsSoFar]
                },
                Mistake("It is the mean over all epochs so far: only this one counts.", see: "formula") {
                    let sums = $0.meanOverSamples(measure).sumsSoFar
                    return [sums.enumerated().map { $1 / Double($0 + 1) }]
                },
                Mistake("It stays what it was at first: no step changes the model.", see: "the-idea") {
                    setup in
                    try setup.eachEpoch { _ in
                        measure(
                            setup.factor(afterSteps: 0) * setup.inputs, setup.targets,
                            setup.decisionThreshold)
                    }
                },
                Mistake("Prediction and target are swapped.", see: "the-idea") {
                    [$0.meanOverSamples { measure($1, $0, $2) }]
                },
                Mistake("The inputs go into the loss, and the predictions should.", see: "the-idea") {
                    setup in
                    try setup.eachEpoch { _ in
                        measure(setup.inputs, setup.targets, setup.decisionThreshold)
                    }
                },
            ] + more)
    }

    /// A validation metric, an epoch a row.
    private func validation(
        _ name: String, _ metric: @escaping (EpochMetrics) -> Double?, _ measure: @escaping Measure,
        ofTraining: @escaping (EpochMetrics) -> Double, more: [Mistake<Setup>] = []
    ) -> Subject<Setup> {
        Subject(
            "fit, \(name)", lesson: lesson,
            received: { [try $0.firstEntries.map { metric($0) ?? .nan }] },
            right: { $0.validationMetric(measure) { $0.batchesPerEpoch * $1 } },
            draw: Setup.validated,
            mistakes: [
                Mistake(
                    "The validation set is measured before the epoch: measure it after the last step.",
                    see: "validation-too-early"
                ) {
                    $0.validationMetric(measure) { $0.batchesPerEpoch * ($1 - 1) }
                },
                Mistake("It is measured on the training set, and not on the validation set.", see: "the-idea")
                {
                    var setup = $0
                    setup.validation = try Dataset(inputs: $0.inputs, targets: $0.targets)
                    return setup.validationMetric(measure) { $0.batchesPerEpoch * $1 }
                },
                Mistake("It is the training metric once more.", see: "the-idea") {
                    [try $0.firstEntries.map(ofTraining)]
                },
                Mistake("Prediction and target are swapped.", see: "the-idea") {
                    $0.validationMetric({ measure($1, $0, $2) }) { $0.batchesPerEpoch * $1 }
                },
                Mistake("It stays what it was at first: no step changes the model.", see: "the-idea") {
                    $0.validationMetric(measure) { _, _ in 0 }
                },
                Mistake(
                    "It is the mean over batches: a short batch then weighs as much as a full one.",
                    see: "mean-over-batches"
                ) {
                    $0.validationMetric(inBatches(of: $0.batchSize, measure)) { $0.batchesPerEpoch * $1 }
                },
            ] + more)
    }

    var lesson: String { "Lessons/17-fit.md" }
}

private let meanPrediction: Measure = { prediction, _, _ in prediction.mean() }

/// Row by row: one column has the class 1 above the threshold, several the one of the largest number.
private let shareOfRight: Measure = { prediction, target, threshold in
    share(of: target.rows) { prediction.label(of: $0, threshold) == target.label(of: $0, 0.5) }
}

/// What students take for the share of right rows.
private let wrongShares: [(String, Measure)] = [
    (
        "The threshold is always ½, and should be the loss's decisionThreshold.",
        { prediction, target, _ in
            share(of: target.rows) { prediction.label(of: $0, 0.5) == target.label(of: $0, 0.5) }
        }
    ),
    (
        "The targets are compared with the decisionThreshold too: for them it is always ½.",
        { prediction, target, threshold in
            share(of: target.rows) { prediction.label(of: $0, threshold) == target.label(of: $0, threshold) }
        }
    ),
    (
        "Every row is compared with the first row's class: each has a class of its own.",
        { prediction, target, threshold in
            share(of: target.rows) { prediction.label(of: $0, threshold) == target.label(of: 0, 0.5) }
        }
    ),
    (
        "Single numbers are compared, and should be rows: the largest number tells the class.",
        { prediction, target, threshold in
            rightElements(prediction, target, threshold) / Double(target.rows)
        }
    ),
    (
        "Single numbers are compared, and should be rows: the largest number tells the class.",
        { prediction, target, threshold in
            rightElements(prediction, target, threshold) / Double(target.elements.count)
        }
    ),
]

private func rightElements(_ prediction: Matrix, _ target: Matrix, _ threshold: Double) -> Double {
    Double(zip(prediction.elements, target.elements).count { ($0 > threshold) == ($1 > 0.5) })
}

private func share(of count: Int, where isRight: (Int) -> Bool) -> Double {
    Double((0..<count).count(where: isRight)) / Double(count)
}

/// The plain mean of what is measured on the batches, in their order in the set.
private func inBatches(of size: Int, _ measure: @escaping Measure) -> Measure {
    { prediction, target, threshold in
        let batches = Dictionary(grouping: 0..<target.rows) { $0 / size }.values
        return batches.sum {
            measure(prediction.selectingRows($0), target.selectingRows($0), threshold)
        } / Double(batches.count)
    }
}

extension Matrix {
    fileprivate func label(of row: Int, _ threshold: Double) -> Int {
        if columns == 1 { return self[row, 0] > threshold ? 1 : 0 }
        return (0..<columns).reduce(0) { self[row, $1] > self[row, $0] ? $1 : $0 }
    }
}

extension Collection {
    func sum(_ value: (Element) throws -> Double) rethrows -> Double {
        try reduce(0) { try $0 + value($1) }
    }
}

extension [Double] {
    fileprivate var sumsSoFar: [Double] {
        indices.map { self[...$0].reduce(0, +) }
    }
}
