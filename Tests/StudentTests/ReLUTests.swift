import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("ReLU") struct ReLUTests {
    @Test("forward: positive numbers stay, negative ones become 0")
    func forwardValues() throws {
        expectClose(
            try ReLU().forward([[1.5, -2, 0], [-0.25, 300, -1e9]]), [[1.5, 0, 0], [0, 300, 0]],
            "ReLU.forward", "y = max(0, x), element by element.")
    }

    @Test("forward: the shape stays", arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        let input = normal(size.rows, size.columns, seed: 1)
        var expected = input
        for row in 0..<size.rows {
            for column in 0..<size.columns where input[row, column] < 0 {
                expected[row, column] = 0
            }
        }
        expectClose(try ReLU().forward(input), expected, "ReLU.forward of a (\(size)) input")
    }

    @Test("backward: the gradient passes where the input was positive, and nowhere else")
    func backwardValues() throws {
        let layer = ReLU()
        _ = try layer.forward([[2, -3, 0.5], [-1, 4, -0.1]])
        expectClose(
            try layer.backward([[10, 20, -30], [40, 50, 60]]), [[10, 0, -30], [0, 50, 0]], "ReLU.backward",
            """
            Where the input was negative the derivative is 0, where it was positive 1; a gradient may have any \
            sign. Look at the input of forward, not at the gradient.
            """)
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradients(of: ReLU(), "ReLU", at: awayFromZero(size.rows, size.columns, seed: 2))
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
