import Reference
import Student
import Testing

@Suite("Leaky ReLU against the reference") struct LeakyReLUTests {
    @Test("forward: the same for random slopes and inputs of any shape")
    func forward() throws {
        try expectSameForward("LeakyReLU", make)
    }

    @Test("backward: the same for random slopes, inputs and gradients")
    func backward() throws {
        try expectSameBackward("LeakyReLU", make)
    }

    private func make(_ draw: inout Draw) -> LayerCase {
        if draw.chance(of: 0.3) {
            return LayerCase(Student.LeakyReLU(), Reference.LeakyReLU()) {
                $0.awayFromZero($0.count(), $0.count())
            }
        }
        let slope = draw.number(in: 0.001...0.9)
        return LayerCase(Student.LeakyReLU(slope: slope), Reference.LeakyReLU(slope: slope)) {
            $0.awayFromZero($0.count(), $0.count())
        }
    }
}
