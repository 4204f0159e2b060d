import Reference
import Student
import Testing

@Suite("ReLU against the reference") struct ReLUTests {
    @Test("forward: the same for random inputs of any shape")
    func forward() throws {
        try expectSameForward("ReLU", make)
    }

    @Test("backward: the same for random inputs and gradients of any shape")
    func backward() throws {
        try expectSameBackward("ReLU", make)
    }

    private func make(_ draw: inout Draw) -> LayerCase {
        LayerCase(Student.ReLU(), Reference.ReLU()) { $0.awayFromZero($0.count(), $0.count()) }
    }
}
