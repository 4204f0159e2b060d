import LinearAlgebra
import Testing

/// What no caller can mean: these end the program, as they do with an array, and say why.
@Suite("Mistakes that end the program")
struct TrapTests {
    @Test("each says what was asked for and what there is", arguments: Mistake.allCases)
    func message(_ mistake: Mistake) async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [mistake] in mistake.make()
        }
        let output = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(output.contains("Fatal error: " + mistake.message))
    }

    enum Mistake: String, CaseIterable, Codable, Sendable {
        case raggedLiteral, longerRow, rowTooLarge, columnTooLarge, negativeRow, negativeColumn, setOutside
        case negativeRows, negativeColumns, negativeIdentity, selectingTooLarge, selectingNegative
        case argmaxWithoutColumns

        func make() {
            var matrix: Matrix = [[1, 2, 3], [4, 5, 6]]
            switch self {
            case .raggedLiteral: matrix = [[1, 2], [3]]
            case .longerRow: matrix = [[1], [2], [3, 4]]
            case .rowTooLarge: _ = matrix[2, 0]
            case .columnTooLarge: _ = matrix[0, 3]
            case .negativeRow: _ = matrix[-1, 2]
            case .negativeColumn: _ = matrix[1, -1]
            case .setOutside: matrix[0, 5] = 1
            case .negativeRows: matrix = .zeros(rows: -1, columns: 2)
            case .negativeColumns: matrix = Matrix(repeating: 1, rows: 2, columns: -3)
            case .negativeIdentity: matrix = .identity(-1)
            case .selectingTooLarge: _ = matrix.selectingRows([0, 2])
            case .selectingNegative: _ = matrix.selectingRows([-1])
            case .argmaxWithoutColumns: _ = Matrix.zeros(rows: 2, columns: 0).rowArgmax()
            }
        }

        var message: String {
            switch self {
            case .raggedLiteral: "Matrix: row 1 of a literal has 1 elements, and row 0 has 2"
            case .longerRow: "Matrix: row 2 of a literal has 2 elements, and row 0 has 1"
            case .rowTooLarge: "Matrix: there is no element [2, 0] in a matrix of shape (2 × 3)"
            case .columnTooLarge: "Matrix: there is no element [0, 3] in a matrix of shape (2 × 3)"
            case .negativeRow: "Matrix: there is no element [-1, 2] in a matrix of shape (2 × 3)"
            case .negativeColumn: "Matrix: there is no element [1, -1] in a matrix of shape (2 × 3)"
            case .setOutside: "Matrix: there is no element [0, 5] in a matrix of shape (2 × 3)"
            case .negativeRows: "Matrix: a matrix cannot have -1 rows and 2 columns"
            case .negativeColumns: "Matrix: a matrix cannot have 2 rows and -3 columns"
            case .negativeIdentity: "Matrix: a matrix cannot have -1 rows and -1 columns"
            case .selectingTooLarge:
                "Matrix.selectingRows: there is no row 2 in a matrix of shape (2 × 3)"
            case .selectingNegative:
                "Matrix.selectingRows: there is no row -1 in a matrix of shape (2 × 3)"
            case .argmaxWithoutColumns:
                "Matrix.rowArgmax: the rows of a matrix of shape (2 × 0) have no largest element"
            }
        }
    }
}
