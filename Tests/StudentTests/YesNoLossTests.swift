import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mend: yes-no loss") struct YesNoLossTests {
    @Test("forward: small for answers that are right and certain")
    func rightAndCertain() throws {
        for (probability, target) in [(0.0, 0.0), (1, 1)] {
            guard try expectValue(probability, target, in: -1e-5...1e-5) else { return }
        }
        // Half of the answers are as uncertain as can be: the mean is ln 2 / 2.
        try expectMean(of: LossInput([[0, 0.5], [0.5, 1]], [[0, 1], [0, 1]]), 0.34657359)
    }

    @Test("forward: above 10, and finite, for answers that are wrong and certain")
    func wrongAndCertain() throws {
        guard try isSound() else { return }
        for (probability, target) in [(0.0, 1.0), (1, 0)] {
            guard try expectValue(probability, target, in: 10...1000) else { return }
        }
    }

    @Test("backward: finite, and downhill, for answers that are wrong and certain")
    func backwardOfCertain() throws {
        guard try isSound() else { return }
        let loss = YesNoLoss()
        _ = try loss.forward(prediction: [[0, 0], [1, 1]], target: [[1, 0], [0, 1]])
        let gradient = try loss.backward()
        let name = "YesNoLoss.backward of certain answers"
        guard
            expectTrue(
                gradient.shape == Shape(rows: 2, columns: 2),
                "\(name): the shape is \(gradient.shape) and should be (2 × 2).",
                "It has the prediction's shape.")
        else { return }
        expectFinite(gradient, name, "forward is finite now: which numbers does backward divide by?")
        expectTrue(
            gradient[0, 0] < 0 && gradient[1, 0] > 0,
            "\(name): wrong answers have \(short(gradient[0, 0])) for p = 0 and \(short(gradient[1, 0])) for p = 1.",
            "A wrong answer must be able to mend: its gradient points away from where it is.")
    }

    @Test("forward: worked out by hand, and drawn")
    func values() throws {
        guard try isSound(),
            try forward.check(
                LossInput([[0.5], [0.2]], [[1], [0]]), gives: .single(0.458145365937077),
                "(−ln 0.5 − ln 0.8) / 2.", tolerance: 1e-6)
        else { return }
        try expectDrawn(forward)
    }

    @Test("backward: worked out by hand, and drawn")
    func backwardValues() throws {
        guard try isSound(),
            try backward.check(
                LossInput([[0.5], [0.2]], [[1], [0]]), gives: [[-1], [0.625]],
                "−1 / 0.5 / 2, and 1 / 0.8 / 2.", tolerance: 1e-6)
        else { return }
        try expectDrawn(backward)
    }

    @Test("backward: agrees with small changes of the prediction", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        guard try isSound() else { return }
        let target = uniform(size.rows, size.columns, in: 0...1, seed: 3).map { $0.rounded() }
        try backward.checkGradient(
            at: LossInput(uniform(size.rows, size.columns, in: 0.1...0.9, seed: 2), target))
    }

    @Test("backward belongs to the latest forward, and shapes that differ are refused")
    func state() throws {
        guard try isSound() else { return }
        try expectLossKeepsItsState(backward) { YesNoLoss() }
        try expectLossRefusesShapes(forward)
    }
}

extension YesNoLossTests {
    /// What brings the defect out, before a test of something else.
    private func isSound() throws -> Bool {
        try expectValue(0, 0, in: -3...3) && expectValue(0, 1, in: 3...1000)
            && expectValue(1, 0, in: 3...1000)
    }

    /// Whether the loss of a single answer is where it should be.
    private func expectValue(
        _ probability: Double, _ target: Double, in range: ClosedRange<Double>,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Bool {
        let value = try YesNoLoss().forward(prediction: .single(probability), target: .single(target))
        let call = "YesNoLoss.forward of p = \(short(probability)) for y = \(short(target))"
        let isFinite = expectTrue(
            value.isFinite, "\(call) is \(short(value)).",
            "A sigmoid does give 0 and 1. What is each term here? See \(lesson)#yes-no-loss.",
            sourceLocation: sourceLocation)
        guard isFinite else { return false }
        let advice =
            range.contains(10)
            ? "It is finite now, and far too small: the surer a wrong answer, the larger its loss."
            : "It is finite now, and not as it should be: a right answer costs next to nothing."
        return expectTrue(
            range.contains(value), "\(call) is \(short(value)).", advice, sourceLocation: sourceLocation)
    }

    private func expectMean(of batch: LossInput, _ expected: Double) throws {
        let value = try YesNoLoss().forward(prediction: batch.prediction, target: batch.target)
        expectClose(
            value, expected, "YesNoLoss.forward of two certain answers and two of ½",
            "Certain answers are to be left in the mean, with hardly any loss.", tolerance: 1e-5)
    }

    private func expectDrawn(_ subject: Subject<LossInput>) throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let input = batch(rows: Int(seed) + 1, columns: Int(seed) % 3 + 1, seed: 10 * seed)
            guard try subject.check(input, tolerance: 1e-6) else { return }
        }
    }

    private var forward: Subject<LossInput> {
        .forward(
            of: "YesNoLoss", lesson: lesson, { YesNoLoss() }, draw: batch,
            right: { $0.mean { -$1 * log($0) - (1 - $1) * log(1 - $0) } },
            mistakes: [
                .loss("Probabilities are cut off far from 0 and 1: answers that differ cost the same.") {
                    $0.mean { -$1 * log(cut($0)) - (1 - $1) * log(1 - cut($0)) }
                },
                .loss("It is a mean over the rows now, and was one over all elements.") {
                    $0.mean(over: .rows) { -$1 * log($0) - (1 - $1) * log(1 - $0) }
                },
            ])
    }

    private var backward: Subject<LossInput> {
        .backward(
            of: "YesNoLoss", lesson: lesson, { YesNoLoss() }, draw: batch,
            right: { $0.gradient { (1 - $1) / (1 - $0) - $1 / $0 } },
            mistakes: [
                Mistake("p − y is the gradient of the logits: here it is that of the probabilities.") {
                    $0.gradient(-)
                }
            ])
    }

    /// Probabilities from 0.002 to 0.998, for yes and no.
    private func batch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(
            uniform(rows, columns, in: 0.002...0.998, seed: seed).map {
                $0 < 0.3 ? $0 / 20 + 0.002 : $0 > 0.7 ? 0.948 + $0 / 20 : $0
            },
            uniform(rows, columns, in: 0...1, seed: seed + 1).map { $0.rounded() })
    }

    private var lesson: String { "Lessons/20-whats-wrong.md" }
}

/// A probability, kept away from 0 and 1 by much.
private func cut(_ probability: Double) -> Double { max(0.01, min(probability, 0.99)) }
