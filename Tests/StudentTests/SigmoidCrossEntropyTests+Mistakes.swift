import Foundation
import LinearAlgebra
import Student
import TestSupport

// What students write in place of a sigmoid and a cross-entropy in one, and what comes of it.

extension SigmoidCrossEntropyTests {
    var forward: Subject<LossInput> {
        .forward(
            of: "SigmoidCrossEntropy", lesson: lesson, { SigmoidCrossEntropy() }, draw: batch,
            right: { $0.mean(cost) },
            mistakes: Mistake.divisors(insteadOf: .elements) { .single($0.sum(cost)) }
                + roundedProbabilities + forwardMistakes)
    }

    private var forwardMistakes: [Mistake<LossInput>] {
        [
            .loss("The logit is taken for a probability: the sigmoid belongs to the loss.", see: "logits") {
                $0.mean { surprise(clipped($0), $1) }
            },
            .loss("The logit is taken for a probability: the sigmoid belongs to the loss.", see: "logits") {
                $0.mean(surprise)
            },
            .loss("The sigmoid is put on twice.", see: "sigmoid-twice") { $0.mean { cost(sigmoid($0), $1) } },
            .loss("max(z, 0) is missing.", see: "formula") {
                $0.mean { cost($0, $1) - max($0, 0) }
            },
            .loss("z y is missing: the target has to count.", see: "formula") {
                $0.mean { cost($0, $1) + $0 * $1 }
            },
            .loss("z y is added, and should be subtracted.", see: "formula") {
                $0.mean { cost($0, $1) + 2 * $0 * $1 }
            },
            .loss("The logarithm's term is missing.", see: "formula") {
                $0.mean { max($0, 0) - $0 * $1 }
            },
            .loss("The sign in the exponent is wrong: e^|z| in place of e^−|z|.", see: "exponent-sign") {
                $0.mean { max($0, 0) - $0 * $1 + log(1 + exp(abs($0))) }
            },
            .loss("e to a large power overflows: the exponent must not be positive.", see: "overflow") {
                $0.mean { log(1 + exp($0)) - $0 * $1 }
            },
            .loss("e to a large power overflows: the exponent must not be positive.", see: "overflow") {
                $0.mean { $0 - $0 * $1 + log(1 + exp(-$0)) }
            },
            .loss("Only half of the formula is there: with y = 0 everything costs 0.", see: "formula") {
                $0.mean { $1 * cost($0, 1) }
            },
            .loss("The target is rounded to 0 or 1: one in between counts for both sides.") {
                $0.mean { cost($0, $1 > 0.5 ? 1 : 0) }
            },
        ]
    }

    var backward: Subject<LossInput> {
        .backward(
            of: "SigmoidCrossEntropy", lesson: lesson, { SigmoidCrossEntropy() }, draw: batch,
            right: { $0.gradient { sigmoid($0) - $1 } },
            mistakes: Mistake.divisors(insteadOf: .elements) { $0.map { sigmoid($0) - $1 } }
                + backwardMistakes)
    }

    private var backwardMistakes: [Mistake<LossInput>] {
        [
            Mistake("The sigmoid's derivative is put on again: it has cancelled.", see: "derivative-again") {
                $0.gradient { (sigmoid($0) - $1) * sigmoid($0) * sigmoid(-$0) }
            },
            Mistake("It is z − y: the sigmoid of the logits is missing.", see: "formula") {
                $0.gradient(-)
            },
            Mistake("It is σ(z) alone: the target has to be taken away.", see: "formula") {
                $0.gradient { logit, _ in sigmoid(logit) }
            },
            Mistake(
                "It is the probabilities' gradient: that of the logits is simpler.",
                see: "probabilities-gradient"
            ) {
                $0.gradient { (sigmoid($0) - $1) / (sigmoid($0) * sigmoid(-$0)) }
            },
            Mistake("The sigmoid is put on twice.", see: "sigmoid-twice") {
                $0.gradient { sigmoid(sigmoid($0)) - $1 }
            },
            Mistake("e to a large power is infinity, and ∞/∞ is NaN.", see: "nan-in-backward") {
                $0.gradient { exp($0) / (1 + exp($0)) - $1 }
            },
        ]
    }

    /// Logits of either sign, for targets of 0 and 1.
    func batch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(normal(rows, columns, seed: seed), zerosAndOnes(rows, columns, seed: seed + 1))
    }

    /// Logits of either sign, for targets in between.
    func softBatch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(normal(rows, columns, seed: seed), uniform(rows, columns, in: 0...1, seed: seed + 1))
    }

    /// Logits of thousands, of hundreds, of thousands above 0 alone, or small: different mistakes begin at each.
    func farBatch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        let logits = normal(rows, columns, seed: seed).map {
            switch seed % 4 {
            case 0: 1e4 * $0
            case 1: $0 < 0 ? $0 : 100 * $0 + 50
            case 2: abs(1e4 * $0) + 1000
            default: $0
            }
        }
        return LossInput(logits, zerosAndOnes(rows, columns, seed: seed + 1))
    }

    private func zerosAndOnes(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
        uniform(rows, columns, in: 0...1, seed: seed).map { $0 > 0.5 ? 1 : 0 }
    }

    /// The sigmoid first, and then the logarithm: far out p is rounded to 0 or 1.
    private var roundedProbabilities: [Mistake<LossInput>] {
        let bounds: [(digits: String, bound: Double)] = [
            ("1e-3", 1e-3), ("1e-4", 1e-4), ("1e-5", 1e-5), ("1e-6", 1e-6), ("1e-7", 1e-7), ("1e-8", 1e-8),
            ("1e-9", 1e-9), ("1e-10", 1e-10), ("1e-12", 1e-12), ("1e-15", 1e-15),
        ]
        return bounds.map { digits, bound in
            .loss(
                "The sigmoid is clipped at \(digits) before the logarithm: the rest is lost.",
                see: "clipped-sigmoid"
            ) {
                $0.mean { surprise(clipped(sigmoid($0), at: bound), $1) }
            }
        } + [
            .loss(
                "First the sigmoid, then the logarithm: p is rounded to 0 or 1, and ln 0 is −∞.",
                see: "ln-0"
            ) {
                $0.mean { surprise(1 / (1 + exp(-$0)), $1) }
            }
        ]
    }

    private var lesson: String { "Lessons/11-sigmoid-cross-entropy.md" }
}

private func sigmoid(_ logit: Double) -> Double { 0.5 + 0.5 * tanh(logit / 2) }

/// −ln σ(z) for the truth 1 and −ln σ(−z) for the truth 0, each weighted by how true it is.
private func cost(_ logit: Double, _ truth: Double) -> Double {
    func surprise(_ logit: Double) -> Double { max(-logit, 0) + log1p(exp(-abs(logit))) }
    return truth * surprise(logit) + (1 - truth) * surprise(-logit)
}

private func surprise(_ probability: Double, _ truth: Double) -> Double {
    truth * -log(probability) + (1 - truth) * -log(1 - probability)
}

private func clipped(_ probability: Double, at bound: Double = 1e-12) -> Double {
    max(bound, min(probability, 1 - bound))
}
