import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("ReLU") struct ReLUTests {
    @Test("forward: positive numbers stay, negative ones become 0")
    func forwardValues() throws {
        let isRight = try forward.check(
            [[1.5, -2, 0], [-0.25, 300, -1e9]], gives: [[1.5, 0, 0], [0, 300, 0]],
            "Each element by itself: a positive number stays, any other becomes 0.")
        if isRight { try forward.check(normal(3, 4, seed: 3)) }
    }

    @Test("forward: the shape stays", arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        try forward.check(
            awayFromZero(size.rows, size.columns, seed: 1, standardDeviation: 5),
            "Each element by itself, whatever the shape.")
    }

    @Test("backward: the gradient passes where the input was positive, and nowhere else")
    func backwardValues() throws {
        let isRight = try backward.check(
            BackwardInput([[2, -3, 0.5], [-1, 4, -0.1]], [[10, 20, -30], [40, 50, 60]]),
            gives: [[10, 0, -30], [0, 50, 0]],
            """
            Where the input was negative the derivative is 0, where it was positive 1; a gradient may have any \
            sign. Look at the input of forward, not at the gradient.
            """)
        if isRight {
            try backward.check(BackwardInput(awayFromZero(3, 4, seed: 4), normal(3, 4, seed: 5)))
        }
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        let input = awayFromZero(size.rows, size.columns, seed: 2)
        try backward.checkGradient(
            at: BackwardInput(input, normal(size.rows, size.columns, seed: 6)),
            "Only the sign of forward's input decides what passes.")
    }

    @Test("backward: belongs to the latest forward")
    func backwardState() throws {
        try expectLatestForwardCounts("ReLU", columns: 4) { ReLU() }
    }

    @Test("backward: before any forward it is refused")
    func backwardBeforeForward() throws {
        try expectBackwardNeedsForward(ReLU(), "ReLU")
    }
}
