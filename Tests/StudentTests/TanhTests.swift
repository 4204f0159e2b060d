import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Tanh") struct TanhTests {
    /// ½ ln 3, at which the hyperbolic tangent is ½.
    private let halfLn3 = 0.5493061443340549

    @Test("forward: tanh 0 = 0, tanh(½ ln 3) = ½, tanh(−½ ln 3) = −½")
    func forwardValues() throws {
        let isRight = try forward.check(
            [[0, halfLn3, -halfLn3], [1, -1, 2]],
            gives: [[0, 0.5, -0.5], [0.7615941559557649, -0.7615941559557649, 0.9640275800758169]],
            "Each element by itself, from −1 to 1, and 0 stays 0.")
        if isRight { try forward.check(normal(3, 4, seed: 6)) }
    }

    @Test("forward: the shape stays", arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        try forward.check(
            normal(size.rows, size.columns, seed: 1, standardDeviation: 2),
            "Each element by itself, whatever the shape.")
    }

    @Test("forward and backward: finite for inputs as far out as ±10 000")
    func stability() throws {
        let huge: Matrix = [[1e4, -1e4, 800, -800]]
        let isRight = try forward.check(
            huge, gives: [[1, -1, 1, -1]], "e to a large power is infinity; infinity over infinity is NaN.",
            of: "huge inputs", draw: { farOut($0, $1, seed: $2) })
        guard isRight else { return }
        try backward.check(
            BackwardInput(huge, [[1, 2, 3, 4]]), gives: [[0, 0, 0, 0]],
            "The curve is flat there, and its derivative 0.", of: "huge inputs",
            draw: { BackwardInput(farOut($0, $1, seed: $2), normal($0, $1, seed: $2 + 1)) })
    }

    @Test("backward: the derivative is 1 − y²")
    func backwardValues() throws {
        let isRight = try backward.check(
            BackwardInput([[0, halfLn3], [-halfLn3, 0]], [[1, 1], [4, -2]]), gives: [[1, 0.75], [3, -2]],
            "y is the output: where it is ½, the derivative is 1 − ¼.")
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
        try expectLatestForwardCounts("Tanh", columns: 4) { Tanh() }
    }

    @Test("backward: before any forward it is refused")
    func backwardBeforeForward() throws {
        try expectBackwardNeedsForward(Tanh(), "Tanh")
    }
}
