import Testing

@testable import Charts

@Suite("PlotLine") struct PlotLineTests {
    @Test("few values are all kept")
    func few() {
        let line = PlotLine((1...20).map(Double.init), buckets: 10)
        #expect(line.runs.map { $0.map(\.epoch) } == [Array(1...20)])
    }

    @Test("of many, the ends and every spike are kept, in order", arguments: [1_000, 1_001, 54_321])
    func many(count: Int) throws {
        var values = (0..<count).map { 1 / Double($0 + 1) }
        values[count / 3] = 50
        values[count / 2] = -50
        let line = PlotLine(values, buckets: 160)
        let run = try #require(line.runs.first)
        #expect(run.count <= 322)
        #expect(run.first?.epoch == 1 && run.last?.epoch == count)
        #expect(run.contains { $0.value == 50 } && run.contains { $0.value == -50 })
        #expect(zip(run, run.dropFirst()).allSatisfy { $0.epoch < $1.epoch })
        #expect(run.allSatisfy { values[$0.epoch - 1] == $0.value })
    }

    @Test("thinning does not close a gap")
    func gap() {
        var values = [Double](repeating: 1, count: 1_000)
        values[500] = .nan
        let line = PlotLine(values, buckets: 160)
        #expect(line.broken == [501])
        #expect(line.runs.count == 2)
        #expect(line.runs[0].last?.epoch == 500 && line.runs[1].first?.epoch == 502)
    }
}
