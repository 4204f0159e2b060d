import Testing

@testable import Charts

@Suite("Clipping") struct ClippingTests {
    private typealias Point = FunctionPlot.Point

    private let clipping = Clipping(
        PlotArea(
            top: 0, height: 100, horizontal: Ticks(inside: 0...4, steps: 4),
            vertical: Ticks(inside: 0...2, steps: 2)))

    @Test("a line inside of the plot stays as it is")
    func inside() {
        let line = [Point(0, 0), Point(1, 2), Point(4, 1)]
        #expect(clipping.runs(of: line) == [line])
    }

    @Test("what leaves the plot is cut at its edge, and what comes back is a run of its own")
    func cut() {
        let runs = clipping.runs(of: [Point(0, 1), Point(1, 3), Point(2, 3), Point(3, 1), Point(5, 1)])
        #expect(
            runs == [
                [Point(0, 1), Point(0.5, 2)], [Point(2.5, 2), Point(3, 1), Point(4, 1)],
            ])
    }

    @Test("a line right across the plot is cut at both edges, and one that passes it by is not drawn")
    func across() {
        #expect(clipping.runs(of: [Point(-1, 1), Point(7, 1)]) == [[Point(0, 1), Point(4, 1)]])
        #expect(clipping.runs(of: [Point(2, 4), Point(2, -4)]) == [[Point(2, 2), Point(2, 0)]])
        #expect(clipping.runs(of: [Point(0, 3), Point(4, 3)]).isEmpty)
        #expect(clipping.runs(of: [Point(-1, 1), Point(1, 4)]).isEmpty)
    }

    @Test("what cannot be drawn breaks the line", arguments: [Double.nan, .infinity, -.infinity, 1e301])
    func broken(value: Double) {
        let line = [Point(0, 1), Point(1, 1), Point(2, value), Point(3, 1), Point(4, 1)]
        #expect(clipping.runs(of: line) == [[Point(0, 1), Point(1, 1)], [Point(3, 1), Point(4, 1)]])
    }
}
