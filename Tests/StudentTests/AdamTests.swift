import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Adam") struct AdamTests {
    @Test("step: both means corrected for starting at 0, four steps worked out by hand")
    func steps() throws {
        // m: 2, 0, 0, ½; v: 4, 4, 3, 2½; m̂: 4, 0, 0, 8/15; v̂: 16, 64/7, 192/37, 128/35
        try steps(Settings(rate: 0.1, beta1: 0.5, beta2: 0.75, epsilon: 1)).checkSteps(
            StepsInput(from: [[1]], [[4], [-2], [0], [1]]),
            give: [[0.92], [0.92], [0.92], [0.9016872819367879]],
            """
            Here β₁ = ½, β₂ = ¾, ε = 1 and η = 0.1. In the first step m̂ = g and v̂ = g², so the move is \
            0.1 · 4 / (4 + 1); the running means themselves stay uncorrected.
            """)
    }

    @Test("step: learning rate 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-8 unless others are given")
    func defaults() throws {
        try steps().checkSteps(
            StepsInput(from: [[0, 1, 0]], [[1, -3, 1e-7], [0.01, -3, 0], [-2, 100, 0]]),
            give: [
                [-0.0009999999900000003, 1.0009999999966666, -0.0009090909090909092],
                [-0.0016774694197355302, 1.0019999999933331, -0.0014961111869207504],
                [-0.0013400100137825077, 1.0013945014189822, -0.001937567423591126],
            ],
            """
            Every element has means of its own. The very first move is the learning rate, unless the gradient is \
            as small as ε.
            """)
    }

    @Test("step: every parameter has means of its own, and one step counts once for all of them")
    func severalParameters() throws {
        try expectParametersAreIndependent(
            "Adam", lesson: lesson, "Every parameter needs both means of its own, of its own shape.",
            mistakes: [stepsCountedForEachParameter(rate: 0.1)]
        ) { Adam(parameters: $0, learningRate: 0.1) }
    }

    @Test("step: a parameter without a gradient is skipped")
    func missingGradient() throws {
        try expectMissingGradientIsSkipped("Adam") { Adam(parameters: $0, learningRate: 0.1) }
    }
}
