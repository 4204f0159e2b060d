import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("RMSProp") struct RMSPropTests {
    @Test("step: s ← ρs + (1 − ρ)g², θ ← θ − ηg / (√s + ε), four steps worked out by hand")
    func steps() throws {
        // s: 4, 4, 12, 9; √s: 2, 2, 2√3, 3; the moves: −0.4/3, −0.2/3, +0.6/(2√3 + 1), 0
        try steps(decay: 0.75, epsilon: 1).checkSteps(
            StepsInput(from: [[1]], [[4], [2], [-6], [0]]),
            give: [[0.8666666666666667], [0.8], [0.9344055426438775], [0.9344055426438775]],
            """
            Here ρ = ¾, ε = 1 and η = 0.1. The parameter's move is divided by √s + ε, with the new s, and ε \
            outside of the root.
            """)
    }

    @Test("step: the decay is 0.9 and ε is 1e-8 unless others are given, for each element on its own")
    func defaults() throws {
        try steps().checkSteps(
            StepsInput(from: [[0, 1]], [[1, -3], [1, 0.001], [-2, 0]]),
            give: [
                [-0.31622775601683834, 1.3162277626835048], [-0.5456434846242424, 1.316116651580487],
                [-0.28096908550252514, 1.316116651580487],
            ],
            "Every element is divided by the root of its own mean square; ρ = 0.9 and η = 0.1 here.")
    }

    @Test("step: every parameter has a mean square of its own; zeroGradients clears the gradients")
    func severalParameters() throws {
        try expectParametersAreIndependent(
            "RMSProp", lesson: lesson, "Every parameter needs a mean square of its own, of its own shape."
        ) { RMSProp(parameters: $0, learningRate: 0.1) }
    }

    @Test("step: a parameter without a gradient is skipped")
    func missingGradient() throws {
        let make = { RMSProp(parameters: $0, learningRate: 0.1) }
        guard try expectMissingGradientIsSkipped("RMSProp", make) else { return }
        try expectSkippedStepLeavesNoTrace("RMSProp", memory: "mean square") {
            RMSProp(parameters: $0, learningRate: 0.1, decay: 0.75, epsilon: 1)
        }

        // s: 4, untouched, 4; the moves: −0.4/3, none, −0.2/3
        guard
            try steps(decay: 0.75, epsilon: 1).check(
                StepsInput(from: [[1]], [[4], [2]]), gives: [[0.8666666666666667], [0.8]])
        else { return }
        let parameter = Parameter([[1]])
        let optimizer = RMSProp(parameters: [parameter], learningRate: 0.1, decay: 0.75, epsilon: 1)
        for gradient: Matrix? in [[[4]], nil, [[2]]] {
            parameter.gradient = gradient
            try optimizer.step()
        }
        expectClose(
            parameter.value, [[0.8]], "RMSProp.step, with a step without a gradient in between",
            "The mean square of a skipped parameter stays as it is.")
    }
}
