import NeuralNetwork
import Reference
import Student
import Testing

@Suite("Momentum against the reference") struct MomentumTests {
    @Test("step: the same parameters after each of many random steps")
    func steps() throws {
        try expectSameSteps("Momentum", make)
    }

    @Test("step: the same when some gradients are nil in some steps")
    func missingGradients() throws {
        try expectSameSteps("Momentum", missing: .anywhere, make)
    }

    @Test("step: the same with the default settings")
    func defaults() throws {
        try expectSameSteps("Momentum") { draw in
            let rate = draw.number(in: 0.001...1)
            return (
                { Student.Momentum(parameters: $0, learningRate: rate) },
                { Reference.Momentum(parameters: $0, learningRate: rate) }
            )
        }
    }

    private func make(_ draw: inout Draw) -> OptimizerCase {
        let rate = draw.number(in: 0.001...1)
        let momentum = draw.number(in: 0...0.99)
        return (
            { Student.Momentum(parameters: $0, learningRate: rate, momentum: momentum) },
            { Reference.Momentum(parameters: $0, learningRate: rate, momentum: momentum) }
        )
    }
}
