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
        let calls = try Run(samples: 6, batchSize: 3).orderedCalls
        let batch = ["loss.forward", "loss.backward", "model.backward", "optimizer.step"]
        let isRight = calls == batch + batch
        #expect(
            isRight,
            """
            fit: for each batch model.forward is followed by \(batch.joined(separator: ", ")). In the 2 \
            batches here came: \(calls.isEmpty ? "nothing" : calls.joined(separator: ", ")).
            """)
    }

    @Test("gradients are not cleared between backward and step")
    func gradientsLive() throws {
        let run = try Run(samples: 6, batchSize: 2)
        try #require(run.steps > 0, "fit: optimizer.step was never called.")
        var sinceBackward = false
        for call in run.log.calls {
            if call == "model.backward" { sinceBackward = true }
            if call == "optimizer.step" { sinceBackward = false }
            #expect(
                !(sinceBackward && call == "optimizer.zeroGradients"),
                "fit: zeroGradients comes between backward and step, so that step finds no gradient.")
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
        try #require(!run.loss.batches.isEmpty, "fit: the loss was never called.")
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
        let isComplete =
            seen.count == 14 && seen.prefix(7).sorted() == Run.inputs(7)
            && seen.suffix(7).sorted() == Run.inputs(7)
        #expect(
            isComplete,
            """
            fit: each of the samples 1 to 7 comes once an epoch. In 2 epochs the model was trained on \
            \(seen.prefix(16).map(short).joined(separator: ", "))\(seen.count > 16 ? ", …" : ".")
            """)
    }

    @Test("samples are shuffled before they are cut into batches, and anew in every epoch")
    func shuffles() throws {
        let run = try Run(samples: 40, epochs: 2, batchSize: 8)
        let seen = run.trainedSamples
        try #require(seen.count >= 2, "fit: the model was trained on no batch.")
        let half = seen.count / 2
        let isShuffled = Array(seen.prefix(half)) != seen.prefix(half).sorted()
        #expect(isShuffled, "fit: the samples are in their first order; shuffle them.")
        let isShuffledAnew = Array(seen.prefix(half)) != Array(seen.suffix(half))
        #expect(
            isShuffledAnew,
            "fit: both epochs have the samples in the same order; shuffle anew in every epoch.")
        let neighbours = run.trainedBatches.count { ($0.max() ?? 0) - ($0.min() ?? 0) < 8 }
        #expect(
            2 * neighbours < run.trainedBatches.count,
            "fit: most batches are runs of neighbours; shuffle the samples, and cut them into batches then.")
    }

    @Test("the same seed trains in the same order, another seed in another")
    func reproducible() throws {
        let first = try Run(samples: 40, batchSize: 8, seed: 1).trainedSamples
        let isRepeated = try Run(samples: 40, batchSize: 8, seed: 1).trainedSamples == first
        #expect(
            isRepeated, "fit: the same seed has to give the same order. Use the generator that is passed.")
        let isTheSame = try Run(samples: 40, batchSize: 8, seed: 2).trainedSamples == first
        #expect(!isTheSame, "fit: another seed has to give another order.")
    }
}
