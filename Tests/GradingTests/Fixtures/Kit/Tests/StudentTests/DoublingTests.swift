import LinearAlgebra
import Student
import Testing

@Suite("Doubling") struct DoublingTests {
    @Test("each element is doubled")
    func elements() throws {
        #expect(
            try doubling([[1, -2], [0.5, 0]]) == [[2, -4], [1, 0]], "Twice 1, −2, ½, 0 is 2, −4, 1, 0.")
    }

    @Test("the shape stays as it is", arguments: [1, 2, 5])
    func shape(rows: Int) throws {
        let matrix = Matrix(rows: rows, columns: 3, elements: Array(repeating: 1, count: 3 * rows))
        let result = try doubling(matrix)
        #expect(result.rows == rows, "There are as many rows as before.")
        #expect(result.columns == 3, "There are as many columns as before.")
    }

    @Test("nothing stays nothing")
    func empty() throws {
        #expect(try doubling([]) == [], "A matrix without elements has none afterwards.")
    }
}
