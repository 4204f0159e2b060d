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
        expectClose(
            try Tanh().forward([[0, halfLn3, -halfLn3], [1, -1, 2]]),
            [[0, 0.5, -0.5], [0.7615941559557649, -0.7615941559557649, 0.9640275800758169]],
            "Tanh.forward", "y = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ).")
    }

    @Test("forward: the shape stays", arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        let input = normal(size.rows, size.columns, seed: 1, standardDeviation: 2)
        expectClose(try Tanh().forward(input), tanh(input), "Tanh.forward of a (\(size)) input")
    }

    @Test("forward and backward: finite for inputs as far out as ±10 000")
    func stability() throws {
        let layer = Tanh()
        expectClose(
            try layer.forward([[1e4, -1e4, 800, -800]]), [[1, -1, 1, -1]], "Tanh.forward of huge inputs",
            "e to a large power is infinity; infinity divided by infinity is NaN.")
        expectClose(
            try layer.backward([[1, 2, 3, 4]]), [[0, 0, 0, 0]], "Tanh.backward of huge inputs",
            "The curve is flat there: look at the output of forward.")
    }

    @Test("backward: the derivative is 1 − y²")
    func backwardValues() throws {
        let layer = Tanh()
        _ = try layer.forward([[0, halfLn3], [-halfLn3, 0]])
        expectClose(
            try layer.backward([[1, 1], [4, -2]]), [[1, 0.75], [3, -2]], "Tanh.backward",
            "y is the output: where it is ½, the derivative is 1 − ¼.")
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradients(of: Tanh(), "Tanh", at: normal(size.rows, size.columns, seed: 2))
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
