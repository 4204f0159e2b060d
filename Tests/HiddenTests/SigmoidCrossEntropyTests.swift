import LinearAlgebra
import NeuralNetwork
import Reference
import Student
import Testing

@Suite("Sigmoid and cross-entropy in one against the reference") struct SigmoidCrossEntropyTests {
    @Test("forward: the same for random logits and targets of any shape")
    func forward() throws {
        try expectSameValue("SigmoidCrossEntropy", make, on: batch)
    }

    @Test("forward: the same for logits of any size up to ±10 000")
    func forwardFarOut() throws {
        try expectSameValue("SigmoidCrossEntropy", make, on: batchFarOut)
    }

    @Test("backward: the same for logits of any size up to ±10 000")
    func backwardFarOut() throws {
        try expectSameGradient("SigmoidCrossEntropy", make, on: batchFarOut)
    }

    @Test("backward: the same for random logits and targets of any shape")
    func backward() throws {
        try expectSameGradient("SigmoidCrossEntropy", make, on: batch)
    }

    private func make() -> (student: any Loss, reference: any Loss) {
        (Student.SigmoidCrossEntropy(), Reference.SigmoidCrossEntropy())
    }

    /// Targets are 0 and 1 in half of the batches, and probabilities in the others.
    private func batch(_ draw: inout Draw) -> Batch {
        let (rows, columns) = (draw.count(), draw.count())
        return (
            draw.normal(rows, columns, standardDeviation: 2),
            draw.chance(of: 0.5)
                ? draw.zerosAndOnes(rows, columns) : draw.uniform(rows, columns, in: 0...1)
        )
    }

    private func batchFarOut(_ draw: inout Draw) -> Batch {
        let (rows, columns) = (draw.count(), draw.count())
        let reach = draw.number(in: 1...10_000)
        return (draw.uniform(rows, columns, in: -reach...reach), draw.zerosAndOnes(rows, columns))
    }
}
