import LinearAlgebra
import Student
import TestSupport

// What students write in place of a cross-entropy, and what comes of it.

extension CrossEntropyTests {
    var forward: Subject<LossInput> {
        .forward(
            of: "CrossEntropy", lesson: lesson, { CrossEntropy() }, draw: batch,
            right: { $0.mean(over: .rows) { -$1 * log(clipped($0)) } },
            mistakes: Mistake.divisors(insteadOf: .rows) { .single($0.sum { -$1 * log(clipped($0)) }) }
                + clippings + forwardMistakes)
    }

    private var forwardMistakes: [Mistake<LossInput>] {
        [
            .loss(
                "The other classes are counted too, as with yes or no: one term is enough.",
                see: "other-classes"
            ) {
                $0.mean(over: .rows) { -$1 * log(clipped($0)) - (1 - $1) * log(1 - clipped($0)) }
            },
            .loss("The other classes count, and the right one does not.", see: "the-idea") {
                $0.mean(over: .rows) { -(1 - $1) * log(1 - clipped($0)) }
            },
            .loss("The logarithms of all classes are added: the target chooses one.", see: "all-logarithms") {
                $0.mean(over: .rows) { probability, _ in -log(clipped(probability)) }
            },
            .loss(
                "The largest probability is taken, and should be the right class's.",
                see: "largest-probability"
            ) {
                -log($0.prediction.rowMaxima()).mean()
            },
            .loss("The logarithm is missing.", see: "formula") { $0.mean(over: .rows) { -$1 * $0 } },
            .loss("Prediction and target are swapped: the logarithm is that of p.", see: "formula") {
                $0.mean(over: .rows) { -$0 * log(clipped($1)) }
            },
            .loss("A softmax is put on: the prediction is probabilities already.", see: "softmax-again") {
                LossInput($0.prediction.mapRows(softmax), $0.target).mean(over: .rows) { -$1 * log($0) }
            },
            .loss("It counts the first row only, for the whole batch.", see: "first-row") {
                LossInput($0.prediction.selectingRows([0]), $0.target.selectingRows([0]))
                    .mean(over: .rows) { -$1 * log(clipped($0)) }
            },
        ]
    }

    var backward: Subject<LossInput> {
        .backward(
            of: "CrossEntropy", lesson: lesson, { CrossEntropy() }, draw: batch,
            right: { $0.gradient(over: .rows) { $1 / -$0 } },
            mistakes: Mistake.divisors(insteadOf: .rows) { $0.map { $1 / -$0 } } + backwardMistakes)
    }

    private var backwardMistakes: [Mistake<LossInput>] {
        [
            Mistake(
                "p − y belongs to the logits: here it is the probabilities' gradient.", see: "logits-gradient"
            ) {
                $0.gradient(over: .rows, -)
            },
            Mistake("p − y belongs to the logits, and the division by the rows is missing.") {
                $0.map(-)
            },
            Mistake("It is −1/p for every class: the target is missing.", see: "target-missing") {
                -1 / $0.prediction / Double($0.batch.rows)
            },
            Mistake("It is −y alone: the derivative of ln p is missing.", see: "formula") {
                -$0.target / Double($0.batch.rows)
            },
            Mistake("These are logarithms: the derivative of ln p is none.", see: "formula") {
                $0.gradient(over: .rows) { -$1 * log($0) }
            },
            Mistake("The other classes have gradients: only the right class's p costs.", see: "the-idea") {
                $0.gradient(over: .rows) { (1 - $1) / (1 - $0) - $1 / $0 }
            },
        ]
    }

    /// Rows of probabilities for one right class each.
    func batch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(probabilityRows(rows, columns, seed: seed), oneHotRows(rows, columns, seed: seed + 1))
    }

    /// Rows with a single 1, of which every other one is at the right class.
    func certainBatch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        let right = oneHotRows(rows, columns, seed: seed)
        let wrong = oneHotRows(rows, columns, seed: seed + 1)
        var prediction = right
        for row in stride(from: 1, to: rows, by: 2) {
            for column in 0..<columns { prediction[row, column] = wrong[row, column] }
        }
        return LossInput(prediction, right)
    }

    /// A clip that is missing, or is elsewhere; with exactly 0 and 1 it shows.
    private var clippings: [Mistake<LossInput>] {
        let bounds: [(digits: String, bound: Double)] = [
            ("1e-2", 1e-2), ("1e-3", 1e-3), ("1e-4", 1e-4), ("1e-5", 1e-5), ("1e-6", 1e-6), ("1e-7", 1e-7),
            ("1e-8", 1e-8), ("1e-9", 1e-9), ("1e-10", 1e-10), ("1e-15", 1e-15),
        ]
        return bounds.map { digits, bound in
            .loss("The probabilities are clipped at \(digits), and should be at 1e-12.", see: "formula") {
                $0.mean(over: .rows) { -$1 * log(clipped($0, at: bound)) }
            }
        } + [
            .loss("Nothing is clipped: ln 0 is −∞, and 0 · ln 0 is NaN.", see: "nothing-clipped") {
                $0.mean(over: .rows) { -$1 * log($0) }
            }
        ]
    }

    private var lesson: String { "Lessons/10-cross-entropy.md" }
}

private func softmax(_ row: Matrix) -> Matrix { exp(row) / exp(row).sum() }

private func clipped(_ probability: Double, at bound: Double = 1e-12) -> Double {
    max(bound, min(probability, 1 - bound))
}
