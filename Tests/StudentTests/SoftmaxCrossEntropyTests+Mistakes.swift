import LinearAlgebra
import Student
import TestSupport

// What students write in place of a softmax and a cross-entropy in one, and what comes of it.

extension SoftmaxCrossEntropyTests {
    var forward: Subject<LossInput> {
        .forward(
            of: "SoftmaxCrossEntropy", lesson: lesson, { SoftmaxCrossEntropy() }, draw: batch,
            right: { $0.surprises(logProbabilities).mean() },
            mistakes: Mistake.divisors(insteadOf: .rows) { .single($0.surprises(logProbabilities).sum()) }
                + roundedProbabilities + forwardMistakes)
    }

    private var forwardMistakes: [Mistake<LossInput>] {
        [
            .loss(
                "One maximum is taken for the whole matrix: a low row gets lost.", see: "maximum"
            ) { given in
                let top = given.prediction.max()
                return given.surprises { $0 - top - log(exp($0 - top).sum()) }.mean()
            },
            .loss("Without a shift, e to a large power is infinity.", see: "no-shift") {
                $0.surprises { $0 - log(exp($0).sum()) }.mean()
            },
            .loss("The maximum is taken away from z, and not in the sum.", see: "formula") {
                $0.surprises { $0 - $0.max() - log(exp($0).sum()) }.mean()
            },
            .loss("The maximum is taken away in the sum, and not from z.", see: "half-shifted") {
                $0.surprises { $0 - log(exp($0 - $0.max()).sum()) }.mean()
            },
            .loss("The logarithm of the sum is missing.", see: "formula") {
                $0.surprises { $0 - $0.max() - exp($0 - $0.max()).sum() }.mean()
            },
            .loss("The sum of e to the logits is missing.", see: "formula") {
                $0.surprises { $0 - $0.max() }.mean()
            },
            .loss("It is z alone: ln p is more than the logit.", see: "formula") {
                $0.surprises { $0 }.mean()
            },
            .loss("It is −p, not −ln p: the logarithm is missing.", see: "formula") {
                $0.surprises { exp(logProbabilities($0)) }.mean()
            },
            .loss("The logit is taken for a probability: the softmax belongs to the loss.", see: "logits") {
                $0.mean(over: .rows) { -$1 * log(min(max($0, 1e-12), 1)) }
            },
            .loss("The logit is taken for a probability: the softmax belongs to the loss.", see: "logits") {
                $0.mean(over: .rows) { -$1 * log($0) }
            },
            .loss("The softmax is put on twice.", see: "softmax-twice") {
                $0.surprises { logProbabilities(exp(logProbabilities($0))) }.mean()
            },
            .loss("The columns' probabilities add up to 1: those of a row should.", see: "sums-of-columns") {
                let turned = $0.prediction.transposed().mapRows(logProbabilities).transposed()
                return LossInput(turned, $0.target).mean(over: .rows) { -$0 * $1 }
            },
            .loss("All of the batch adds up to 1: each row needs a sum of its own.", see: "formula") {
                let sum = exp($0.prediction).sum()
                return $0.surprises { $0 - log(sum) }.mean()
            },
            .loss("The other classes are counted too, as with yes or no: one term is enough.") {
                $0.ofLogarithms
                    .mean(over: .rows) { -$1 * $0 - (1 - $1) * log(1 - exp($0)) }
            },
        ]
    }

    var backward: Subject<LossInput> {
        .backward(
            of: "SoftmaxCrossEntropy", lesson: lesson, { SoftmaxCrossEntropy() }, draw: batch,
            right: { $0.ofProbabilities.gradient(over: .rows, -) },
            mistakes: Mistake.divisors(insteadOf: .rows) { $0.ofProbabilities.map(-) } + backwardMistakes)
    }

    private var backwardMistakes: [Mistake<LossInput>] {
        [
            Mistake("−y/p is the probabilities' gradient: here it is that of the logits.", see: "formula") {
                $0.ofProbabilities.gradient(over: .rows) { -$1 / $0 }
            },
            Mistake("ln p is taken for p.", see: "logarithm-for-p") {
                $0.ofLogarithms.gradient(over: .rows, -)
            },
            Mistake("The softmax's derivative is put on again: it has cancelled.", see: "the-idea") {
                $0.ofProbabilities.gradient(over: .rows) { ($0 - $1) * $0 * (1 - $0) }
            },
            Mistake("The softmax's Jacobian is put on again: it has cancelled.", see: "jacobian-again") {
                let difference = $0.ofProbabilities.map(-)
                let sums = $0.ofProbabilities.map { ($0 - $1) * $0 }.rowSums()
                let jacobian = LossInput($0.prediction.mapRows(logProbabilities), try difference - sums)
                return jacobian.gradient(over: .rows) { exp($0) * $1 }
            },
            Mistake("Without a shift, e to a large power is infinity, and ∞/∞ is NaN.", see: "formula") {
                LossInput($0.prediction.mapRows { exp($0).shares }, $0.target).gradient(over: .rows, -)
            },
            Mistake(
                "One maximum is taken for the whole matrix: a low row gets lost.", see: "maximum"
            ) { given in
                let powers = exp(given.prediction - given.prediction.max())
                return LossInput(powers.mapRows(\.shares), given.target).gradient(over: .rows, -)
            },
            Mistake("It is z − y: the softmax of the logits is missing.", see: "formula") {
                $0.gradient(over: .rows, -)
            },
            Mistake("It is p alone: the target has to be taken away.", see: "formula") {
                $0.ofProbabilities.gradient(over: .rows) { probability, _ in probability }
            },
            Mistake("Only the right class has a gradient: the other logits matter too.", see: "formula") {
                $0.ofProbabilities.gradient(over: .rows) { ($0 - 1) * $1 }
            },
            Mistake("It is −y: p has to be added.", see: "formula") {
                -$0.target / Double($0.batch.rows)
            },
            Mistake("p is σ(z), one logit at a time: a softmax needs the whole row.", see: "formula") {
                $0.gradient(over: .rows) { 1 / (1 + exp(-$0)) - $1 }
            },
            Mistake("p is not divided by the row's sum.", see: "formula") {
                LossInput($0.prediction.mapRows { exp($0 - $0.max()) }, $0.target).gradient(over: .rows, -)
            },
        ]
    }

    /// Logits of either sign, for one right class a row.
    func batch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(normal(rows, columns, seed: seed), oneHotRows(rows, columns, seed: seed + 1))
    }

    /// Logits of thousands, of hundreds, all near 1000, or small: different mistakes begin at each.
    func farBatch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        let batch = batch(rows: rows, columns: columns, seed: seed)
        let logits = batch.prediction.map {
            switch seed % 4 {
            case 0: 1e4 * $0
            case 1: $0 < 0 ? 10 * $0 - 400 : 10 * $0 + 400
            case 2: 1000 + $0
            default: $0
            }
        }
        return LossInput(logits, batch.target)
    }

    /// Rows of ±390, of ±1000, or alike: each needs a maximum of its own, where it needs one.
    func batchOfRowsFarApart(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        let batch = batch(rows: rows, columns: columns, seed: seed)
        let height = [390.0, 1000, 0][Int(seed % 3)]
        var logits = batch.prediction
        for row in 0..<rows {
            for column in 0..<columns { logits[row, column] += row.isMultiple(of: 2) ? height : -height }
        }
        return LossInput(logits, batch.target)
    }

    /// The softmax first, and then the logarithm: far out p is rounded to 0.
    private var roundedProbabilities: [Mistake<LossInput>] {
        let bounds: [(digits: String, bound: Double)] = [
            ("1e-3", 1e-3), ("1e-4", 1e-4), ("1e-5", 1e-5), ("1e-6", 1e-6), ("1e-7", 1e-7), ("1e-8", 1e-8),
            ("1e-9", 1e-9), ("1e-10", 1e-10), ("1e-12", 1e-12), ("1e-15", 1e-15), ("1e-300", 1e-300),
        ]
        return bounds.map { digits, bound in
            .loss("The softmax is clipped at \(digits) before the logarithm: the rest is lost.") {
                $0.surprises { log(clip(exp($0 - $0.max()).shares, min: bound, max: 1 - bound)) }.mean()
            }
        } + [
            .loss("First the softmax, then the logarithm: p is rounded to 0, and ln 0 is −∞.", see: "ln-0") {
                $0.surprises { log(exp($0 - $0.max()).shares) }.mean()
            },
            .loss("A softmax without a shift, then its logarithm: e to a large power is infinity.") {
                $0.surprises { log(exp($0).shares) }.mean()
            },
        ]
    }

    private var lesson: String { "Lessons/12-softmax-cross-entropy.md" }
}

/// ln p of a row of logits: each logit, measured from the logarithm of the sum of e to all of them.
private func logProbabilities(_ row: Matrix) -> Matrix {
    let top = row.max()
    return row - (top + log(row.elements.reduce(0) { $0 + exp($1 - top) }))
}

extension LossInput {
    /// What each row costs, by what is taken for ln p.
    fileprivate func surprises(_ logProbabilities: (Matrix) -> Matrix) -> Matrix {
        LossInput(prediction.mapRows(logProbabilities), target).map { -$0 * $1 }.rowSums()
    }

    /// The same target with the probabilities of the logits.
    fileprivate var ofProbabilities: LossInput {
        LossInput(prediction.mapRows { exp(logProbabilities($0)) }, target)
    }

    /// The same target with the logarithms of the probabilities.
    fileprivate var ofLogarithms: LossInput { LossInput(prediction.mapRows(logProbabilities), target) }
}

extension Matrix {
    /// The elements divided by their sum.
    fileprivate var shares: Matrix { self / sum() }
}
