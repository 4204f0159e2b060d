import LinearAlgebra
import NeuralNetwork
import Reference
import Student
import Testing

@Suite("Softmax and cross-entropy in one against the reference") struct SoftmaxCrossEntropyTests {
    @Test("forward: the same for random logits and one-hot targets")
    func forward() throws {
        try expectSameValue("SoftmaxCrossEntropy", make, on: batch)
    }

    @Test("forward: the same for logits of any size up to ±10 000")
    func forwardFarOut() throws {
        try expectSameValue("SoftmaxCrossEntropy", make, on: batchFarOut)
    }

    @Test("backward: the same for logits of any size up to ±10 000")
    func backwardFarOut() throws {
        try expectSameGradient("SoftmaxCrossEntropy", make, on: batchFarOut)
    }

    @Test("backward: the same for random logits and one-hot targets")
    func backward() throws {
        try expectSameGradient("SoftmaxCrossEntropy", make, on: batch)
    }

    private func make() -> (student: any Loss, reference: any Loss) {
        (Student.SoftmaxCrossEntropy(), Reference.SoftmaxCrossEntropy())
    }

    private func batch(_ draw: inout Draw) -> Batch {
        let (rows, columns) = (draw.count(), draw.count())
        return (draw.normal(rows, columns, standardDeviation: 2), draw.oneHotRows(rows, columns))
    }

    private func batchFarOut(_ draw: inout Draw) -> Batch {
        let (rows, columns) = (draw.count(), draw.count())
        let reach = draw.number(in: 1...10_000)
        return (draw.uniform(rows, columns, in: -reach...reach), draw.oneHotRows(rows, columns))
    }
}
