import LinearAlgebra
import Testing

@Suite("Reductions")
struct ReductionTests {
    let matrix: Matrix = [[1, -2, 6], [3, 4, -5]]

    @Test("sums, means and maxima of columns, as one row")
    func columns() {
        #expect(matrix.columnSums() == [[4, 2, 1]])
        #expect(matrix.columnMeans() == [[2, 1, 0.5]])
        #expect(matrix.columnMaxima() == [[3, 4, 6]])
    }

    @Test("sums, means and maxima of rows, as one column")
    func rows() {
        #expect(matrix.rowSums() == [[5], [2]])
        #expect(([[1, 2, 6], [3, 4, -1]] as Matrix).rowMeans() == [[3], [2]])
        #expect(matrix.rowMaxima() == [[6], [4]])
    }

    @Test("sum, mean, min and max of all elements")
    func all() {
        #expect(matrix.sum() == 7)
        #expect(matrix.mean() == 7.0 / 6)
        #expect(matrix.min() == -5)
        #expect(matrix.max() == 6)
    }

    @Test("every reduction agrees with a plain loop, terms added in order", arguments: [1, 2, 7, 8, 9, 33])
    func naive(_ rows: Int) {
        var generator = SeededGenerator(seed: UInt64(rows))
        for columns in [1, 2, 8, 15, 64, 67] {
            let x = Matrix.normal(rows: rows, columns: columns, using: &generator)
            let table = (0..<rows).map { row in (0..<columns).map { x[row, $0] } }
            let turned = (0..<columns).map { column in (0..<rows).map { x[$0, column] } }
            #expect(x.rowSums().elements == table.map { $0.reduce(0, +) })
            #expect(x.rowMeans().elements == table.map { $0.reduce(0, +) / Double(columns) })
            #expect(x.rowMaxima().elements == table.map { $0.max() })
            #expect(x.rowArgmax() == table.map { row in row.indices.max { row[$0] < row[$1] } })
            #expect(x.columnSums().elements == turned.map { $0.reduce(0, +) })
            #expect(x.columnMeans().elements == turned.map { $0.reduce(0, +) / Double(rows) })
            #expect(x.columnMaxima().elements == turned.map { $0.max() })
            #expect(x.sum() == table.joined().reduce(0, +))
            #expect(x.mean() == table.joined().reduce(0, +) / Double(rows * columns))
            #expect(x.min() == table.joined().min())
            #expect(x.max() == table.joined().max())
            #expect(x.rowSums().shape == Shape(rows: rows, columns: 1))
            #expect(x.rowMaxima().shape == Shape(rows: rows, columns: 1))
            #expect(x.columnSums().shape == Shape(rows: 1, columns: columns))
            #expect(x.columnMaxima().shape == Shape(rows: 1, columns: columns))
        }
    }

    @Test("of a (1 × 1) matrix each is its element")
    func oneElement() {
        let one: Matrix = [[-3]]
        for reduced in [
            one.columnSums(), one.columnMeans(), one.columnMaxima(), one.rowSums(), one.rowMeans(),
            one.rowMaxima(),
        ] {
            #expect(reduced == one)
        }
        #expect([one.sum(), one.mean(), one.min(), one.max()] == [-3, -3, -3, -3])
        #expect(one.rowArgmax() == [0])
    }

    @Test("of nothing: sums are 0, means NaN, maxima −∞, the minimum ∞", arguments: [(0, 0), (0, 3), (3, 0)])
    func nothing(rows: Int, columns: Int) {
        func row(_ value: Double) -> Matrix { Matrix(repeating: value, rows: 1, columns: columns) }
        func column(_ value: Double) -> Matrix { Matrix(repeating: value, rows: rows, columns: 1) }
        let empty = Matrix.zeros(rows: rows, columns: columns)
        #expect(empty.columnSums() == row(0))
        #expect(empty.columnMeans().isIdentical(to: row(rows == 0 ? .nan : 0)))
        #expect(empty.columnMaxima() == row(-.infinity))
        #expect(empty.rowSums() == column(0))
        #expect(empty.rowMeans().isIdentical(to: column(columns == 0 ? .nan : 0)))
        #expect(empty.rowMaxima() == column(-.infinity))
        #expect(empty.sum() == 0)
        #expect(empty.mean().isNaN)
        #expect(empty.min() == .infinity)
        #expect(empty.max() == -.infinity)
    }

    @Test("the arg-max of no rows is no index, whatever the columns", arguments: [0, 3])
    func noRows(_ columns: Int) {
        #expect(Matrix.zeros(rows: 0, columns: columns).rowArgmax() == [])
    }

    @Test("of equal largest elements rowArgmax takes the first")
    func ties() {
        #expect(([[2, 2, 2], [1, 3, 3], [0, 1, 0]] as Matrix).rowArgmax() == [0, 1, 1])
        #expect(([[-.infinity, -.infinity], [0, -0.0], [-0.0, 0]] as Matrix).rowArgmax() == [0, 0, 0])
    }

    @Test("NaN passes through wherever it stands, and only where it stands", arguments: 0..<3)
    func notANumber(_ place: Int) {
        var x: Matrix = [[1, 2, 3], [4, 5, 6]]
        x[0, place] = .nan
        #expect(x.rowMaxima().isIdentical(to: [[.nan], [6]]))
        #expect(x.rowSums().isIdentical(to: [[.nan], [15]]))
        #expect(x.rowArgmax() == [place, 2])
        #expect(x.columnMaxima().elements.map(\.isNaN) == (0..<3).map { $0 == place })
        #expect(x.transposed().columnMaxima().isIdentical(to: [[.nan, 6]]))
        #expect(x.min().isNaN)
        #expect(x.max().isNaN)
        #expect(x.sum().isNaN)
        #expect(x.mean().isNaN)
    }

    @Test("rowArgmax takes the first NaN of several")
    func firstNaN() {
        #expect(([[1, .nan, 9, .nan], [.nan, .infinity, .nan, 0]] as Matrix).rowArgmax() == [1, 0])
    }

    @Test("infinities pass through; opposite ones add up to NaN")
    func infinity() {
        let x: Matrix = [[.infinity, 1, -.infinity], [2, -.infinity, -.infinity]]
        #expect(x.rowSums().isIdentical(to: [[.nan], [-.infinity]]))
        #expect(x.columnSums() == [[.infinity, -.infinity, -.infinity]])
        #expect(x.rowMaxima() == [[.infinity], [2]])
        #expect(x.columnMaxima() == [[.infinity, 1, -.infinity]])
        #expect(x.rowArgmax() == [0, 0])
        #expect(x.min() == -.infinity)
        #expect(x.max() == .infinity)
    }
}
