import NeuralNetwork
import Reference
import Student
import Testing

@Suite("SGD against the reference") struct SGDTests {
    @Test("step: the same parameters after each of many random steps")
    func steps() throws {
        try expectSameSteps("SGD", make)
    }

    @Test("step: the same when some gradients are nil in some steps")
    func missingGradients() throws {
        try expectSameSteps("SGD", missing: .anywhere, make)
    }

    private func make(_ draw: inout Draw) -> OptimizerCase {
        let rate = draw.number(in: 0.001...1)
        return (
            { Student.SGD(parameters: $0, learningRate: rate) },
            { Reference.SGD(parameters: $0, learningRate: rate) }
        )
    }
}
