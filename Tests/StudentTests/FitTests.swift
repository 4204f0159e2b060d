import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

/// What comes back: metrics and history; FitTests+Calls.swift looks at what is called on the way.
@Suite("Fit") struct FitTests {
    // MARK: Training metrics

    @Test(
        "the training loss is the mean over samples: a short batch weighs by its size",
        arguments: [2, 3, 4, 9])
    func weightedLoss(batchSize: Int) throws {
        // The spy's loss is the mean prediction, here the input: the mean of 1…7 is 4, however they are cut.
        let setup = Setup.counting(7, batchSize: batchSize)
        guard try expectEntries(setup) else { return }
        let isRight = try trainingLoss.check(
            setup, gives: [[4]],
            hint(
                "Weigh each batch's loss by its number of samples, and divide by that of all.", for: setup),
            of: "7 samples in batches of \(batchSize)")
        guard isRight else { return }
        try expectBeforeEachStep(trainingLoss, .changing(rows: 4, columns: batchSize, seed: 9))
    }

    @Test(
        "the training accuracy is the mean over samples: a short batch weighs by its size",
        arguments: [2, 3, 4])
    func weightedAccuracy(batchSize: Int) throws {
        // Class 1 is predicted for all samples, and right for 5 of 7.
        let setup = Setup(
            inputs: .ones(rows: 7, columns: 1), targets: [[1], [1], [0], [1], [0], [1], [1]],
            batchSize: batchSize)
        guard try expectEntries(setup) else { return }
        let isRight = try trainingAccuracy.check(
            setup, gives: [[5.0 / 7]],
            hint("Count right answers over all samples of the epoch.", for: setup),
            of: "5 of 7 right, in batches of \(batchSize)")
        guard isRight else { return }
        try expectBeforeEachStep(trainingAccuracy, .changing(rows: 6, columns: batchSize, seed: 9))
    }

    /// Checks a metric in the first epoch of a model that changes with each step.
    private func expectBeforeEachStep(_ metric: Subject<Setup>, _ setup: Setup) throws {
        var setup = setup
        setup.epochs = 1
        try metric.check(
            setup, hint("It is measured on each batch before its step.", for: setup),
            of: "a model that changes with each step")
    }

    /// A hint, unless there is something to mend before: samples that are missing, or steps.
    func hint(_ hint: String, for setup: Setup) throws -> String {
        let run = try setup.run()
        let batches = setup.epochs * setup.batchesPerEpoch
        let wanted = [[Double]](repeating: setup.inputs.elements, count: setup.epochs).joined().sorted()
        if run.trainedSamples.sorted() != wanted {
            return try cutDiagnosis() ?? "Not every sample is trained on once an epoch: mend this first."
        }
        if run.steps != batches { return "\(batches) batches take \(run.steps) steps: mend this first." }
        return hint
    }

    @Test("loss and accuracy are measured before the batch's update")
    func measuredBeforeUpdate() throws {
        // Each step turns the model's factor from 1 to −1 and back.
        let setup = Setup(
            inputs: [[2], [3]], targets: [[1], [1]], epochs: 2, batchSize: 2, factors: [1, -1, 1])
        guard try expectEntries(setup) else { return }
        try trainingLoss.check(
            setup, gives: [[2.5, -2.5]],
            hint("It is the loss that the gradients come from: before the step.", for: setup),
            of: "2 epochs")
        try trainingAccuracy.check(
            setup, gives: [[1, 0]], hint("It is taken before the step.", for: setup), of: "2 epochs")
    }

    @Test("accuracy is measured at the loss's decision threshold, also for the validation set")
    func threshold() throws {
        let inputs: Matrix = [[3], [1.5], [2.5], [0.9], [2.2]]
        let targets: Matrix = [[1], [0], [1], [0], [0]]
        let setup = Setup(
            inputs: inputs, targets: targets, batchSize: 5, decisionThreshold: 2,
            validation: try Dataset(inputs: inputs, targets: targets))
        guard try expectEntries(setup) else { return }
        let hint = try hint("3, 2.5 and 2.2 are above 2 and mean class 1; a target does above ½.", for: setup)
        try trainingAccuracy.check(
            setup, gives: [[0.8]], hint, of: "a loss with decisionThreshold 2", draw: Setup.atAThreshold)
        guard try expectValidation() else { return }
        try validationAccuracy.check(
            setup, gives: [[0.8]], hint, of: "a loss with decisionThreshold 2", draw: Setup.atAThreshold)
    }

    @Test("accuracy of several classes compares the largest element of each row")
    func severalClasses() throws {
        let setup = Setup(
            inputs: [[1, 5, 2], [9, 0, 1], [0, 1, 2], [3, 4, 1]],
            targets: [[0, 1, 0], [1, 0, 0], [1, 0, 0], [0, 1, 0]], batchSize: 3)
        guard try expectEntries(setup) else { return }
        try trainingAccuracy.check(
            setup, gives: [[0.75]],
            hint("Three of four rows have their largest element where the target has its 1.", for: setup),
            of: "3 classes", draw: Setup.ofClasses)
    }

    // MARK: History

    @Test("the history has one entry an epoch, numbered from 1, whatever the loss does")
    func history() throws {
        let runs = try Run.ofSeveralLengths()
        for run in runs {
            guard
                expectTrue(
                    run.hasRightEpochs,
                    """
                    fit with epochs: \(run.setup.epochs): the history's entries are numbered \
                    \(listed(run.history.map(\.epoch))), and should be \(listed(Array(1...run.setup.epochs))).
                    """, diagnosis(of: runs))
            else { return }
        }
        // The mean input is 2.5; the factor is 1, then 2, then 3: the loss rises.
        var setup = Setup.counting(4, epochs: 3, batchSize: 4)
        setup.factors = [1, 2, 3]
        try trainingLoss.check(
            setup, gives: [[2.5, 5, 7.5]],
            hint("The mean over this epoch's 4 samples; nothing of other epochs counts.", for: setup),
            of: "3 epochs")
    }

    private func diagnosis(of runs: [Run]) -> String {
        Run.wrongHistories.diagnosis(of: runs, lesson: Run.lesson, isRight: \.hasRightEpochs)
            ?? "Each epoch adds one entry, whatever its loss is."
    }

    /// Whether there is an entry for each epoch: without them there is nothing to look at.
    private func expectEntries(
        _ setup: Setup, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Bool {
        let run = try setup.run()
        let isMeasured = expectTrue(
            run.log.calls.contains("loss.forward"), "fit: the loss is never called.",
            "The metrics come from the model and the loss. See \(lesson)#the-idea.",
            sourceLocation: sourceLocation)
        let count = run.history.count
        return try isMeasured
            && expectTrue(
                count >= setup.epochs,
                "fit with epochs: \(setup.epochs): the history is \(count) long.",
                diagnosis(of: try Run.ofSeveralLengths()), sourceLocation: sourceLocation)
    }

    // MARK: Validation

    @Test("the validation set is measured after each epoch's last update, and never trained on")
    func validation() throws {
        guard try expectValidation() else { return }
        let validation = try Dataset(
            inputs: [[10], [20], [-30], [40], [60]], targets: [[1], [0], [0], [0], [1]])
        var setup = Setup.counting(4, epochs: 2, batchSize: 2)
        (setup.validation, setup.factors) = (validation, [1, 2, 3, 4, 5])
        guard try expectEntries(setup) else { return }
        let run = try setup.run()
        let others = run.trainedSamples.filter { !Run.inputs(4).contains($0) }
        expectTrue(
            others.isEmpty,
            "fit: the model was trained on samples of the validation set: \(listed(others.map { Int($0) })).",
            "They are only measured: no backward and no step. See \(lesson)#trained-on-validation.")
        expectTrue(
            run.steps == 4 || !others.isEmpty,
            "fit: \(run.steps) steps in 2 epochs of 2 training batches, and 4 are right.",
            "Each training batch takes one step, and the validation set none.")
        let hint = try hint(
            "The mean over the whole validation set, with the model as the epoch leaves it.", for: setup)
        // The mean input is 20; the factor is 3 after two steps and 5 after four.
        let isRight =
            try validationLoss.check(setup, gives: [[60, 100]], hint, of: "2 epochs")
            && validationAccuracy.check(setup, gives: [[0.6, 0.6]], hint, of: "2 epochs")
        guard isRight else { return }
        let other = Setup.validated(rows: 4, columns: 2, seed: 8)
        let otherHint = try self.hint(hint, for: other)
        try validationLoss.check(other, otherHint, of: "9 other samples")
        try validationAccuracy.check(other, otherHint, of: "9 other samples")
    }

    /// Whether every epoch has validation metrics where there is a validation set.
    private func expectValidation(sourceLocation: SourceLocation = #_sourceLocation) throws -> Bool {
        let setup = Setup.validated(rows: 3, columns: 2, seed: 1)
        let history = try setup.run().history
        let missing = history.filter { $0.validationLoss == nil || $0.validationAccuracy == nil }
        return expectTrue(
            missing.isEmpty,
            """
            fit, with a validation set: validationLoss or validationAccuracy is nil after epoch \
            \(missing.first?.epoch ?? 0) of 2.
            """,
            "Measure the validation set after every epoch. See \(lesson)#the-idea.",
            sourceLocation: sourceLocation)
    }

    @Test("without a validation set both validation metrics are nil")
    func noValidation() throws {
        let setup = Setup.counting(4, batchSize: 2)
        guard try expectEntries(setup) else { return }
        try trainingLoss.check(
            setup, gives: [[2.5]], hint("The mean over the samples, here 1, 2, 3 and 4.", for: setup),
            of: "4 samples and no validation set")
        let metrics = try #require(try setup.run().history.first)
        expectTrue(
            metrics.validationLoss == nil && metrics.validationAccuracy == nil,
            """
            fit: without a validation set validationLoss and validationAccuracy are nil; here they are \
            \(metrics.validationLoss.map(short) ?? "nil") and \
            \(metrics.validationAccuracy.map(short) ?? "nil").
            """, "0 would say that it was measured.")
    }
}
