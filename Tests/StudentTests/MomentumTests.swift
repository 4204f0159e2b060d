import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Momentum") struct MomentumTests {
    @Test("step: v ← βv + (1 − β)g, θ ← θ − ηv, four steps worked out by hand")
    func steps() throws {
        // v: 2, then 1 + 1 = 2, then 1 − 4 = −3, then −1.5 + 0 = −1.5; η = 0.1, β = ½
        try steps(rate: 0.1, momentum: 0.5).checkSteps(
            StepsInput(from: [[1]], [[4], [2], [-8], [0]]), give: [[0.8], [0.6], [0.9], [1.05]],
            """
            The averaging form: the new gradient counts for (1 − β), the old velocity for β, and the parameter \
            follows the new velocity. Here β = ½ and η = 0.1.
            """)
    }

    @Test("step: the momentum is 0.9 unless another is given")
    func defaultMomentum() throws {
        // v: 0.1, 0.19, 0.271
        try steps(rate: 1).checkSteps(
            StepsInput(from: [[0, 1]], [[1, 1], [1, 1], [1, 1]]),
            give: [[-0.1, 0.9], [-0.29, 0.71], [-0.561, 0.439]],
            "With β = 0.9, η = 1 and gradients of 1 the velocity is 0.1, 0.19, 0.271.")
    }

    @Test("step: with momentum 0 it is SGD")
    func withoutMomentum() throws {
        try steps(rate: 0.1, momentum: 0).checkSteps(
            StepsInput(from: [[1, -2]], [[1, 2], [-4, 0], [0.5, 10]]),
            give: [[0.9, -2.2], [1.3, -2.2], [1.25, -3.2]],
            "With β = 0 the velocity is the gradient itself.")
    }

    @Test("step: every parameter has a velocity of its own, that zeroGradients leaves alone")
    func severalParameters() throws {
        try expectParametersAreIndependent(
            "Momentum", lesson: lesson, "Every parameter needs a velocity of its own, of its own shape."
        ) { Momentum(parameters: $0, learningRate: 0.1) }
        guard
            try steps(rate: 1, momentum: 0.5).check(
                StepsInput(from: [[0]], [[8], [0]]), gives: [[-4], [-6]])
        else { return }
        let parameter = Parameter([[0]])
        let optimizer = Momentum(parameters: [parameter], learningRate: 1, momentum: 0.5)
        for gradient in [8.0, 0] {
            optimizer.zeroGradients()
            parameter.gradient = [[gradient]]
            try optimizer.step()
        }
        expectClose(
            parameter.value, [[-6]], "Momentum.step after zeroGradients",
            "The velocity goes on: −4 in the first step, and half of that in the second.")
    }

    @Test("step: a parameter without a gradient is skipped")
    func missingGradient() throws {
        let make = { Momentum(parameters: $0, learningRate: 0.1) }
        guard try expectMissingGradientIsSkipped("Momentum", make) else { return }
        try expectSkippedStepLeavesNoTrace("Momentum", memory: "velocity", make)
    }
}
