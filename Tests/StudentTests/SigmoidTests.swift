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
        let isRight = try forward.check(
            [[0, ln3, -ln3], [1, -1, 2]],
            gives: [[0.5, 0.75, 0.25], [0.7310585786300049, 0.2689414213699951, 0.8807970779778823]],
            "Each element by itself: e⁻ˣ first, then 1 is added, and 1 is divided by that.")
        if isRight { try forward.check(normal(3, 4, seed: 6)) }
    }

    @Test("forward: σ(x) + σ(−x) = 1, in any shape", arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        let input = normal(size.rows, size.columns, seed: 1, standardDeviation: 3)
        guard try forward.check(input, "Each element by itself, whatever the shape.") else { return }
        let output = try Sigmoid().forward(input)
        expectClose(
            output, 1 - (try Sigmoid().forward(-input)), "Sigmoid.forward of a (\(size)) input",
            "σ(x) and σ(−x) have to add up to 1.")
        #expect(output.min() > 0 && output.max() < 1, "Sigmoid.forward: results lie between 0 and 1.")
    }

    @Test("forward and backward: finite for inputs as far out as ±10 000")
    func stability() throws {
        let huge: Matrix = [[1e4, -1e4, 800, -800]]
        let isRight = try forward.check(
            huge, gives: [[1, 0, 1, 0]], "e to a large power is infinity; infinity over infinity is NaN.",
            of: "huge inputs", draw: { farOut($0, $1, seed: $2) })
        guard isRight else { return }
        try backward.check(
            BackwardInput(huge, [[1, 2, 3, 4]]), gives: [[0, 0, 0, 0]],
            "The curve is flat there, and its derivative 0.", of: "huge inputs",
            draw: { BackwardInput(farOut($0, $1, seed: $2), normal($0, $1, seed: $2 + 1)) })
    }

    @Test("backward: the derivative is y (1 − y)")
    func backwardValues() throws {
        let isRight = try backward.check(
            BackwardInput([[0, ln3], [-ln3, 0]], [[1, 1], [16, -4]]), gives: [[0.25, 0.1875], [3, -1]],
            "y is the output: at x = 0 it is ½, and the derivative ½ · ½ = ¼.")
        if isRight { try backward.check(BackwardInput(normal(3, 4, seed: 3), normal(3, 4, seed: 4))) }
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try backward.checkGradient(
            at: BackwardInput(
                normal(size.rows, size.columns, seed: 2), normal(size.rows, size.columns, seed: 5)),
            "Each element by itself: the gradient times the slope of the curve there.")
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
