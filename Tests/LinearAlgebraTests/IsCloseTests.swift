import LinearAlgebra
import Testing

@Suite("isClose")
struct IsCloseTests {
    private func close(_ a: Double, _ b: Double, relative: Double = 0, absolute: Double = 0) -> Bool {
        ([[a]] as Matrix).isClose(to: [[b]], relativeTolerance: relative, absoluteTolerance: absolute)
    }

    @Test("the absolute tolerance is a difference, its end included")
    func absolute() {
        #expect(close(1, 1))
        #expect(close(1, 1.5, absolute: 0.5))
        #expect(close(1.5, 1, absolute: 0.5))
        #expect(!close(1, 1.5.nextUp, absolute: 0.5))
        #expect(!close(1, 1.0.nextUp))
    }

    @Test("the relative tolerance is a share of the matrix compared with, not of this one")
    func relative() {
        #expect(close(75, 100, relative: 0.25))
        #expect(!close(100, 75, relative: 0.25))
        #expect(close(-75, -100, relative: 0.25))
        #expect(!close(0.1, 0, relative: 0.9))
    }

    @Test("both tolerances add up")
    func sum() {
        #expect(close(7, 4, relative: 0.5, absolute: 1))
        #expect(!close(7.25, 4, relative: 0.5, absolute: 1))
    }

    @Test("an infinity is close to itself only, whatever the tolerance")
    func infinities() {
        #expect(close(.infinity, .infinity))
        #expect(close(-.infinity, -.infinity))
        for tolerance in [0, 1, 1e300] {
            #expect(!close(.infinity, -.infinity, relative: tolerance, absolute: tolerance))
            #expect(!close(.infinity, 1, relative: tolerance, absolute: tolerance))
            #expect(!close(1, .infinity, relative: tolerance, absolute: tolerance))
        }
    }

    @Test("NaN is close to nothing")
    func notANumber() {
        for other in [0, .infinity, .nan] {
            #expect(!close(.nan, other, relative: 1, absolute: 1e300))
            #expect(!close(other, .nan, relative: 1, absolute: 1e300))
        }
    }

    @Test("one element too far, wherever it is, is enough", arguments: 0..<6)
    func everyElement(_ place: Int) throws {
        let x: Matrix = [[1, 2, 3], [4, 5, 6]]
        var other = x
        other[place / 3, place % 3] += 0.1
        #expect(!x.isClose(to: other, relativeTolerance: 1e-3, absoluteTolerance: 0))
        #expect(x.isClose(to: other, relativeTolerance: 0, absoluteTolerance: 0.11))
    }

    @Test("another shape is never close, not even without elements")
    func shapes() {
        let row = Matrix.ones(rows: 1, columns: 4)
        for (rows, columns) in [(4, 1), (2, 2), (1, 1), (1, 5)] {
            let other = Matrix.ones(rows: rows, columns: columns)
            #expect(!row.isClose(to: other, relativeTolerance: 1, absoluteTolerance: 1))
        }
        let empty = Matrix.zeros(rows: 0, columns: 3)
        #expect(empty.isClose(to: empty, relativeTolerance: 0, absoluteTolerance: 0))
        #expect(!empty.isClose(to: .zeros(rows: 3, columns: 0), relativeTolerance: 1, absoluteTolerance: 1))
    }
}
