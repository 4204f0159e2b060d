import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mend: surprise loss") struct SurpriseLossTests {
    private let example = LossInput([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]], [[0, 1, 0], [0, 0, 1]])

    @Test("forward: whoever knows nothing of k classes is surprised by ln k", arguments: [2, 10, 1000])
    func knowsNothing(classes: Int) throws {
        let equal = Matrix(repeating: 1 / Double(classes), rows: 3, columns: classes)
        try forward.check(
            LossInput(equal, oneHotRows(3, classes, seed: 1)), gives: .single(log(Double(classes))),
            "Each of them has the probability 1/\(classes), and −ln of that is ln \(classes).",
            of: "\(classes) classes that are equally likely")
    }

    @Test("forward: worked out by hand, and drawn")
    func values() throws {
        // −(ln 0.25 + ln 0.8) / 2
        let isRight = try forward.check(
            example, gives: .single(0.8047189562170503), "−ln 0.25 and −ln 0.8, and the mean of the two.")
        if isRight { try forward.checkDrawn() }
    }

    @Test("forward and backward: finite for a probability of 0")
    func certain() throws {
        guard try forward.checkDrawn() else { return }
        let loss = SurpriseLoss()
        let value = try loss.forward(prediction: [[0, 1], [1, 0]], target: [[1, 0], [1, 0]])
        expectTrue(
            value.isFinite && value > 2, "SurpriseLoss.forward of a probability of 0 is \(short(value)).",
            "It has to be finite, and large: that was fine as it was handed out.")
        expectFinite(
            try loss.backward(), "SurpriseLoss.backward of a probability of 0",
            "That was fine as it was handed out.")
    }

    @Test("backward: worked out by hand, and drawn")
    func backwardValues() throws {
        guard try forward.checkDrawn(),
            try backward.check(example, gives: [[0, -2, 0], [0, 0, -0.625]], "−1 / 0.25 / 2 is −2.")
        else { return }
        try backward.checkDrawn()
    }

    @Test("backward: agrees with small changes of the prediction", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        guard try forward.checkDrawn() else { return }
        try backward.checkGradient(
            at: LossInput(
                uniform(size.rows, size.columns, in: 0.1...0.9, seed: 2),
                oneHotRows(size.rows, size.columns, seed: 3)))
    }

    @Test("backward belongs to the latest forward, and shapes that differ are refused")
    func state() throws {
        guard try forward.checkDrawn() else { return }
        try expectLossKeepsItsState(backward) { SurpriseLoss() }
        try expectLossRefusesShapes(forward)
    }
}

// What it was, and what becomes of it half mended.

extension SurpriseLossTests {
    private var forward: Subject<LossInput> {
        .forward(
            of: "SurpriseLoss", lesson: lesson, { SurpriseLoss() }, draw: batch,
            right: { $0.mean(over: .rows) { -$1 * log($0) } },
            mistakes: [
                .loss(
                    "All losses are too small by one and the same factor: which one, and what is it known for?",
                    see: "surprise-loss"
                ) { $0.mean(over: .rows) { -$1 * log($0) / log(10) } },
                .loss(
                    "All losses are too large by one and the same factor now: set −ln ½ beside it.",
                    see: "surprise-loss"
                ) { $0.mean(over: .rows) { -$1 * log($0) / log(2) } },
                .loss("The loss is negative now: p is below 1, and its logarithm below 0.") {
                    $0.mean(over: .rows) { $1 * log($0) }
                },
                .loss(
                    "It is divided by the number of all elements now, and the classes of a row are summed."
                ) { $0.mean { -$1 * log($0) } },
                .loss("It is not divided by the number of rows any more.") { $0.sum { -$1 * log($0) } },
                .loss("It is 1/p now, and no logarithm at all.") { $0.mean(over: .rows) { $1 / $0 } },
            ])
    }

    private var backward: Subject<LossInput> {
        .backward(
            of: "SurpriseLoss", lesson: lesson, { SurpriseLoss() }, draw: batch,
            right: { $0.gradient(over: .rows) { -$1 / $0 } },
            mistakes: [
                Mistake("The gradient is 2.303 times too small now: it was right as it was handed out.") {
                    $0.gradient(over: .rows) { -$1 / $0 / log(10) }
                },
                Mistake("The gradient is 2.303 times too large now: it was right as it was handed out.") {
                    $0.gradient(over: .rows) { -$1 / $0 * log(10) }
                },
            ])
    }

    /// Rows of probabilities for one right class each.
    private func batch(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        LossInput(probabilityRows(rows, columns, seed: seed), oneHotRows(rows, columns, seed: seed + 1))
    }

    private var lesson: String { "Lessons/20-whats-wrong.md" }
}
