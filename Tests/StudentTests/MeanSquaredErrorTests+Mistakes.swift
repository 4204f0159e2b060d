import LinearAlgebra
import Student
import TestSupport

// What students write in place of a mean squared error, and what comes of it.

extension MeanSquaredErrorTests {
    var forward: Subject<LossInput> {
        .forward(
            of: "MeanSquaredError", lesson: lesson, { MeanSquaredError() }, draw: batch,
            right: { $0.mean(square) },
            mistakes: Mistake.divisors(insteadOf: .elements) { .single($0.sum(square)) }
                + squaredSums + forwardMistakes)
    }

    private var forwardMistakes: [Mistake<LossInput>] {
        [
            .loss("A factor ½ is in it: some books have that, here it is not.", see: "factor-half") {
                $0.mean(square) / 2
            },
            .loss("It is divided by twice the rows, as in some courses: here by all elements.") {
                $0.mean(over: .rows, square) / 2
            },
            .loss("These are the distances: each one has to be squared first.", see: "distances") {
                $0.mean { abs($0 - $1) }
            },
            .loss("The differences are not squared: errors of opposite sign cancel.", see: "not-squared") {
                $0.mean { $0 - $1 }
            },
            .loss("A difference of squares is taken, not the square of the difference.") {
                $0.mean { $0 * $0 - $1 * $1 }
            },
            .loss("It is the root of the mean squared error: no root is taken here.", see: "root") {
                $0.mean(square).squareRoot()
            },
            .loss("The last row is left out of the sum.") {
                let count = $0.batch.rows - 1
                let allButLast = LossInput(
                    $0.prediction.selectingRows(0..<count), $0.target.selectingRows(0..<count))
                return allButLast.sum(square) / Double($0.prediction.elements.count)
            },
        ]
    }

    var backward: Subject<LossInput> {
        .backward(
            of: "MeanSquaredError", lesson: lesson, { MeanSquaredError() }, draw: batch,
            right: { $0.gradient { 2 * ($0 - $1) } },
            mistakes: Mistake.divisors(insteadOf: .elements) { $0.map { 2 * ($0 - $1) } } + backwardMistakes)
    }

    private var backwardMistakes: [Mistake<LossInput>] {
        [
            Mistake("The 2 is missing, which the derivative of a square has.", see: "missing-two") {
                $0.gradient(-)
            },
            Mistake("These are the differences alone: the factor 2/N is missing.", see: "formula") {
                $0.map(-)
            },
            Mistake(
                "It is target minus prediction: too large a prediction has to give a plus.", see: "sign"
            ) {
                $0.gradient { 2 * ($1 - $0) }
            },
            Mistake("These are squares: the derivative of a square is none.", see: "formula") {
                $0.gradient { 2 * square($0, $1) }
            },
            Mistake("It is the prediction's alone: the target has to be taken away.", see: "formula") {
                2 * $0.prediction / Double($0.prediction.elements.count)
            },
        ]
    }

    /// Predictions and targets of any size.
    func batch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(normal(rows, columns, seed: seed), normal(rows, columns, seed: seed + 1))
    }

    /// The sum squared, divided by each of the numbers that come to mind.
    private var squaredSums: [Mistake<LossInput>] {
        let divisors: [(Double) -> Double] = [{ _ in 1 }, { _ in 2 }, { $0 }, { 2 * $0 }, { $0 * $0 }]
        return divisors.map { divisor in
            .loss(
                "The sum is squared, not each difference: errors of opposite sign cancel.", see: "sum-squared"
            ) {
                let sum = $0.sum(-)
                return sum * sum / divisor(Double($0.prediction.elements.count))
            }
        }
    }

    private var lesson: String { "Lessons/08-mean-squared-error.md" }
}

private func square(_ prediction: Double, _ target: Double) -> Double {
    (prediction - target) * (prediction - target)
}
