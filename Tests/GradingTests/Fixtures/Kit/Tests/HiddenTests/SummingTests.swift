import LinearAlgebra
import Reference
import Student
import Testing

@Suite("Summing against the reference") struct SummingTests {
    @Test("the same for many numbers")
    func many() throws {
        let matrix = Matrix(rows: 1, columns: 100, elements: (1...100).map { Double($0 % 7) - 2 })
        #expect(try Student.summing(matrix) == Reference.summing(matrix), "The sums differ.")
    }
}
