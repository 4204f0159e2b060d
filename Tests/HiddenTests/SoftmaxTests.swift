import LinearAlgebra
import Reference
import Student
import Testing

@Suite("Softmax against the reference") struct SoftmaxTests {
    @Test("forward: the same for random inputs of any shape")
    func forward() throws {
        try expectSameForward("Softmax", make)
    }

    @Test("forward: the same for rows as far apart as ±10 000")
    func forwardFarOut() throws {
        try expectSameForward("Softmax") { _ in
            LayerCase(Student.Softmax(), Reference.Softmax()) { draw in
                // Rows far apart, the differences within a row small: each row needs its own maximum.
                let (rows, columns) = (draw.count(), draw.count())
                var input = draw.normal(rows, columns, standardDeviation: 3)
                for row in 0..<rows {
                    let base = draw.number(in: -10_000...10_000)
                    for column in 0..<columns {
                        input[row, column] += base
                    }
                }
                return input
            }
        }
    }

    @Test("backward: the same for random inputs and gradients of any shape")
    func backward() throws {
        try expectSameBackward("Softmax", make)
    }

    private func make(_ draw: inout Draw) -> LayerCase {
        LayerCase(Student.Softmax(), Reference.Softmax()) {
            $0.normal($0.count(), $0.count(), standardDeviation: 2)
        }
    }
}
