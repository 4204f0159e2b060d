import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Leaky ReLU") struct LeakyReLUTests {
    @Test("forward: positive numbers stay, negative ones are multiplied by the slope")
    func forwardValues() throws {
        let isRight = try forward(slope: 0.25).check(
            [[1.5, -2, 0], [-0.4, 300, -1e6]], gives: [[1.5, -0.5, 0], [-0.1, 300, -250_000]],
            "Each element by itself: a positive number stays, any other is multiplied by the slope.")
        guard isRight else { return }
        let isRightByDefault = try forward(slope: nil).check(
            [[3, -3]], gives: [[3, -0.03]], "The slope is 0.01 unless another is given.")
        if isRightByDefault { try forward(slope: 0.7).check(normal(3, 4, seed: 3)) }
    }

    @Test(
        "forward: with slope 0 it is ReLU, with slope 1 it changes nothing, in any shape",
        arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        let input = awayFromZero(size.rows, size.columns, seed: 1)
        // Neither can be told from other layers: the slope between them can.
        guard try forward(slope: 0.5).check(input) else { return }
        expectClose(
            try LeakyReLU(slope: 0).forward(input), input.map { $0 < 0 ? 0 : $0 },
            "LeakyReLU.forward with slope 0", "The slope may be 0: then it is a ReLU.")
        expectClose(
            try LeakyReLU(slope: 1).forward(input), input, "LeakyReLU.forward with slope 1",
            "The slope may be 1: then nothing changes.")
    }

    @Test("backward: the gradient passes whole where the input was positive, and times the slope elsewhere")
    func backwardValues() throws {
        let isRight = try backward(slope: 0.25).check(
            BackwardInput([[2, -3, 0.5], [-1, 4, -0.1]], [[10, 20, -30], [40, 50, -60]]),
            gives: [[10, 5, -30], [10, 50, -15]], "Look at the input of forward, not at the gradient.")
        if isRight {
            try backward(slope: 0.7).check(
                BackwardInput(awayFromZero(3, 4, seed: 4), normal(3, 4, seed: 5)))
        }
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        let input = awayFromZero(size.rows, size.columns, seed: 2)
        try backward(slope: 0.2).checkGradient(
            at: BackwardInput(input, normal(size.rows, size.columns, seed: 6)),
            "Only the sign of forward's input decides what passes.")
    }

    @Test("backward: belongs to the latest forward")
    func backwardState() throws {
        try expectLatestForwardCounts("LeakyReLU", columns: 4) { LeakyReLU() }
    }

    @Test("backward: before any forward it is refused")
    func backwardBeforeForward() throws {
        try expectBackwardNeedsForward(LeakyReLU(), "LeakyReLU")
    }
}
