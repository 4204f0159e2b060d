import LinearAlgebra
import NeuralNetwork
import Reference
import Student
import Testing

@Suite("Mean squared error against the reference") struct MeanSquaredErrorTests {
    @Test("forward: the same for random predictions and targets of any shape")
    func forward() throws {
        try expectSameValue("MeanSquaredError", make, on: batch)
    }

    @Test("backward: the same for random predictions and targets of any shape")
    func backward() throws {
        try expectSameGradient("MeanSquaredError", make, on: batch)
    }

    private func make() -> (student: any Loss, reference: any Loss) {
        (Student.MeanSquaredError(), Reference.MeanSquaredError())
    }

    private func batch(_ draw: inout Draw) -> Batch {
        let (rows, columns) = (draw.count(), draw.count())
        return (draw.normal(rows, columns, standardDeviation: 3), draw.normal(rows, columns))
    }
}
