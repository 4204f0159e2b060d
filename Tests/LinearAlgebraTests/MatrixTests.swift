import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
    @Test("elements are stored row by row")
    func rowMajor() throws {
        let matrix = try Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
        #expect(matrix.rows == 2)
        #expect(matrix.columns == 3)
        #expect(matrix.shape == Shape(rows: 2, columns: 3))
        #expect(matrix.elements == [1, 2, 3, 4, 5, 6])
        #expect(matrix[0, 0] == 1)
        #expect(matrix[0, 2] == 3)
        #expect(matrix[1, 0] == 4)
        #expect(matrix == [[1, 2, 3], [4, 5, 6]])
    }

    @Test(
        "a count, a sign or a product that cannot be is a ShapeError",
        arguments: [
            (2, 3, 5), (2, 3, 7), (0, 3, 1), (3, 0, 1), (1, 1, 0), (-1, 3, 0), (3, -1, 0), (-2, -3, 6),
            (-1, 0, 0), (.max, 2, 0), (.max, .max, 1), (1 << 32, 1 << 32, 0), (.min, -1, 0),
        ])
    func refused(rows: Int, columns: Int, count: Int) {
        let error = ShapeError(
            operation: "Matrix(rows:columns:elements:)",
            left: Shape(rows: rows, columns: columns), right: Shape(rows: 1, columns: count))
        #expect(throws: error) {
            try Matrix(rows: rows, columns: columns, elements: [Double](repeating: 0, count: count))
        }
    }

    @Test(
        "either dimension may be 0, and the other one is kept",
        arguments: [(0, 0), (0, 3), (3, 0), (.max, 0)])
    func empty(rows: Int, columns: Int) throws {
        let matrix = try Matrix(rows: rows, columns: columns, elements: [])
        #expect(matrix.shape == Shape(rows: rows, columns: columns))
        #expect(matrix.elements.isEmpty)
        #expect(matrix == .ones(rows: rows, columns: columns))
    }

    @Test("a literal lists the rows; rows may be empty, and so may the list")
    func literals() {
        #expect(([] as Matrix).shape == Shape(rows: 0, columns: 0))
        #expect(([[]] as Matrix).shape == Shape(rows: 1, columns: 0))
        #expect(([[], [], []] as Matrix).shape == Shape(rows: 3, columns: 0))
        #expect(([[7]] as Matrix).shape == Shape(rows: 1, columns: 1))
        #expect(([[1, 2, 3]] as Matrix).shape == Shape(rows: 1, columns: 3))
        #expect(([[1], [2], [3]] as Matrix).shape == Shape(rows: 3, columns: 1))
    }

    @Test("zeros, ones, a repeated value and the identity")
    func creation() {
        #expect(Matrix.zeros(rows: 1, columns: 2) == [[0, 0]])
        #expect(Matrix.ones(rows: 2, columns: 1) == [[1], [1]])
        #expect(Matrix(repeating: -1.5, rows: 2, columns: 3) == [[-1.5, -1.5, -1.5], [-1.5, -1.5, -1.5]])
        #expect(Matrix.identity(0) == [])
        #expect(Matrix.identity(1) == [[1]])
        #expect(Matrix.identity(3) == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    }

    @Test("equal means the same shape and equal elements; NaN equals nothing")
    func equality() {
        #expect(Matrix.zeros(rows: 2, columns: 3) != .zeros(rows: 3, columns: 2))
        #expect(Matrix.zeros(rows: 0, columns: 3) != .zeros(rows: 0, columns: 2))
        #expect([[1, 2]] as Matrix != [[1, 3]])
        #expect([[0]] as Matrix == [[-0.0]])
        let nan: Matrix = [[.nan]]
        #expect(nan != nan)
    }

    @Test("setting an element changes that one alone")
    func setting() {
        var matrix = Matrix.zeros(rows: 2, columns: 3)
        matrix[1, 0] = 5
        matrix[0, 2] += 2
        #expect(matrix == [[0, 0, 2], [5, 0, 0]])
    }

    @Test("a copy never changes with its original")
    func valueSemantics() throws {
        let original: Matrix = [[1, 2], [3, 4]]
        var changed = original
        let copy = changed
        changed[0, 0] = 9
        changed += 1
        try changed += [[1, 1]]
        try changed *= changed
        #expect(changed == [[121, 16], [25, 36]])
        #expect(copy == [[1, 2], [3, 4]])
        #expect(original == [[1, 2], [3, 4]])
    }

    @Test("operations leave what they read as it was")
    func operandsStay() throws {
        let matrix: Matrix = [[1, -2], [3, 4]]
        let row: Matrix = [[1, 2]]
        _ = try matrix + row
        _ = try matmul(matrix, matrix)
        _ = try matrix.replacing(with: 0, where: matrix .< 0)
        _ = [-matrix, matrix.transposed(), matrix.map { $0 * 2 }, maximum(matrix, 0), abs(matrix)]
        #expect(matrix == [[1, -2], [3, 4]])
        #expect(row == [[1, 2]])
    }

    @Test("transposed exchanges rows and columns, in every size", arguments: [0, 1, 2, 7, 8, 9, 33, 70])
    func transposed(_ rows: Int) {
        for columns in [0, 1, 3, 8, 31, 65] {
            let matrix = Matrix.filled(rows, columns) { Double($0 * 100 + $1) }
            let transposed = matrix.transposed()
            #expect(transposed == .filled(columns, rows) { Double($1 * 100 + $0) }, "\(matrix.shape)")
            #expect(transposed.transposed() == matrix, "\(matrix.shape)")
        }
    }

    @Test("map applies a function to every element, once and in order", arguments: sampleShapes)
    func map(_ shape: Shape) {
        let matrix = Matrix.filled(shape.rows, shape.columns) { Double($0 * shape.columns + $1) }
        var seen: [Double] = []
        let mapped = matrix.map { element in
            seen.append(element)
            return 2 * element + 1
        }
        #expect(seen == matrix.elements)
        #expect(mapped == .filled(shape.rows, shape.columns) { Double(2 * ($0 * shape.columns + $1) + 1) })
    }
}
