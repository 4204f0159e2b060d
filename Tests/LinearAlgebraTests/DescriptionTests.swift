import LinearAlgebra
import Testing

@Suite("Descriptions")
struct DescriptionTests {
    @Test("a small matrix is shown whole, in aligned columns")
    func small() {
        let x: Matrix = [[1, 2.5], [-30, 4]]
        #expect(
            "\(x)" == """
                [[  1, 2.5],
                 [-30,   4]] (2 × 2)
                """)
        #expect("\([[0.1]] as Matrix)" == "[[0.1]] (1 × 1)")
    }

    @Test("six significant digits, and what is no number, by name")
    func digits() {
        #expect(
            "\([[1.0 / 3, 123_456_789, 1e-10, -0.0, 999_999.5]] as Matrix)"
                == "[[0.333333, 1.23457e+08, 1e-10, -0, 1e+06]] (1 × 5)")
        #expect("\([[.infinity, -.infinity, .nan, -.nan]] as Matrix)" == "[[inf, -inf, nan, nan]] (1 × 4)")
        #expect("\([[0]] / 0.0 as Matrix)" == "[[nan]] (1 × 1)")
    }

    @Test("without elements, the shape is still shown")
    func empty() {
        #expect("\([] as Matrix)" == "[] (0 × 0)")
        #expect("\(Matrix.zeros(rows: 0, columns: 3))" == "[] (0 × 3)")
        #expect("\(Matrix.zeros(rows: 2, columns: 0))" == "[[],\n []] (2 × 0)")
    }

    @Test("up to ten rows and columns are shown, of more the first and the last five")
    func cut() {
        #expect("\(Matrix.filled(1, 10) { Double($1) })" == "[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]] (1 × 10)")
        #expect("\(Matrix.filled(1, 11) { Double($1) })" == "[[0, 1, 2, 3, 4, …, 6, 7, 8, 9, 10]] (1 × 11)")
        #expect(
            "\(Matrix.filled(12, 1) { row, _ in Double(row) })" == """
                [[ 0],
                 [ 1],
                 [ 2],
                 [ 3],
                 [ 4],
                 [ …],
                 [ 7],
                 [ 8],
                 [ 9],
                 [10],
                 [11]] (12 × 1)
                """)
        let both = "\(Matrix.zeros(rows: 2000, columns: 3000))"
        #expect(both.hasPrefix("[[0, 0, 0, 0, 0, …, 0, 0, 0, 0, 0],\n"))
        #expect(both.hasSuffix(" [0, 0, 0, 0, 0, …, 0, 0, 0, 0, 0]] (2000 × 3000)"))
        #expect(both.split(separator: "\n")[5] == " […, …, …, …, …, …, …, …, …, …, …],")
    }

    @Test("a shape is shown as (rows × columns), and an error names what was asked for and both shapes")
    func shapes() {
        let left = Shape(rows: 2, columns: 3)
        let right = Shape(rows: 4, columns: 5)
        #expect("\(left)" == "(2 × 3)")
        #expect(
            "\(ShapeError(operation: "matmul", left: left, right: right))"
                == "matmul: the shapes (2 × 3) and (4 × 5) do not fit together")
    }

    @Test("a ShapeError is caught as such, without a cast")
    func typedThrow() {
        let x = Matrix.zeros(rows: 2, columns: 3)
        do throws(ShapeError) {
            _ = try x + x.transposed()
            Issue.record("(2 × 3) + (3 × 2) did not throw")
        } catch {
            #expect(error.operation == "+")
            #expect(error.left == x.shape)
            #expect(error.right == Shape(rows: 3, columns: 2))
        }
    }
}
