import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Sigmoid") struct SigmoidTests {
    /// ln 3, at which the sigmoid is ¾.
    private let ln3 = 1.0986122886681098

    @Test("forward: σ(0) = ½, σ(ln 3) = ¾, σ(−ln 3) = ¼")
    func forwardValues() throws {
        expectClose(
            try Sigmoid().forward([[0, ln3, -ln3], [1, -1, 2]]),
            [[0.5, 0.75, 0.25], [0.7310585786300049, 0.2689414213699951, 0.8807970779778823]],
            "Sigmoid.forward", "y = 1 / (1 + e⁻ˣ): mind the sign in the exponent.")
    }

    @Test("forward: σ(x) + σ(−x) = 1, in any shape", arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        let input = normal(size.rows, size.columns, seed: 1, standardDeviation: 3)
        let output = try Sigmoid().forward(input)
        expectClose(
            output, 1 - (try Sigmoid().forward(-input)), "Sigmoid.forward of a (\(size)) input",
            "σ(x) and σ(−x) have to add up to 1.")
        #expect(output.min() > 0 && output.max() < 1, "Sigmoid.forward: results lie between 0 and 1.")
    }

    @Test("forward and backward: finite for inputs as far out as ±10 000")
    func stability() throws {
        let layer = Sigmoid()
        expectClose(
            try layer.forward([[1e4, -1e4, 800, -800]]), [[1, 0, 1, 0]], "Sigmoid.forward of huge inputs",
            "e to a large power is infinity; infinity divided by infinity is NaN.")
        expectClose(
            try layer.backward([[1, 2, 3, 4]]), [[0, 0, 0, 0]], "Sigmoid.backward of huge inputs",
            "The curve is flat there.")
    }

    @Test("backward: the derivative is y (1 − y)")
    func backwardValues() throws {
        let layer = Sigmoid()
        _ = try layer.forward([[0, ln3], [-ln3, 0]])
        expectClose(
            try layer.backward([[1, 1], [16, -4]]), [[0.25, 0.1875], [3, -1]], "Sigmoid.backward",
            "y is the output: at x = 0 it is ½, and the derivative ½ · ½ = ¼.")
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradients(of: Sigmoid(), "Sigmoid", at: normal(size.rows, size.columns, seed: 2))
    }

    @Test("backward: belongs to the latest forward")
    func backwardState() throws {
        try expectLatestForwardCounts("Sigmoid", columns: 4) { Sigmoid() }
    }

    @Test("backward: before any forward it is refused")
    func backwardBeforeForward() throws {
        try expectBackwardNeedsForward(Sigmoid(), "Sigmoid")
    }
}
