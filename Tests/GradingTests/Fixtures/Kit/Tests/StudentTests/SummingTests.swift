import LinearAlgebra
import Student
import Testing

@Suite("Summing") struct SummingTests {
    @Test("all elements are added")
    func elements() throws {
        #expect(try summing([[1, 2], [3, -4]]) == 2, "1 + 2 + 3 − 4 = 2.")
    }

    @Test("every row counts", arguments: [1, 2, 5])
    func rows(count: Int) throws {
        let matrix = Matrix(rows: count, columns: 2, elements: Array(repeating: 1, count: 2 * count))
        #expect(try summing(matrix) == Double(2 * count), "Each row of two ones adds 2.")
    }

    @Test("nothing adds up to 0")
    func empty() throws {
        #expect(try summing([]) == 0, "The sum of no numbers is 0.")
    }
}
