import LinearAlgebra
import NeuralNetwork
import Reference
import Student
import TestSupport
import Testing

/// Only what no shuffle can change is compared: an answer may draw from the generator in its own way.
@Suite("Fit against the reference") struct FitTests {
    @Test("the whole set in one batch: the same history and parameters, for random models and losses")
    func fullBatch() throws {
        try expectSameTraining(allSamplesAlike: false) { count, draw in count + draw.integer(in: 0...9) }
    }

    @Test("mini-batches of samples that are all alike: the same history and parameters")
    func miniBatches() throws {
        try expectSameTraining(allSamplesAlike: true) { count, draw in draw.integer(in: 1...count) }
    }

    @Test("mini-batches for a model that does not change: the same means over samples")
    func frozenModel() throws {
        try onRandomCases { draw in
            let setup = try Training(&draw)
            let batchSize = draw.integer(in: 1...setup.training.count + 2)
            let still = SpyOptimizer(log: CallLog())
            let history = try Student.fit(
                setup.model, to: setup.training, validation: setup.validation, loss: setup.loss,
                optimizer: still, epochs: 2, batchSize: batchSize, using: &draw.generator)
            let expected = try Reference.fit(
                setup.model, to: setup.training, validation: setup.validation, loss: setup.loss,
                optimizer: still, epochs: 2, batchSize: batchSize, using: &draw.generator)
            return agree(
                history, expected, "\(setup.description) in batches of \(batchSize), nothing learned", draw,
                sourceLocation: #_sourceLocation)
        }
    }

    @Test("the same accuracy for random decision thresholds")
    func thresholds() throws {
        try onRandomCases { draw in
            let samples = draw.integer(in: 1...40)
            let data = try Dataset(inputs: draw.normal(samples, 1), targets: draw.zerosAndOnes(samples, 1))
            let model = SpyLayer("model", factor: draw.number(in: -2...2), log: CallLog())
            let threshold = draw.number(in: -2...2)
            let loss = SpyLoss(decisionThreshold: threshold, log: CallLog())
            let still = SpyOptimizer(log: CallLog())
            let batchSize = draw.integer(in: 1...samples)
            let history = try Student.fit(
                model, to: data, validation: data, loss: loss, optimizer: still, epochs: 1,
                batchSize: batchSize, using: &draw.generator)
            let expected = try Reference.fit(
                model, to: data, validation: data, loss: loss, optimizer: still, epochs: 1,
                batchSize: batchSize, using: &draw.generator)
            return agree(
                history, expected,
                "fit of \(samples) samples in batches of \(batchSize) with threshold \(threshold)", draw,
                sourceLocation: #_sourceLocation)
        }
    }

    @Test("every epoch trains on every sample once, in batches of the same sizes and in a new order")
    func batches() throws {
        try onRandomCases { draw in
            let samples = draw.integer(in: 25...50)
            let batchSize = draw.integer(in: 1...samples)
            let inputs = try Matrix(rows: samples, columns: 1, elements: (0..<samples).map(Double.init))
            let data = try Dataset(inputs: inputs, targets: inputs)
            let log = CallLog()
            let model = SpyLayer("model", log: log)
            _ = try Student.fit(
                model, to: data, loss: SpyLoss(log: log), optimizer: SpyOptimizer(log: log), epochs: 2,
                batchSize: batchSize, using: &draw.generator)
            let reference = SpyLayer("model", log: log)
            _ = try Reference.fit(
                reference, to: data, loss: SpyLoss(log: log), optimizer: SpyOptimizer(log: log), epochs: 2,
                batchSize: batchSize, using: &draw.generator)
            let (sizes, expected) = (model.gradients.map(\.rows), reference.gradients.map(\.rows))
            let name = "fit of \(samples) samples in batches of \(batchSize), 2 epochs"
            guard
                holds(
                    sizes == expected,
                    "\(name): the batches that went backwards have \(sizes) samples, not \(expected).", draw,
                    sourceLocation: #_sourceLocation)
            else { return false }
            // The spy loss's gradient is the prediction times 10, and the prediction here the sample's number.
            let all = model.gradients.flatMap(\.elements).map { Int(($0 / 10).rounded()) }
            let (first, second) = (Array(all[..<samples]), Array(all[samples...]))
            let inOrder = Array(0..<samples)
            return holds(
                first.sorted() == inOrder && second.sorted() == inOrder,
                "\(name): trained on the samples \(first), then on \(second).", draw,
                sourceLocation: #_sourceLocation)
                && holds(
                    first != second && first != inOrder,
                    "\(name): samples have to be shuffled, anew each epoch.", draw,
                    sourceLocation: #_sourceLocation)
        }
    }

    @Test("onEpoch is given the metrics of the history, epoch by epoch")
    func callback() throws {
        try onRandomCases { draw in
            let setup = try Training(&draw)
            var received: [EpochMetrics] = []
            let history = try Student.fit(
                setup.model, to: setup.training, validation: setup.validation, loss: setup.loss,
                optimizer: setup.optimizer, epochs: setup.epochs, batchSize: 4, using: &draw.generator
            ) { received.append($0) }
            return holds(
                received == history && history.count == setup.epochs,
                "\(setup.description): onEpoch was given \(received); the history is \(history).", draw,
                sourceLocation: #_sourceLocation)
        }
    }
}

/// Checks that `Student.fit` and `Reference.fit` do the same to two models that start alike.
private func expectSameTraining(
    allSamplesAlike: Bool, sourceLocation: SourceLocation = #_sourceLocation,
    batchSize: (_ count: Int, inout Draw) -> Int
) throws {
    try onRandomCases { draw in
        var copy = draw
        let student = try Training(&copy, allSamplesAlike: allSamplesAlike)
        let reference = try Training(&draw, allSamplesAlike: allSamplesAlike)
        let batchSize = batchSize(student.training.count, &draw)
        let history = try Student.fit(
            student.model, to: student.training, validation: student.validation, loss: student.loss,
            optimizer: student.optimizer, epochs: student.epochs, batchSize: batchSize,
            using: &draw.generator)
        let expected = try Reference.fit(
            reference.model, to: reference.training, validation: reference.validation,
            loss: reference.loss, optimizer: reference.optimizer, epochs: reference.epochs,
            batchSize: batchSize, using: &draw.generator)
        let name = "\(student.description) in batches of \(batchSize)"
        guard agree(history, expected, name, draw, sourceLocation: sourceLocation) else { return false }
        let parameters = zip(student.model.parameters, reference.model.parameters)
        return parameters.enumerated().allSatisfy { index, pair in
            agree(
                pair.0.value, pair.1.value,
                "\(name), the model's parameters[\(index)] after \(student.epochs) epochs", draw,
                sourceLocation: sourceLocation)
        }
    }
}
