import LinearAlgebra
import Student
import TestSupport

// What students write in place of a binary cross-entropy, and what comes of it.

extension BinaryCrossEntropyTests {
    var forward: Subject<LossInput> {
        .forward(
            of: "BinaryCrossEntropy", lesson: lesson, { BinaryCrossEntropy() }, draw: batch,
            right: { $0.mean { surprise(clipped($0), $1) } },
            mistakes: Mistake.divisors(insteadOf: .elements) { .single($0.sum { surprise(clipped($0), $1) }) }
                + clippings + forwardMistakes)
    }

    private var forwardMistakes: [Mistake<LossInput>] {
        [
            .loss("Only half of the formula is there: with y = 0 everything costs 0.", see: "half-missing") {
                $0.mean { -$1 * log(clipped($0)) }
            },
            .loss("Only half of the formula is there: with y = 1 everything costs 0.") {
                $0.mean { -(1 - $1) * log(1 - clipped($0)) }
            },
            .loss(
                "ln p counts for y = 0 too, where the network has given 1 − p to the truth.",
                see: "p-for-both"
            ) {
                $0.mean { probability, _ in -log(clipped(probability)) }
            },
            .loss("One half of the formula is subtracted: both halves cost.", see: "formula") {
                $0.mean { -$1 * log(clipped($0)) + (1 - $1) * log(1 - clipped($0)) }
            },
            .loss("The halves are swapped: ln p belongs to y = 1.", see: "formula") {
                $0.mean { surprise(clipped($0), 1 - $1) }
            },
            .loss("Prediction and target are swapped: the logarithm is that of p.", see: "formula") {
                $0.mean { surprise(clipped($1), $0) }
            },
            .loss(
                "The target is rounded to 0 or 1: one in between counts for both sides.",
                see: "rounded-target"
            ) {
                $0.mean { surprise(clipped($0), $1 > 0.5 ? 1 : 0) }
            },
            .loss("The logarithm is missing.", see: "formula") {
                $0.mean { -($1 * $0 + (1 - $1) * (1 - $0)) }
            },
            .loss("A sigmoid is put on: the prediction is a probability already.", see: "sigmoid-again") {
                $0.mean { surprise(clipped(sigmoid($0)), $1) }
            },
            .loss("It is a squared error, not a logarithm.", see: "the-idea") {
                $0.mean { ($0 - $1) * ($0 - $1) }
            },
        ]
    }

    var backward: Subject<LossInput> {
        .backward(
            of: "BinaryCrossEntropy", lesson: lesson, { BinaryCrossEntropy() }, draw: batch,
            right: { $0.gradient(slope) },
            mistakes: Mistake.divisors(insteadOf: .elements) { $0.map(slope) } + backwardMistakes)
    }

    private var backwardMistakes: [Mistake<LossInput>] {
        [
            Mistake(
                "p − y belongs to the logits: here it is the probabilities' gradient.", see: "logits-gradient"
            ) {
                $0.gradient(-)
            },
            Mistake("p − y belongs to the logits, and N is missing too.", see: "formula") {
                $0.map(-)
            },
            Mistake("Only half of the formula is differentiated: with y = 0 all is 0.") {
                $0.gradient { -$1 / $0 }
            },
            Mistake("Only half of the formula is differentiated: with y = 1 all is 0.") {
                $0.gradient { (1 - $1) / (1 - $0) }
            },
            Mistake("The halves have the same sign: more p is better for one of them.", see: "formula") {
                $0.gradient { $1 / $0 + (1 - $1) / (1 - $0) }
            },
            Mistake(
                "The halves have the same sign, a minus: more p is better for one of them.",
                see: "formula"
            ) {
                $0.gradient { -$1 / $0 - (1 - $1) / (1 - $0) }
            },
            Mistake("It is −1/p for y = 0 too: there it is 1 − p that counts.", see: "formula") {
                $0.gradient { probability, _ in -1 / probability }
            },
            Mistake("These are logarithms: the derivative of ln p is none.", see: "formula") {
                $0.gradient(surprise)
            },
        ]
    }

    /// Probabilities away from 0 and 1, for targets of 0 and 1.
    func batch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(
            uniform(rows, columns, in: 0.1...0.9, seed: seed),
            uniform(rows, columns, in: 0...1, seed: seed + 1).map { $0 > 0.5 ? 1 : 0 })
    }

    /// Probabilities away from 0 and 1, for targets in between.
    func softBatch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(
            uniform(rows, columns, in: 0.1...0.9, seed: seed),
            uniform(rows, columns, in: 0...1, seed: seed + 1))
    }

    /// Probabilities of exactly 0, with every other seed of exactly 1, among others.
    func certainBatch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        let batch = batch(rows: rows, columns: columns, seed: seed)
        return LossInput(
            batch.prediction.map { $0 > 0.5 ? (seed.isMultiple(of: 2) ? 0 : 1) : $0 }, batch.target)
    }

    /// A clip that is missing, or is elsewhere; with exactly 0 and 1 it shows.
    private var clippings: [Mistake<LossInput>] {
        let bounds: [(digits: String, bound: Double)] = [
            ("1e-2", 1e-2), ("1e-3", 1e-3), ("1e-4", 1e-4), ("1e-5", 1e-5), ("1e-6", 1e-6), ("1e-7", 1e-7),
            ("1e-8", 1e-8), ("1e-9", 1e-9), ("1e-10", 1e-10), ("1e-15", 1e-15),
        ]
        return bounds.map { digits, bound in
            .loss("The probabilities are clipped at \(digits), and should be at 1e-12.", see: "formula") {
                $0.mean { surprise(clipped($0, at: bound), $1) }
            }
        } + [
            .loss(
                "Nothing is clipped: ln 0 is −∞, and 0 · ln 0 is NaN.", see: "nothing-clipped"
            ) { $0.mean(surprise) },
            .loss("Only 0 is clipped: where p is 1, ln(1 − p) is −∞.", see: "one-side-clipped") {
                $0.mean { surprise(max($0, 1e-12), $1) }
            },
            .loss("Only 1 is clipped: where p is 0, ln p is −∞.") {
                $0.mean { surprise(min($0, 1 - 1e-12), $1) }
            },
        ]
    }

    private var lesson: String { "Lessons/09-binary-cross-entropy.md" }
}

/// What the truth costs someone who believed in a probability.
private func surprise(_ probability: Double, _ truth: Double) -> Double {
    truth * -log(probability) + (1 - truth) * -log(1 - probability)
}

private func slope(_ probability: Double, _ truth: Double) -> Double {
    (probability - truth) / (probability - probability * probability)
}

private func clipped(_ probability: Double, at bound: Double = 1e-12) -> Double {
    max(bound, min(probability, 1 - bound))
}

private func sigmoid(_ logit: Double) -> Double { 0.5 + 0.5 * tanh(logit / 2) }
