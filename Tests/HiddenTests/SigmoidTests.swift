import Reference
import Student
import Testing

@Suite("Sigmoid against the reference") struct SigmoidTests {
    @Test("forward: the same for random inputs of any shape")
    func forward() throws {
        try expectSameForward("Sigmoid", make)
    }

    @Test("forward: the same for inputs of any size up to ±10 000")
    func forwardFarOut() throws {
        try expectSameForward("Sigmoid") { _ in
            LayerCase(Student.Sigmoid(), Reference.Sigmoid()) { draw in
                let reach = draw.number(in: 1...10_000)
                return draw.uniform(draw.count(), draw.count(), in: -reach...reach)
            }
        }
    }

    @Test("backward: the same for random inputs and gradients of any shape")
    func backward() throws {
        try expectSameBackward("Sigmoid", make)
    }

    private func make(_ draw: inout Draw) -> LayerCase {
        LayerCase(Student.Sigmoid(), Reference.Sigmoid()) {
            $0.normal($0.count(), $0.count(), standardDeviation: 2)
        }
    }
}
