import LinearAlgebra
import NeuralNetwork
import Reference
import Student
import Testing

@Suite("Binary cross-entropy against the reference") struct BinaryCrossEntropyTests {
    @Test("forward: the same for random probabilities and targets of any shape")
    func forward() throws {
        try expectSameValue("BinaryCrossEntropy", make, on: batch)
    }

    @Test("forward: nearly the same where probabilities are exactly 0 and 1")
    func forwardOfCertainty() throws {
        // −ln(1 − p) is 27.6309 or 27.6310, depending on whether p or 1 − p is clipped.
        try expectSameValue("BinaryCrossEntropy", tolerance: 1e-4, make) { draw in
            let (rows, columns) = (draw.count(), draw.count())
            return (draw.zerosAndOnes(rows, columns), draw.zerosAndOnes(rows, columns))
        }
    }

    @Test("backward: the same for probabilities inside the clipping range")
    func backward() throws {
        try expectSameGradient("BinaryCrossEntropy", make, on: batch)
    }

    private func make() -> (student: any Loss, reference: any Loss) {
        (Student.BinaryCrossEntropy(), Reference.BinaryCrossEntropy())
    }

    /// Targets are 0 and 1 in half of the batches, and probabilities in the others.
    private func batch(_ draw: inout Draw) -> Batch {
        let (rows, columns) = (draw.count(), draw.count())
        return (
            draw.uniform(rows, columns, in: 0.001...0.999),
            draw.chance(of: 0.5)
                ? draw.zerosAndOnes(rows, columns) : draw.uniform(rows, columns, in: 0...1)
        )
    }
}
