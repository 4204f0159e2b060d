import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mend: rectifier") struct RectifierTests {
    @Test("backward: worked out by hand, and drawn")
    func backwardValues() throws {
        let isRight = try backward.check(
            BackwardInput([[2, -3, 0.5], [-1, 4, -0.1]], [[10, 20, -30], [40, 50, 60]]),
            gives: [[10, 0, -30], [0, 50, 0]],
            "Take a single number that is below 0, and follow it through forward and backward by hand.")
        if isRight { try backward.checkDrawn() }
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.severalColumns)
    func backwardDerivatives(size: Size) throws {
        try backward.checkGradient(
            at: BackwardInput(
                awayFromZero(size.rows, size.columns, seed: 2), normal(size.rows, size.columns, seed: 6)),
            "Change one number of the input a little: by how much does the output change?")
    }

    @Test("backward: where all was stopped on the way forward, nothing passes on the way back")
    func allStopped() throws {
        try backward.check(
            BackwardInput([[-1, -2], [-3, -0.5], [-7, -1e9]], [[1, -2], [3, 4], [-5, 6]]),
            gives: .zeros(rows: 3, columns: 2),
            "The output is 0 here whatever the input is, a little more or less of it.",
            of: "negative numbers alone")
    }

    @Test("forward: positive numbers pass, and others become 0, as before")
    func forwardValues() throws {
        guard try backward.checkDrawn(),
            try forward.check(
                [[1.5, -2, 0], [-0.25, 300, -1e9]], gives: [[1.5, 0, 0], [0, 300, 0]],
                "forward was right as it was handed out.")
        else { return }
        try forward.checkDrawn("forward was right as it was handed out.")
    }

    @Test("backward belongs to the latest forward, and needs one")
    func state() throws {
        guard try backward.checkDrawn() else { return }
        try expectLatestForwardCounts("Rectifier", columns: 4) { Rectifier() }
        try expectBackwardNeedsForward(Rectifier(), "Rectifier")
    }
}

// What it was, and what becomes of it half mended.

extension RectifierTests {
    private var forward: Subject<Matrix> {
        .forward(
            of: "Rectifier", lesson: lesson, { Rectifier() }, draw: { awayFromZero($0, $1, seed: $2) },
            right: { $0.map { $0 < 0 ? 0 : $0 } },
            mistakes: [
                Mistake("Positive numbers become 1 now: forward was right as it was handed out.") {
                    $0.map { $0 > 0 ? 1 : 0 }
                }
            ])
    }

    private var backward: Subject<BackwardInput> {
        .backward(
            of: "Rectifier", lesson: lesson, { Rectifier() }, draw: { awayFromZero($0, $1, seed: $2) },
            right: { $0.map { $0 < 0 ? 0 : $1 } },
            mistakes: [
                Mistake(
                    "What is stopped on the way forward passes on the way back: try −3, in forward and backward.",
                    see: "rectifier"
                ) { $0.outputGradient },
                Mistake("Nothing passes on the way back any more: try 3, in forward and backward.") {
                    0 * $0.outputGradient
                },
                Mistake("It stops gradients below 0 now: they may have any sign. Which sign is meant?") {
                    $0.map { $1 < 0 ? 0 : $1 }
                },
                Mistake("Gradients pass only where both they and the input are above 0.") {
                    $0.map { $0 < 0 || $1 < 0 ? 0 : $1 }
                },
                Mistake("It passes now what it should stop, and the other way around.") {
                    $0.map { $0 < 0 ? $1 : 0 }
                },
                Mistake("The gradient is multiplied by the input now: how steep is forward at 3?") {
                    $0.map { $0 < 0 ? 0 : $0 * $1 }
                },
                Mistake("It is the slope alone now: the chain rule has a second factor.") {
                    $0.map { input, _ in input < 0 ? 0 : 1 }
                },
                Mistake("It passes only where the input was above 1: forward has its bend elsewhere.") {
                    $0.map { $0 < 1 ? 0 : $1 }
                },
            ])
    }

    private var lesson: String { "Lessons/20-whats-wrong.md" }
}

extension Size {
    /// Batches in which numbers of both signs are drawn.
    fileprivate static let severalColumns = [Size(1, 6), Size(5, 2), Size(3, 4), Size(4, 3)]
}
