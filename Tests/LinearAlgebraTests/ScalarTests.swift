import LinearAlgebra
import Testing

@Suite("A number on either side")
struct ScalarTests {
    let matrix: Matrix = [[1, -2, 4], [0.5, 8, -1]]

    @Test("+ - * / with a number on the right")
    func right() {
        #expect(matrix + 2 == [[3, 0, 6], [2.5, 10, 1]])
        #expect(matrix - 2 == [[-1, -4, 2], [-1.5, 6, -3]])
        #expect(matrix * 2 == [[2, -4, 8], [1, 16, -2]])
        #expect(matrix / 2 == [[0.5, -1, 2], [0.25, 4, -0.5]])
    }

    @Test("+ - * / with a number on the left")
    func left() {
        #expect(2 + matrix == [[3, 0, 6], [2.5, 10, 1]])
        #expect(2 - matrix == [[1, 4, -2], [1.5, -6, 3]])
        #expect(2 * matrix == [[2, -4, 8], [1, 16, -2]])
        #expect(2 / matrix == [[2, -1, 0.5], [4, 0.25, -2]])
    }

    @Test("+= -= *= /= with a number")
    func inPlace() {
        var changed = matrix
        changed += 1
        #expect(changed == [[2, -1, 5], [1.5, 9, 0]])
        changed *= 4
        #expect(changed == [[8, -4, 20], [6, 36, 0]])
        changed -= 4
        #expect(changed == [[4, -8, 16], [2, 32, -4]])
        changed /= 8
        #expect(changed == [[0.5, -1, 2], [0.25, 4, -0.5]])
    }

    @Test("prefix minus changes every sign, that of zero and infinity too")
    func negation() {
        #expect(-matrix == [[-1, 2, -4], [-0.5, -8, 1]])
        let special: Matrix = [[0, -0.0, .infinity]]
        #expect((-special).isIdentical(to: [[-0.0, 0, -.infinity]]))
    }

    @Test("the five comparisons with a number on the right")
    func comparisonRight() {
        let matrix: Matrix = [[1, 2, 3]]
        #expect((matrix .< 2) == [[1, 0, 0]])
        #expect((matrix .<= 2) == [[1, 1, 0]])
        #expect((matrix .> 2) == [[0, 0, 1]])
        #expect((matrix .>= 2) == [[0, 1, 1]])
        #expect((matrix .== 2) == [[0, 1, 0]])
    }

    @Test("the five comparisons with a number on the left")
    func comparisonLeft() {
        let matrix: Matrix = [[1, 2, 3]]
        #expect((2 .< matrix) == [[0, 0, 1]])
        #expect((2 .<= matrix) == [[0, 1, 1]])
        #expect((2 .> matrix) == [[1, 0, 0]])
        #expect((2 .>= matrix) == [[1, 1, 0]])
        #expect((2 .== matrix) == [[0, 1, 0]])
    }

    @Test("a number gives the same bits as a (1 × 1) matrix", arguments: sampleShapes)
    func sameAsOneByOne(_ shape: Shape) throws {
        var generator = SeededGenerator(seed: 21)
        let matrix = Matrix.normal(rows: shape.rows, columns: shape.columns, using: &generator)
        let one: Matrix = [[0.3]]
        #expect(try (matrix + 0.3).isIdentical(to: matrix + one))
        #expect(try (0.3 - matrix).isIdentical(to: one - matrix))
        #expect(try (matrix * 0.3).isIdentical(to: matrix * one))
        #expect(try (0.3 / matrix).isIdentical(to: one / matrix))
        #expect(try (matrix .> 0.3).isIdentical(to: matrix .> one))
    }
}
