import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Leaky ReLU") struct LeakyReLUTests {
    @Test("forward: positive numbers stay, negative ones are multiplied by the slope")
    func forwardValues() throws {
        expectClose(
            try LeakyReLU(slope: 0.25).forward([[1.5, -2, 0], [-0.4, 300, -1e6]]),
            [[1.5, -0.5, 0], [-0.1, 300, -250_000]], "LeakyReLU.forward with slope ¼",
            "y = x where x > 0, and slope · x below.")
        expectClose(
            try LeakyReLU().forward([[3, -3]]), [[3, -0.03]], "LeakyReLU.forward",
            "The slope is 0.01 unless another is given.")
    }

    @Test(
        "forward: with slope 0 it is ReLU, with slope 1 it changes nothing, in any shape",
        arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        let input = awayFromZero(size.rows, size.columns, seed: 1)
        expectClose(
            try LeakyReLU(slope: 0).forward(input), maximum(input, 0), "LeakyReLU.forward with slope 0")
        expectClose(try LeakyReLU(slope: 1).forward(input), input, "LeakyReLU.forward with slope 1")
    }

    @Test("backward: the gradient passes whole where the input was positive, and times the slope elsewhere")
    func backwardValues() throws {
        let layer = LeakyReLU(slope: 0.25)
        _ = try layer.forward([[2, -3, 0.5], [-1, 4, -0.1]])
        expectClose(
            try layer.backward([[10, 20, -30], [40, 50, -60]]), [[10, 5, -30], [10, 50, -15]],
            "LeakyReLU.backward with slope ¼", "Look at the input of forward, not at the gradient.")
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradients(
            of: LeakyReLU(slope: 0.2), "LeakyReLU", at: awayFromZero(size.rows, size.columns, seed: 2))
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
