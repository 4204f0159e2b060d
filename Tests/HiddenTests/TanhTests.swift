import Reference
import Student
import Testing

@Suite("Tanh against the reference") struct TanhTests {
    @Test("forward: the same for random inputs of any shape")
    func forward() throws {
        try expectSameForward("Tanh", make)
    }

    @Test("forward: the same for inputs of any size up to ±10 000")
    func forwardFarOut() throws {
        try expectSameForward("Tanh") { _ in
            LayerCase(Student.Tanh(), Reference.Tanh()) { draw in
                let reach = draw.number(in: 1...10_000)
                return draw.uniform(draw.count(), draw.count(), in: -reach...reach)
            }
        }
    }

    @Test("backward: the same for random inputs and gradients of any shape")
    func backward() throws {
        try expectSameBackward("Tanh", make)
    }

    private func make(_ draw: inout Draw) -> LayerCase {
        LayerCase(Student.Tanh(), Reference.Tanh()) {
            $0.normal($0.count(), $0.count(), standardDeviation: 2)
        }
    }
}
