import NeuralNetwork
import Reference
import Student
import Testing

@Suite("RMSProp against the reference") struct RMSPropTests {
    @Test("step: the same parameters after each of many random steps")
    func steps() throws {
        try expectSameSteps("RMSProp", make)
    }

    @Test("step: the same when some gradients are nil in some steps")
    func missingGradients() throws {
        try expectSameSteps("RMSProp", missing: .anywhere, make)
    }

    @Test("step: the same with the default settings")
    func defaults() throws {
        try expectSameSteps("RMSProp") { draw in
            let rate = draw.number(in: 0.001...1)
            return (
                { Student.RMSProp(parameters: $0, learningRate: rate) },
                { Reference.RMSProp(parameters: $0, learningRate: rate) }
            )
        }
    }

    private func make(_ draw: inout Draw) -> OptimizerCase {
        let rate = draw.number(in: 0.001...1)
        let decay = draw.number(in: 0...0.99)
        let epsilon = draw.number(in: 0.0001...0.5)
        return (
            { Student.RMSProp(parameters: $0, learningRate: rate, decay: decay, epsilon: epsilon) },
            { Reference.RMSProp(parameters: $0, learningRate: rate, decay: decay, epsilon: epsilon) }
        )
    }
}
