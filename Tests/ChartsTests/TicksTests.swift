import Testing

@testable import Charts

@Suite("Ticks") struct TicksTests {
    @Test(
        "an axis is widened to round numbers",
        arguments: [
            (0.0...0.47, ["0", "0.1", "0.2", "0.3", "0.4", "0.5"]), (0...0.3, ["0", "0.1", "0.2", "0.3"]),
            (87...99.7, ["85", "90", "95", "100"]), (-3...8, ["−5", "0", "5", "10"]),
            (0...1e-6, ["0", "2e-7", "4e-7", "6e-7", "8e-7", "1e-6"]),
            (0...2.3e7, ["0", "5e6", "1e7", "1.5e7", "2e7", "2.5e7"]),
        ])
    func covering(range: ClosedRange<Double>, labels: [String]) {
        let ticks = Ticks(covering: range, steps: 5)
        #expect(ticks.labels == labels)
        #expect(ticks.range.lowerBound == ticks.values.first && ticks.range.upperBound == ticks.values.last)
        #expect(ticks.range.lowerBound <= range.lowerBound && ticks.range.upperBound >= range.upperBound)
    }

    @Test(
        "an axis of epochs has whole numbers, its two ends among them",
        arguments: [
            (1...1, ["1"]), (1...2, ["1", "2"]), (1...6, ["1", "2", "3", "4", "5", "6"]),
            (1...20, ["1", "5", "10", "15", "20"]),
            (1...999, ["1", "200", "400", "600", "800", "999"]),
            (1...23, ["1", "5", "10", "15", "20", "23"]),
        ])
    func within(range: ClosedRange<Int>, labels: [String]) {
        let ticks = Ticks(within: range, steps: 6)
        #expect(ticks.labels == labels)
        #expect(
            ticks.range.contains(Double(range.lowerBound)) && ticks.range.contains(Double(range.upperBound)))
    }

    @Test("ticks are few, rising and inside, whatever the size of the numbers")
    func sizes() {
        let exponents = Array(-8...8) + stride(from: -275, through: 295, by: 30)
        let sizes = exponents.map { $0 < 0 ? 1 / Double.powerOfTen(-$0) : Double.powerOfTen($0) }
        let ranges = sizes.flatMap { [-1.7 * $0...3.3 * $0, 0...$0, $0...1.001 * $0, $0...$0] }
        for range in ranges {
            for ticks in [Ticks(covering: range, steps: 5), Ticks(inside: range, steps: 5)] {
                #expect((2...8).contains(ticks.values.count))
                #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
                #expect(ticks.values.allSatisfy { $0.isFinite })
                #expect(Set(ticks.labels).count == ticks.labels.count)
            }
        }
    }
}
