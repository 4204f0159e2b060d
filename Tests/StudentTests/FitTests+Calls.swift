import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

// What is called, in which order, and with which samples.
extension FitTests {
    // MARK: Calls

    @Test("each batch goes forwards, backwards, and through one step, in this order")
    func callOrder() throws {
        let runs = try [(6, 3), (8, 2)].map { try Setup.counting($0, batchSize: $1).run() }
        guard let run = runs.first(where: { !$0.hasRightOrder }) else { return }
        let calls = run.orderedCalls
        let right = Run.callsOfABatch
        let batches = run.setup.batchesPerEpoch
        let first = calls.indices.first { calls[$0] != right[$0 % right.count] } ?? calls.count
        let batch = min(first / right.count, batches)
        let came = calls[(batch * right.count)...].prefix(right.count + 1)
        expectTrue(
            false,
            """
            fit: each batch calls \(right.joined(separator: ", ")). \(batch < batches ? "In batch \(batch + 1) of \(batches)" : "After the last batch") came \
            \(came.isEmpty ? "nothing" : came.joined(separator: ", ")).
            """,
            Run.wrongOrders.diagnosis(of: runs, lesson: Run.lesson, isRight: \.hasRightOrder)
                ?? "Compare the two lists, from the first call on.")
    }

    @Test("gradients are not cleared between backward and step")
    func gradientsLive() throws {
        let run = try Setup.counting(6, batchSize: 2).run()
        guard expectSteps(run) else { return }
        var sinceBackward = false
        for call in run.log.calls {
            if call == "model.backward" { sinceBackward = true }
            if call == "optimizer.step" { sinceBackward = false }
            guard
                expectTrue(
                    !(sinceBackward && call == "optimizer.zeroGradients"),
                    "fit: zeroGradients comes between model.backward and optimizer.step.",
                    "The step then finds no gradient: nothing is learnt. See \(lesson)#gradients-cleared.")
            else { return }
        }
    }

    @Test("what the loss's backward returns goes into the model's backward")
    func gradientFlow() throws {
        let run = try Setup.inOneBatch(4).run()
        guard
            expectTrue(
                !run.model.gradients.isEmpty, "fit: model.backward was never called.",
                "It takes what loss.backward() returns.")
        else { return }
        let hint = try hint("It is what loss.backward() returns, unchanged.", for: .inOneBatch(4))
        try gradient.check(.inOneBatch(4), gives: [[30], [60], [90], [120]], hint)
        try gradient.check(.inOneBatch(5), hint)
    }

    @Test("the loss compares the model's prediction with the targets of the same samples")
    func pairing() throws {
        let runs = try [(7, 3), (12, 5), (9, 4)].map { count, batchSize in
            var setup = Setup.counting(count, batchSize: batchSize)
            setup.factors = [2]
            return try setup.run()
        }
        for run in runs {
            guard
                expectTrue(
                    !run.loss.batches.isEmpty, "fit: the loss was never called.",
                    "Each batch's prediction is compared with its targets."),
                expectTrue(
                    run.hasRightPairs,
                    "fit: the loss compares predictions with targets that are not of the same samples.",
                    Run.wrongPairs.diagnosis(of: runs, lesson: Run.lesson, isRight: \.hasRightPairs)
                        ?? "Rows of inputs and targets belong together: select both by the same indices.")
            else { return }
        }
    }

    // MARK: Batches

    @Test("every epoch sees every sample once, the short last batch included", arguments: [1, 3, 7, 10])
    func everySample(batchSize: Int) throws {
        let run = try Setup.counting(7, epochs: 2, batchSize: batchSize).run()
        let steps = 2 * ((7 + batchSize - 1) / batchSize)
        let seen = run.trainedSamples
        let isComplete =
            seen.count == 14 && [seen.prefix(7), seen.suffix(7)].allSatisfy { $0.sorted() == Run.inputs(7) }
        try expectTrue(
            run.steps == steps && isComplete,
            """
            fit, 2 epochs of the samples 1 to 7 in batches of \(batchSize): \(run.steps) steps, and \
            \(steps) are right; trained on \(seen.isEmpty ? "nothing" : listed(seen.map { Int($0) })).
            """,
            try cutDiagnosis()
                ?? (isComplete
                    ? "All samples are there: it is the steps that are wrong. Each batch takes one."
                    : "Each sample comes once an epoch, and each batch takes one step."))
    }

    /// The mistake that explains how one epoch divides other numbers of samples; nil when none does.
    func cutDiagnosis() throws -> String? {
        try Cut.diagnosis { count, size in
            try Setup.counting(count, batchSize: size).run().cuts?.first
                ?? Cut(count: count, size: size, batches: [])
        }
    }

    @Test("samples are shuffled before they are cut into batches, and anew in every epoch")
    func shuffles() throws {
        let cuts = try [(40, 8), (60, 6), (77, 11)].compactMap {
            try Setup.counting($0, epochs: 2, batchSize: $1).run().cuts
        }
        guard
            try expectTrue(
                cuts.count == 3 && cuts.joined().allSatisfy(\.isDistinct),
                "fit: an epoch trains on nothing, or on samples twice, or epochs differ in length.",
                try cutDiagnosis() ?? "Every epoch goes through all samples once.")
        else { return }
        for epochs in cuts {
            let neighbours = epochs[0].batches.count {
                ($0.max() ?? 0) - ($0.min() ?? 0) < $0.count
            }
            guard
                expectTrue(
                    epochs[0].order != epochs[0].order.sorted() && 2 * neighbours < epochs[0].batches.count,
                    """
                    fit: the samples are not shuffled. The first batch of \(epochs[0].size) of \
                    \(epochs[0].count) is \(listed(epochs[0].batches[0])).
                    """,
                    Cut.whyUnmixed(cuts.map { $0[0] })
                        ?? "Shuffle the samples, and cut them into batches then."),
                try expectTrue(
                    epochs[0].order != epochs[1].order,
                    "fit: both epochs have the samples in the same order.",
                    try misuse()
                        ?? "They are shuffled once: shuffle anew in every epoch. See \(lesson)#shuffled-once."
                )
            else { return }
        }
    }

    @Test("the same seed trains in the same order, another seed in another")
    func reproducible() throws {
        func order(_ seed: UInt64) throws -> [Double] {
            var setup = Setup.counting(40, batchSize: 8)
            setup.seed = seed
            return try setup.run().trainedSamples
        }
        let first = try order(1)
        guard
            try expectTrue(
                !first.isEmpty && Set(first).count == first.count,
                first.isEmpty
                    ? "fit: nothing was trained on." : "fit: an epoch trains on samples more than once.",
                try cutDiagnosis() ?? "model.backward has to come once after each batch's model.forward.")
        else { return }
        try expectTrue(
            try order(1) == first, "fit: the same seed gives another order.",
            try misuse() ?? "Use the generator that is passed.")
        try expectTrue(
            try order(2) != first, "fit: another seed gives the same order.",
            try misuse() ?? "Use the generator that is passed.")
    }

    private func misuse() throws -> String? {
        try misuseOfGenerator {
            try Setup.counting(40, batchSize: 8).run(using: &$0).trainedSamples.map { Int($0) }
        }
    }

    /// Whether a step was taken at all.
    func expectSteps(_ run: Run) -> Bool {
        expectTrue(
            run.steps > 0, "fit: optimizer.step was never called.",
            "Each batch ends with a step: without one nothing is learnt. See \(lesson)#the-idea.")
    }
}
