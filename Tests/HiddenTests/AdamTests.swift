import NeuralNetwork
import Reference
import Student
import Testing

@Suite("Adam against the reference") struct AdamTests {
    @Test("step: the same parameters after each of many random steps")
    func steps() throws {
        try expectSameSteps("Adam", make)
    }

    @Test("step: the same when some gradients are nil from some step on")
    func missingGradients() throws {
        try expectSameSteps("Adam", missing: .fromSomeStepOn, make)
    }

    @Test("step: the same with the default settings")
    func defaults() throws {
        try expectSameSteps("Adam") { _ in
            ({ Student.Adam(parameters: $0) }, { Reference.Adam(parameters: $0) })
        }
    }

    private func make(_ draw: inout Draw) -> OptimizerCase {
        let rate = draw.number(in: 0.001...1)
        let (beta1, beta2) = (draw.number(in: 0...0.99), draw.number(in: 0...0.999))
        let epsilon = draw.number(in: 0.0001...0.5)
        return (
            {
                Student.Adam(
                    parameters: $0, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
            },
            {
                Reference.Adam(
                    parameters: $0, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
            }
        )
    }
}
