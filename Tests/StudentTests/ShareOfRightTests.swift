import LinearAlgebra
import Student
import TestSupport
import Testing

@Suite("Mend: share of right answers") struct ShareOfRightTests {
    private let example = LossInput(
        [[0.1, 0.7, 0.2], [0.8, 0.1, 0.1], [0.3, 0.3, 0.4], [0.2, 0.5, 0.3]],
        [[1, 0, 0], [1, 0, 0], [0, 0, 1], [0, 1, 0]])
    private let advice = "Put the samples in one at a time, and compare with what the batch gives."

    @Test("worked out by hand, and drawn")
    func values() throws {
        let isRight = try subject.check(
            example, gives: .single(0.75), "The first is wrong and the other three are right. \(advice)")
        if isRight { try subject.checkDrawn(advice) }
    }

    @Test("the targets themselves are all right, and other classes all wrong", arguments: [3, 9, 30])
    func extremes(count: Int) throws {
        var target = oneHotRows(count, 4, seed: 3)
        // Not all of one class.
        for column in 0..<4 {
            target[0, column] = column == 0 ? 1 : 0
            target[1, column] = column == 1 ? 1 : 0
        }
        guard
            try subject.check(
                LossInput(target, target), gives: .single(1), advice, of: "the targets themselves")
        else { return }
        try subject.check(
            LossInput(1 - target, target), gives: .single(0), advice, of: "wrong classes alone")
    }

    @Test("it is the mean of what the samples give one at a time")
    func oneAtATime() throws {
        guard try subject.checkDrawn(advice) else { return }
        for row in 0..<4 {
            try subject.check(
                LossInput(example.prediction.selectingRows([row]), example.target.selectingRows([row])),
                gives: .single(row == 0 ? 0 : 1), of: "sample \(row) alone")
        }
    }

    @Test("logits may be negative, and of any size")
    func logits() throws {
        guard try subject.checkDrawn(advice) else { return }
        try subject.check(
            LossInput([[-3, -1], [-2, -7], [4, 900]], [[0, 1], [0, 1], [0, 1]]), gives: .single(2.0 / 3),
            "Only the place of the largest number matters.", of: "logits")
    }

    @Test("different shapes are refused")
    func shapes() throws {
        guard try subject.checkDrawn(advice) else { return }
        for (rows, columns) in [(3, 1), (1, 2), (2, 2), (2, 3)] {
            try expectShapeError("shareOfRight of (\(rows) × \(columns)) predictions for (3 × 2) targets") {
                try shareOfRight(
                    prediction: .ones(rows: rows, columns: columns), target: oneHotRows(3, 2, seed: 5))
            }
        }
    }
}

// What it was, and what becomes of it half mended.

extension ShareOfRightTests {
    private var subject: Subject<LossInput> {
        Subject(
            "shareOfRight", lesson: "Lessons/20-whats-wrong.md",
            received: { .single(try shareOfRight(prediction: $0.prediction, target: $0.target)) },
            right: { given in meanWorth(of: given) { given.target[$0, $1] } },
            draw: { rows, columns, seed in
                LossInput(
                    normal(6 + 3 * rows, columns, seed: seed),
                    oneHotRows(6 + 3 * rows, columns, seed: seed + 1))
            },
            mistakes: [
                Mistake(
                    "A sample alone is judged rightly, and a batch is not: which target is each row compared with?",
                    see: "share-of-right"
                ) { given in meanWorth(of: given) { given.target[0, $1] } },
                Mistake("All samples are compared with one and the same target still, the last one.") {
                    given in meanWorth(of: given) { given.target[given.target.rows - 1, $1] }
                },
                Mistake("Only the first sample counts now, for all of them.") { given in
                    let first = given.prediction.rowArgmax()[0]
                    return meanWorth(of: given) { _, _ in given.target[0, first] }
                },
                Mistake("Each target is compared with the guess for the first sample now.") { given in
                    let first = given.prediction.rowArgmax()[0]
                    return meanWorth(of: given) { row, _ in given.target[row, first] }
                },
                Mistake("It is the share of single numbers now: a sample is a whole row.") { given in
                    meanWorth(of: given) { given.target[$0, $1] } / Double(given.batch.columns)
                },
                Mistake("It is the share of wrong answers now.") { given in
                    meanWorth(of: given) { 1 - given.target[$0, $1] }
                },
                Mistake("It is how many are right now, and no share: divide by the number of samples.") {
                    given in
                    Double(given.batch.rows) * meanWorth(of: given) { given.target[$0, $1] }
                },
            ])
    }
}

/// The mean over the rows of what a row, with the class of its largest number, is worth.
private func meanWorth(of given: LossInput, _ worth: (Int, Int) -> Double) -> Matrix {
    let guesses = given.prediction.rowArgmax()
    return .single(guesses.indices.map { worth($0, guesses[$0]) }.reduce(0, +) / Double(guesses.count))
}
