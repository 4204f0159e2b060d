import LinearAlgebra
import Testing

@Suite("selectingRows")
struct SelectingRowsTests {
    let matrix: Matrix = [[1, 2], [3, 4], [5, 6]]

    @Test("any order, and as often as named")
    func order() {
        #expect(matrix.selectingRows([2, 0]) == [[5, 6], [1, 2]])
        #expect(matrix.selectingRows([1, 1, 0, 1]) == [[3, 4], [3, 4], [1, 2], [3, 4]])
        #expect(matrix.selectingRows([0, 1, 2]) == matrix)
    }

    @Test("any collection of indices")
    func collections() {
        #expect(matrix.selectingRows(1..<3) == [[3, 4], [5, 6]])
        #expect(matrix.selectingRows((0..<3).reversed()) == [[5, 6], [3, 4], [1, 2]])
        #expect(matrix.selectingRows([9, 2, 1][1...]) == [[5, 6], [3, 4]])
        #expect(matrix.selectingRows(stride(from: 0, to: 3, by: 2).map(\.self)) == [[1, 2], [5, 6]])
        #expect(matrix.selectingRows(CollectionOfOne(1)) == [[3, 4]])
        #expect(matrix.selectingRows([0: 2].values) == [[5, 6]])
        #expect(matrix.selectingRows((0..<3).lazy.filter { $0 != 1 }) == [[1, 2], [5, 6]])
    }

    @Test("no index gives no row, and the columns are kept")
    func none() {
        #expect(matrix.selectingRows([]) == .zeros(rows: 0, columns: 2))
        #expect(Matrix.zeros(rows: 0, columns: 3).selectingRows([]) == .zeros(rows: 0, columns: 3))
        #expect(Matrix.zeros(rows: 2, columns: 0).selectingRows([1, 0, 1]) == .zeros(rows: 3, columns: 0))
    }
}
