import LinearAlgebra
import Testing

@testable import Charts

@Suite("DecisionGrid") struct DecisionGridTests {
    @Test("the grid asks at the middles of its cells, from the lower left, row by row")
    func inputs() {
        let grid = DecisionGrid(x: 0...4, y: 10...12, columns: 4, rows: 2)
        #expect(grid.inputs.columnValues(0) == [0.5, 1.5, 2.5, 3.5, 0.5, 1.5, 2.5, 3.5])
        #expect(grid.inputs.columnValues(1) == [10.5, 10.5, 10.5, 10.5, 11.5, 11.5, 11.5, 11.5])
    }

    @Test("a grid around points leaves a tenth of their spread on each side")
    func around() {
        let grid = DecisionGrid(around: [[0, 5], [10, 7], [.nan, .infinity]])
        #expect(grid.x == -1...11)
        #expect(grid.y.lowerBound == 4.8 && grid.y.upperBound == 7.2)
        #expect(grid.columns == 60 && grid.rows == 60)
    }

    @Test("a grid that cannot be drawn becomes one that can")
    func usable() {
        let grid = DecisionGrid(x: 0 ... .infinity, y: 3...3, columns: 0, rows: 1_000)
        #expect(grid.x == -1...1 && grid.y == 2.5...3.5)
        #expect(grid.columns == 1 && grid.rows == 400)
    }
}
