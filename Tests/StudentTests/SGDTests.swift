import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("SGD") struct SGDTests {
    @Test("step: θ ← θ − η g, three steps worked out by hand")
    func steps() throws {
        try steps(rate: 0.1).checkSteps(
            StepsInput(from: [[1, -2]], [[1, 2], [-4, 0], [0.5, 10]]),
            give: [[0.9, -2.2], [1.3, -2.2], [1.25, -3.2]],
            "Against the gradient, the learning rate (0.1 here) times the gradient, and nothing of earlier steps."
        )
    }

    @Test("step: the learning rate scales the step", arguments: [1, 0.5, 0.001])
    func learningRate(rate: Double) throws {
        try steps(rate: rate).checkSteps(
            StepsInput(from: [[3, 4]], [[2, -1]]), give: [[3 - 2 * rate, 4 + rate]],
            "The learning rate is \(rate) here.")
    }

    @Test("step: each of several parameters moves by its own gradient; zeroGradients clears them all")
    func severalParameters() throws {
        try expectParametersAreIndependent(
            "SGD", lesson: lesson, "Every parameter has to move as it would if it were the only one."
        ) { SGD(parameters: $0, learningRate: 0.1) }
    }

    @Test("step: a parameter without a gradient is skipped")
    func missingGradient() throws {
        try expectMissingGradientIsSkipped("SGD") { SGD(parameters: $0, learningRate: 0.1) }
    }
}
