import LinearAlgebra
import NeuralNetwork
import Reference
import Student
import Testing

@Suite("Cross-entropy against the reference") struct CrossEntropyTests {
    @Test("forward: the same for random rows of probabilities")
    func forward() throws {
        try expectSameValue("CrossEntropy", make, on: batch)
    }

    @Test("forward: the same where probabilities are exactly 0 and 1")
    func forwardOfCertainty() throws {
        try expectSameValue("CrossEntropy", make) { draw in
            let (rows, columns) = (draw.count(), draw.count() + 1)
            return (draw.oneHotRows(rows, columns), draw.oneHotRows(rows, columns))
        }
    }

    @Test("backward: the same for probabilities inside the clipping range")
    func backward() throws {
        try expectSameGradient("CrossEntropy", make, on: batch)
    }

    private func make() -> (student: any Loss, reference: any Loss) {
        (Student.CrossEntropy(), Reference.CrossEntropy())
    }

    private func batch(_ draw: inout Draw) throws -> Batch {
        let (rows, columns) = (draw.count(), draw.count() + 1)
        return (try draw.probabilityRows(rows, columns), draw.oneHotRows(rows, columns))
    }
}
