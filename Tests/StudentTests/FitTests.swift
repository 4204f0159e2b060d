import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

/// What comes back: metrics, history and errors; FitTests+Calls.swift looks at what is called on the way.
@Suite("Fit") struct FitTests {
    // MARK: Training metrics

    @Test(
        "the training loss is the mean over samples: a short batch weighs by its size",
        arguments: [2, 3, 4, 9])
    func weightedLoss(batchSize: Int) throws {
        // The spy's loss is the mean prediction, here the input: the mean of 1…7 is 4, however they are cut.
        expectClose(
            try Run(samples: 7, batchSize: batchSize).firstEpoch.trainingLoss, 4,
            "trainingLoss of 7 samples in batches of \(batchSize)",
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
            try run.firstEpoch.trainingAccuracy, 5.0 / 7,
            "trainingAccuracy, 5 of 7 right, batches of \(batchSize)",
            "Count right answers over all samples of the epoch.")
    }

    @Test("loss and accuracy are measured before the batch's update")
    func measuredBeforeUpdate() throws {
        // Each step turns the model's factor from 1 to −1 and back.
        let history = try Run(
            inputs: [[2], [3]], targets: [[1], [1]], epochs: 2, batchSize: 2, factorAfterStep: { -$0 }
        ).history
        try #require(history.count == 2, "fit: the history of 2 epochs has \(history.count) entries.")
        expectClose(
            history[0].trainingLoss, 2.5, "trainingLoss of the first epoch",
            "It is the loss that the gradients come from: before the step.")
        expectClose(history[0].trainingAccuracy, 1, "trainingAccuracy of the first epoch", "Before the step.")
        expectClose(history[1].trainingLoss, -2.5, "trainingLoss of the second epoch", "After one step.")
        expectClose(history[1].trainingAccuracy, 0, "trainingAccuracy of the second epoch", "After one step.")
    }

    @Test("accuracy is measured at the loss's decision threshold, also for the validation set")
    func threshold() throws {
        let inputs: Matrix = [[3], [1.5], [2.5], [0.9], [2.2]]
        let targets: Matrix = [[1], [0], [1], [0], [0]]
        let metrics = try Run(
            inputs: inputs, targets: targets, batchSize: 5, decisionThreshold: 2,
            validation: Dataset(inputs: inputs, targets: targets)
        ).firstEpoch
        let hint = """
            This loss's decisionThreshold is 2: 3, 2.5 and 2.2 mean class 1. A target is class 1 above ½, \
            whatever the threshold.
            """
        expectClose(metrics.trainingAccuracy, 0.8, "trainingAccuracy at the threshold 2", hint)
        expectClose(
            try #require(
                metrics.validationAccuracy, "fit: validationAccuracy is nil, with a validation set."),
            0.8, "validationAccuracy at the threshold 2", hint)
    }

    @Test("accuracy of several classes compares the largest element of each row")
    func severalClasses() throws {
        let run = try Run(
            inputs: [[1, 5, 2], [9, 0, 1], [0, 1, 2], [3, 4, 1]],
            targets: [[0, 1, 0], [1, 0, 0], [1, 0, 0], [0, 1, 0]], batchSize: 3)
        expectClose(
            try run.firstEpoch.trainingAccuracy, 0.75, "trainingAccuracy of 3 classes",
            "Three of four rows are right.")
    }

    // MARK: History

    @Test("the history has one entry an epoch, numbered from 1, whatever the loss does")
    func history() throws {
        // The mean input is 2.5; the factor is 1, then 2, then 3: the loss rises.
        let history = try Run(samples: 4, epochs: 3, batchSize: 4, factorAfterStep: { $0 + 1 }).history
        #expect(
            history.map(\.epoch) == [1, 2, 3],
            "fit: the epochs of the history are \(history.map(\.epoch)), and should be [1, 2, 3].")
        for (metrics, loss) in zip(history, [2.5, 5, 7.5]) {
            expectClose(
                metrics.trainingLoss, loss, "trainingLoss of entry \(metrics.epoch) of the history",
                "The mean over this epoch's 4 samples; nothing of other epochs counts.")
        }
    }

    // MARK: Validation

    @Test("the validation set is measured after each epoch's last update, and never trained on")
    func validation() throws {
        let validation = try Dataset(
            inputs: [[10], [20], [-30], [40], [60]], targets: [[1], [0], [0], [0], [1]])
        let run = try Run(
            samples: 4, epochs: 2, batchSize: 2, validation: validation, factorAfterStep: { $0 + 1 })
        #expect(run.steps == 4, "fit: \(run.steps) steps on 2 × 2 training batches; validation takes none.")
        let trainsOnOthers = run.trainedSamples.contains { !Run.inputs(4).contains($0) }
        #expect(!trainsOnOthers, "fit: the model was trained on samples of the validation set.")
        try #require(run.history.count == 2, "fit: the history of 2 epochs has \(run.history.count) entries.")
        // The mean input is 20; the factor is 3 after two steps and 5 after four.
        for (metrics, loss) in zip(run.history, [60.0, 100]) {
            expectClose(
                try #require(metrics.validationLoss, "fit: validationLoss is nil, with a validation set."),
                loss, "validationLoss of epoch \(metrics.epoch)",
                "The mean over the whole validation set, measured with the model as the epoch leaves it.")
            expectClose(
                try #require(
                    metrics.validationAccuracy, "fit: validationAccuracy is nil, with a validation set."),
                0.6, "validationAccuracy of epoch \(metrics.epoch)", "Three of five are right.")
        }
    }

    @Test("without a validation set both validation metrics are nil")
    func noValidation() throws {
        let metrics = try Run(samples: 4, batchSize: 2).firstEpoch
        expectClose(
            metrics.trainingLoss, 2.5, "trainingLoss without a validation set",
            "The mean over the samples, here 1, 2, 3 and 4.")
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
            samples: 4, epochs: 3, batchSize: 2, validation: Dataset(inputs: [[1]], targets: [[1]]), log: log,
            onEpoch: { metrics in
                received.append(metrics)
                stepsSoFar.append(log.calls.count { $0 == "optimizer.step" })
            })
        #expect(
            stepsSoFar == [2, 4, 6],
            "fit: onEpoch came after \(stepsSoFar) steps; after every epoch of 2 steps is right.")
        let isTheHistory = received == run.history
        #expect(isTheHistory, "fit: the metrics that onEpoch gets are not those of the returned history.")
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

    @Test("an empty training set is refused")
    func refusedEmpty() throws {
        _ = try Run(samples: 1, batchSize: 1)
        let nothing = Matrix.zeros(rows: 0, columns: 1)
        try expectRefusal(.invalidArgument, "fit to a training set without samples") {
            try Run(inputs: nothing, targets: nothing, batchSize: 1)
        }
    }
}
