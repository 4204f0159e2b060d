import LinearAlgebra
import Testing

@Suite("Masks")
struct MaskTests {
    @Test("every comparison with NaN is 0, with infinity as with any number")
    func special() throws {
        let x: Matrix = [[.nan, -.infinity, .infinity, 0]]
        #expect((x .< 1) == [[0, 1, 0, 1]])
        #expect((x .<= 1) == [[0, 1, 0, 1]])
        #expect((x .> 1) == [[0, 0, 1, 0]])
        #expect((x .>= 1) == [[0, 0, 1, 0]])
        #expect((x .== .infinity) == [[0, 0, 1, 0]])
        #expect(try (x .== x) == [[0, 1, 1, 1]])
        #expect(try (x .<= x) == [[0, 1, 1, 1]])
        #expect(try (x .>= x) == [[0, 1, 1, 1]])
        #expect(try (x .< x) == [[0, 0, 0, 0]])
        #expect((x .== .nan) == [[0, 0, 0, 0]])
        #expect((.nan .< x) == [[0, 0, 0, 0]])
    }

    @Test("zero and minus zero are equal")
    func zeros() {
        let x: Matrix = [[0, -0.0]]
        #expect((x .== 0) == [[1, 1]])
        #expect((x .< 0) == [[0, 0]])
        #expect((x .>= -0.0) == [[1, 1]])
    }

    @Test("a mask selects by multiplication")
    func selects() throws {
        let x: Matrix = [[-1, 2], [3, -4]]
        #expect(try x * (x .> 0) == [[0, 2], [3, 0]])
    }
}

@Suite("replacing")
struct ReplacingTests {
    @Test("replaces where the mask is not 0, and nothing else")
    func replaces() throws {
        let x: Matrix = [[1, 2, 3], [4, 5, 6]]
        #expect(
            try x.replacing(with: -1, where: [[1, 0, 0], [0, 2, -0.5]]) == [[-1, 2, 3], [4, -1, -1]])
        #expect(try x.replacing(with: 0, where: x .> 2) == [[1, 2, 0], [0, 0, 0]])
        #expect(try x.replacing(with: 0, where: [[-0.0, 0, 0], [0, 0, 0]]) == x)
    }

    @Test("takes the place of NaN and infinity, where multiplication by a mask would not")
    func special() throws {
        let x: Matrix = [[.nan, .infinity, 1]]
        #expect(try x.replacing(with: 0, where: [[1, 1, 0]]) == [[0, 0, 1]])
        #expect(try x.replacing(with: .nan, where: [[1, 0, 1]]).isIdentical(to: [[.nan, .infinity, .nan]]))
        #expect(try x.replacing(with: 5, where: [[0, .nan, 0]]).isIdentical(to: [[.nan, 5, 1]]))
    }

    @Test("a mask of any other shape is a ShapeError: masks are not repeated")
    func mismatch() {
        let x = Matrix.zeros(rows: 2, columns: 3)
        for (rows, columns) in [(1, 3), (2, 1), (1, 1), (3, 2), (0, 0), (2, 4)] {
            let mask = Matrix.ones(rows: rows, columns: columns)
            let error = ShapeError(operation: "replacing(with:where:)", left: x.shape, right: mask.shape)
            #expect(throws: error) { try x.replacing(with: 1, where: mask) }
        }
    }

    @Test("every shape", arguments: sampleShapes)
    func shapes(_ shape: Shape) throws {
        let x = Matrix.zeros(rows: shape.rows, columns: shape.columns)
        let ones = Matrix.ones(rows: shape.rows, columns: shape.columns)
        #expect(try x.replacing(with: 1, where: ones) == ones)
        #expect(try x.replacing(with: 1, where: x) == x)
    }
}
