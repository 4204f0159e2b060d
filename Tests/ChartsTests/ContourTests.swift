import Testing

@testable import Charts

@Suite("Contour") struct ContourTests {
    @Test("a saddle is cut as its middle says")
    func saddle() {
        for (low, isJoined) in [(0.2, true), (-5, false)] {
            // High at the lower left and the upper right.
            let pieces = Contour.half(of: [0.9, low, low, 0.9], columns: 2)
            #expect(pieces.count == 2)
            // Where the middle is high, each piece cuts a low corner off: the lower right or the upper left.
            let sums = pieces.map { $0.from.column - $0.from.row + $0.to.column - $0.to.row }
            #expect(sums.contains { abs($0) > 1e-9 } == isJoined)
        }
    }

    @Test("the line around a round hill is closed")
    func closed() {
        let hill = (0..<81).map { index -> Double in
            let (x, y) = (Double(index % 9) - 4.2, Double(index / 9) - 3.9)
            return 1 / (1 + (x * x + y * y) / 5)
        }
        var ends: [String: Int] = [:]
        let pieces = Contour.half(of: hill, columns: 9)
        for point in pieces.flatMap({ [$0.from, $0.to] }) {
            ends["\(point.column.coordinateText) \(point.row.coordinateText)", default: 0] += 1
            let (x, y) = (point.column - 4.2, point.row - 3.9)
            #expect(abs((x * x + y * y).squareRoot() - 5.0.squareRoot()) < 0.1)
        }
        #expect(pieces.count > 8 && ends.values.allSatisfy { $0 == 2 })
    }
}
