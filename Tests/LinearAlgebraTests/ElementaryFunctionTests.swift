import LinearAlgebra
import Testing

// No Foundation here: this is what a student's file sees.
@Suite("Elementary functions")
struct ElementaryFunctionTests {
    @Test("exp, log, sqrt, tanh and abs of a matrix, element by element")
    func matrix() {
        let e = 2.718_281_828_459_045
        expectClose(exp([[0, 1], [-1, 2]]), [[1, e], [1 / e, e * e]])
        expectClose(log([[1, e], [e * e, 0.5]]), [[0, 1], [2, -0.693_147_180_559_945_3]])
        #expect(sqrt([[0, 1, 2.25, 1e300]]) == [[0, 1, 1.5, 1e150]])
        expectClose(
            tanh([[0, 1, -1, 100]]), [[0, 0.761_594_155_955_764_9, -0.761_594_155_955_764_9, 1]])
        #expect(abs([[-1.5, 0], [2, -.infinity]]) == [[1.5, 0], [2, .infinity]])
        #expect(abs([[-0.0]]).isIdentical(to: [[0]]))
    }

    @Test("exp, log, sqrt, tanh, pow and abs of a number, written whole or with a fraction")
    func number() {
        #expect(exp(0) == 1)
        #expect(exp(0.0) == 1)
        #expect(Swift.abs(exp(1) - 2.718_281_828_459_045) < 1e-15)
        #expect(Swift.abs(log(2) - 0.693_147_180_559_945_3) < 1e-16)
        #expect(log(1.0) == 0)
        #expect(sqrt(2.25) == 1.5)
        #expect(sqrt(4) == 2)
        #expect(tanh(0.0) == 0)
        #expect(Swift.abs(tanh(1) - 0.761_594_155_955_764_9) < 1e-15)
        #expect(pow(2, 10) == 1024)
        #expect(pow(2.0, -1) == 0.5)
        #expect(abs(-1.5) == 1.5)
        #expect(abs(-3) as Int == 3)
    }

    @Test("outside of their domain they are infinite or NaN, and end nothing")
    func special() {
        let x: Matrix = [[-1, 0, .infinity, -.infinity, .nan]]
        let infinity = Double.infinity
        #expect(
            exp([[1000, -1000, infinity, -infinity, .nan]]).isIdentical(to: [
                [infinity, 0, infinity, 0, .nan]
            ]))
        #expect(log(x).isIdentical(to: [[.nan, -infinity, infinity, .nan, .nan]]))
        #expect(sqrt(x).isIdentical(to: [[.nan, 0, infinity, .nan, .nan]]))
        #expect(tanh(x * 100).isIdentical(to: [[-1, 0, 1, -1, .nan]]))
        #expect(abs(x).isIdentical(to: [[1, 0, infinity, infinity, .nan]]))
        #expect(exp(1000.0) == infinity)
        #expect(log(0.0) == -infinity)
        #expect(log(-1.0).isNaN)
        #expect(sqrt(-1.0).isNaN)
        #expect(pow(0.0, 0) == 1)
    }

    @Test("maximum, minimum and clip bring elements to their bounds")
    func bounds() {
        let x: Matrix = [[-3, -1, 0], [0.5, 1, 7]]
        #expect(maximum(x, 0) == [[0, 0, 0], [0.5, 1, 7]])
        #expect(minimum(x, 0.5) == [[-3, -1, 0], [0.5, 0.5, 0.5]])
        #expect(clip(x, min: -1, max: 1) == [[-1, -1, 0], [0.5, 1, 1]])
        #expect(clip(x, min: 2, max: 2) == Matrix(repeating: 2, rows: 2, columns: 3))
    }

    @Test("maximum, minimum and clip let NaN pass, in the matrix and as the bound")
    func boundsOfNaN() {
        let x: Matrix = [[.nan, -.infinity, 1, .infinity]]
        #expect(maximum(x, 0).isIdentical(to: [[.nan, 0, 1, .infinity]]))
        #expect(minimum(x, 0).isIdentical(to: [[.nan, -.infinity, 0, 0]]))
        #expect(clip(x, min: 0, max: 2).isIdentical(to: [[.nan, 0, 1, 2]]))
        #expect(maximum(x, .nan).isIdentical(to: Matrix(repeating: .nan, rows: 1, columns: 4)))
        #expect(minimum(x, .nan).isIdentical(to: Matrix(repeating: .nan, rows: 1, columns: 4)))
        #expect(clip(x, min: -.infinity, max: .infinity).isIdentical(to: x))
    }

    @Test("the shape stays, with or without elements", arguments: sampleShapes)
    func shape(_ shape: Shape) {
        let x = Matrix.ones(rows: shape.rows, columns: shape.columns)
        let results = [
            exp(x), log(x), sqrt(x), tanh(x), abs(x), maximum(x, 0), minimum(x, 0),
            clip(x, min: 0, max: 1), -x, x + 1, 1 / x, x .> 0,
        ]
        for result in results {
            #expect(result.shape == shape)
            #expect(result.elements.count == shape.rows * shape.columns)
        }
    }

    private func expectClose(
        _ result: Matrix, _ expected: Matrix, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            result.isClose(to: expected, relativeTolerance: 1e-15, absoluteTolerance: 1e-16),
            "\(result) should be \(expected)", sourceLocation: sourceLocation)
    }
}
