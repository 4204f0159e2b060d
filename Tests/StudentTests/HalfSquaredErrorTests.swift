import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mend: half squared error") struct HalfSquaredErrorTests {
    private let example = LossInput([[1, -1], [2, 0]], [[0, 0], [0, 1]])
    private let advice = "Take one sample with two outputs, off by 1 and by −1, and do it by hand."

    @Test("forward: worked out by hand, and drawn")
    func values() throws {
        // (1 + 1 + 4 + 1) / 4
        if try forward.check(example, gives: .single(1.75), advice) { try forward.checkDrawn(advice) }
    }

    @Test("forward: it is 0 for the right answer alone")
    func onlyTheRightAnswer() throws {
        let isRight = try forward.check(
            LossInput([[0, 1, 0], [1, -1, 0]], [[1, 0, 0], [0, 0, 0]]), gives: .single(1), advice,
            of: "wrong classes")
        if isRight {
            try forward.check(
                LossInput(example.target, example.target), gives: .single(0), of: "the targets themselves")
        }
    }

    @Test("forward: a single output, as before")
    func singleOutput() throws {
        guard try forward.checkDrawn(advice) else { return }
        try forward.check(
            LossInput([[3], [0], [-1]], [[1], [0], [1]]), gives: .single(8.0 / 6), "(4 + 0 + 4) / 6.",
            of: "one output")
    }

    @Test("backward: worked out by hand, and drawn")
    func backwardValues() throws {
        guard try forward.checkDrawn(advice),
            try backward.check(
                example, gives: [[0.5, -0.5], [1, -0.5]], "backward was right as it was handed out.")
        else { return }
        try backward.checkDrawn("backward was right as it was handed out.")
    }

    @Test("backward: agrees with small changes of the prediction", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        guard try forward.checkDrawn(advice) else { return }
        try backward.checkGradient(at: batch(rows: size.rows, columns: size.columns, seed: 2))
    }

    @Test("backward belongs to the latest forward, and shapes that differ are refused")
    func state() throws {
        guard try forward.checkDrawn(advice) else { return }
        try expectLossKeepsItsState(backward) { HalfSquaredError() }
        try expectLossRefusesShapes(forward)
    }
}

// What it was, and what becomes of it half mended.

extension HalfSquaredErrorTests {
    private var forward: Subject<LossInput> {
        .forward(
            of: "HalfSquaredError", lesson: lesson, { HalfSquaredError() }, draw: batch,
            right: { $0.mean(over: .rows) { ($0 - $1) * ($0 - $1) } / 2 },
            mistakes: [
                .loss(
                    """
                    Errors of opposite sign cancel: take one sample, off by 1 and by −1, and do it by hand.
                    """, see: "half-squared-error"
                ) {
                    let errors = $0.map(-).rowSums()
                    return try (errors * errors).mean() / 2
                },
                .loss("Errors of different samples cancel now: in what order are things added and squared?") {
                    let errors = $0.map(-).columnSums()
                    return try (errors * errors).sum() / 2 / Double($0.batch.rows)
                },
                .loss("All errors of the batch are added before anything is squared.") {
                    let error = $0.sum(-)
                    return error * error / 2 / Double($0.batch.rows)
                },
                .loss("They do not cancel any more, but a sum is still squared: (1 + 1)² is not 1² + 1².") {
                    let errors = abs($0.map(-)).rowSums()
                    return try (errors * errors).mean() / 2
                },
                .loss("The half is gone: it was right as it was handed out.") {
                    $0.mean(over: .rows) { ($0 - $1) * ($0 - $1) }
                },
                .loss("It is a mean over the outputs now, and they are summed: only samples are averaged.") {
                    $0.mean { ($0 - $1) * ($0 - $1) } / 2
                },
                .loss("The errors are not squared any more.") {
                    $0.mean(over: .rows) { abs($0 - $1) } / 2
                },
                .loss("It is not divided by the number of samples any more.") {
                    $0.sum { ($0 - $1) * ($0 - $1) } / 2
                },
            ])
    }

    private var backward: Subject<LossInput> {
        .backward(
            of: "HalfSquaredError", lesson: lesson, { HalfSquaredError() }, draw: batch,
            right: { $0.gradient(over: .rows, -) },
            mistakes: [
                Mistake(
                    "It is the same for all outputs of a sample now: each output has an error of its own."
                ) {
                    let sums = $0.map(-).rowSums()
                    return try (0 * $0.prediction + sums) / Double($0.batch.rows)
                }
            ])
    }

    private func batch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(normal(rows, columns, seed: seed), normal(rows, columns, seed: seed + 1))
    }

    private var lesson: String { "Lessons/20-whats-wrong.md" }
}
