import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Fit") struct FitTests {
    // MARK: Calls

    @Test("each batch goes forwards, backwards, and through one step, in this order")
    func callOrder() throws {
        let run = try Run(samples: 6, batchSize: 3)
        let batch = ["model.forward", "loss.forward", "loss.backward", "model.backward", "optimizer.step"]
        #expect(
            run.callsWithoutRepetition == batch + batch,
            """
            fit on 2 batches called \(run.callsWithoutRepetition); for each batch \(batch) is right \
            (zeroGradients aside).
            """)
    }

    @Test("gradients are not cleared between backward and step")
    func gradientsLive() throws {
        let calls = try Run(samples: 6, batchSize: 2).log.calls
        for (call, next) in zip(calls, calls.dropFirst()) where next == "optimizer.zeroGradients" {
            #expect(
                call != "model.backward",
                "fit: zeroGradients comes right after backward, so that step finds no gradient.")
        }
    }

    @Test("what the loss's backward returns goes into the model's backward")
    func gradientFlow() throws {
        let run = try Run(samples: 4, batchSize: 4)
        let prediction = try #require(run.loss.batches.first, "fit: the loss was never called.").prediction
        expectClose(
            try #require(run.model.gradients.first, "fit: the model's backward was never called."),
            10 * prediction, "The gradient that fit gives to the model",
            "It is what loss.backward() returns, unchanged.")
    }

    @Test("the loss compares the model's prediction with the targets of the same samples")
    func pairing() throws {
        let run = try Run(samples: 7, batchSize: 3, factor: 2)
        for batch in run.loss.batches {
            // Sample i has the input i + 1 and the target 10 (i + 1); the model doubles.
            expectClose(
                5 * batch.prediction, batch.target, "The target that fit gives to the loss",
                "Rows of inputs and targets belong together: select both with the same indices.")
        }
    }

    // MARK: Batches

    @Test("every epoch sees every sample once, the short last batch included", arguments: [1, 3, 7, 10])
    func everySample(batchSize: Int) throws {
        let run = try Run(samples: 7, epochs: 2, batchSize: batchSize)
        let batchesPerEpoch = (7 + batchSize - 1) / batchSize
        #expect(
            run.steps == 2 * batchesPerEpoch,
            """
            fit: \(run.steps) steps in 2 epochs of 7 samples in batches of \(batchSize), and should be \
            \(2 * batchesPerEpoch).
            """)
        let seen = run.trainedSamples
        #expect(
            seen.count == 14 && seen.prefix(7).sorted() == Run.inputs(7)
                && seen.suffix(7).sorted() == Run.inputs(7),
            "fit: in 2 epochs over the samples \(Run.inputs(7)) the model was trained on \(seen).")
    }

    @Test("samples are shuffled, and anew in every epoch")
    func shuffles() throws {
        let seen = try Run(samples: 40, epochs: 2, batchSize: 8).trainedSamples
        #expect(
            seen.prefix(40) != Run.inputs(40)[...], "fit: the samples are in their first order; shuffle them."
        )
        #expect(
            Array(seen.prefix(40)) != Array(seen.suffix(40)),
            "fit: both epochs have the samples in the same order; shuffle anew in every epoch.")
    }

    @Test("the same seed trains in the same order, another seed in another")
    func reproducible() throws {
        let first = try Run(samples: 40, batchSize: 8, seed: 1).trainedSamples
        #expect(
            try Run(samples: 40, batchSize: 8, seed: 1).trainedSamples == first,
            "fit: the same seed has to give the same order. Use the generator that is passed.")
        #expect(
            try Run(samples: 40, batchSize: 8, seed: 2).trainedSamples != first,
            "fit: another seed has to give another order.")
    }

    // MARK: Metrics

    @Test("the history has one entry an epoch, numbered from 1")
    func history() throws {
        let epochs = try Run(samples: 4, epochs: 3, batchSize: 2).history.map(\.epoch)
        #expect(
            epochs == [1, 2, 3], "fit: the epochs of the history are \(epochs), and should be [1, 2, 3].")
    }

    @Test(
        "the training loss is the mean over samples: a short batch weighs by its size",
        arguments: [2, 3, 4, 9])
    func weightedLoss(batchSize: Int) throws {
        // The spy's loss is the mean prediction, here the input: the mean of 1…7 is 4, however they are cut.
        let metrics = try #require(try Run(samples: 7, batchSize: batchSize).history.first)
        expectClose(
            metrics.trainingLoss, 4, "trainingLoss of 7 samples in batches of \(batchSize)",
            "Weigh each batch's loss by its number of samples, and divide by the number of all samples.")
    }

    @Test(
        "the training accuracy is the mean over samples: a short batch weighs by its size",
        arguments: [2, 3, 4])
    func weightedAccuracy(batchSize: Int) throws {
        // Class 1 is predicted for all samples, and right for 5 of 7.
        let run = try Run(
            inputs: [[1], [1], [1], [1], [1], [1], [1]], targets: [[1], [1], [0], [1], [0], [1], [1]],
            batchSize: batchSize)
        expectClose(
            run.history[0].trainingAccuracy, 5.0 / 7,
            "trainingAccuracy, 5 of 7 right, batches of \(batchSize)",
            "Count right answers over all samples of the epoch.")
    }

    @Test("loss and accuracy are measured before the batch's update")
    func measuredBeforeUpdate() throws {
        // Each step turns the model's factor from 1 to −1 and back.
        let run = try Run(
            inputs: [[2], [3]], targets: [[1], [1]], epochs: 2, batchSize: 2, factorAfterStep: { -$0 })
        expectClose(
            run.history.map(\.trainingLoss)[0], 2.5, "trainingLoss of the first epoch",
            "It is the loss that the gradients come from: before the step.")
        expectClose(
            run.history.map(\.trainingAccuracy)[0], 1, "trainingAccuracy of the first epoch",
            "Before the step.")
        expectClose(
            run.history.map(\.trainingLoss)[1], -2.5, "trainingLoss of the second epoch", "After one step.")
        expectClose(
            run.history.map(\.trainingAccuracy)[1], 0, "trainingAccuracy of the second epoch",
            "After one step.")
    }

    @Test("accuracy is measured at the loss's decision threshold")
    func threshold() throws {
        let run = try Run(
            inputs: [[0.3], [-0.2], [0.1], [2]], targets: [[1], [0], [1], [0]], batchSize: 4,
            decisionThreshold: 0)
        expectClose(
            run.history[0].trainingAccuracy, 0.75, "trainingAccuracy with logits",
            "This loss's decisionThreshold is 0: 0.3 and 0.1 mean class 1.")
    }

    @Test("accuracy of several classes compares the largest element of each row")
    func severalClasses() throws {
        let run = try Run(
            inputs: [[1, 5, 2], [9, 0, 1], [0, 1, 2], [3, 4, 1]],
            targets: [[0, 1, 0], [1, 0, 0], [1, 0, 0], [0, 1, 0]], batchSize: 3)
        expectClose(
            run.history[0].trainingAccuracy, 0.75, "trainingAccuracy of 3 classes",
            "Three of four rows are right.")
    }

    // MARK: Validation

    @Test("the validation set is measured after each epoch's last update, and never trained on")
    func validation() throws {
        let validation = try Dataset(inputs: [[10], [20], [-30], [40]], targets: [[1], [0], [0], [0]])
        let run = try Run(
            samples: 4, epochs: 2, batchSize: 2, validation: validation, factorAfterStep: { $0 + 1 })
        #expect(run.steps == 4, "fit: \(run.steps) steps on 2 × 2 training batches; validation takes none.")
        #expect(
            run.trainedSamples.allSatisfy { Run.inputs(4).contains($0) },
            "fit: the model was trained on samples of the validation set.")
        // The mean input is 10; the factor is 3 after two steps and 5 after four.
        for (metrics, loss) in zip(run.history, [30.0, 50]) {
            expectClose(
                try #require(metrics.validationLoss, "fit: validationLoss is nil, with a validation set."),
                loss,
                "validationLoss of epoch \(metrics.epoch)", "Measured with the model as the epoch leaves it.")
            expectClose(
                try #require(
                    metrics.validationAccuracy, "fit: validationAccuracy is nil, with a validation set."),
                0.5, "validationAccuracy of epoch \(metrics.epoch)", "Two of four are right.")
        }
    }

    @Test("without a validation set both validation metrics are nil")
    func noValidation() throws {
        let metrics = try Run(samples: 4, batchSize: 2).history[0]
        #expect(
            metrics.validationLoss == nil && metrics.validationAccuracy == nil,
            "fit: without a validation set validationLoss and validationAccuracy are nil.")
    }

    // MARK: Callback and refusals

    @Test("onEpoch is called after each epoch, with the metrics that end up in the history")
    func callback() throws {
        let log = CallLog()
        var received: [EpochMetrics] = []
        var stepsSoFar: [Int] = []
        let run = try Run(
            samples: 4, epochs: 3, batchSize: 2, log: log,
            onEpoch: { metrics in
                received.append(metrics)
                stepsSoFar.append(log.calls.count { $0 == "optimizer.step" })
            })
        #expect(received == run.history, "fit: onEpoch and the returned history do not agree.")
        #expect(
            stepsSoFar == [2, 4, 6],
            "fit: onEpoch came after \(stepsSoFar) steps; after every epoch of 2 steps is right.")
    }

    @Test("an error thrown by onEpoch ends the training, and comes through")
    func callbackStops() throws {
        struct Stop: Error {}
        let log = CallLog()
        do {
            _ = try Run(
                samples: 4, epochs: 5, batchSize: 2, log: log,
                onEpoch: { if $0.epoch == 2 { throw Stop() } })
            Issue.record("fit: onEpoch has thrown an error, and fit has not.")
        } catch is Stop {
            let steps = log.calls.count { $0 == "optimizer.step" }
            #expect(steps == 4, "fit: \(steps) steps, and onEpoch ended the training after 4.")
        }
    }

    @Test("epochs or a batch size below 1 are refused", arguments: [(0, 2), (-1, 2), (2, 0), (2, -3)])
    func refused(epochs: Int, batchSize: Int) throws {
        _ = try Run(samples: 4, epochs: 1, batchSize: 1)
        try expectRefusal(.invalidArgument, "fit with \(epochs) epochs and batches of \(batchSize)") {
            try Run(samples: 4, epochs: epochs, batchSize: batchSize)
        }
    }
}
