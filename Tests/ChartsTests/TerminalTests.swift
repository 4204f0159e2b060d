import Charts
import LinearAlgebra
import Testing

@Suite("Terminal") struct TerminalTests {
    @Test("a curve stands in eighths of a line above its lowest value")
    func curve() {
        #expect(
            TerminalCurve(values: [0.7, 0.35, 0.2, 0.1], width: 20, height: 2).lines == [
                "     0.700 │█",
                "         0 │██▅▂",
            ])
        #expect(TerminalCurve(values: [8, 7, 6, 5, 4, 3, 2, 1], height: 1).text == "      8.00 │█▇▆▅▄▃▂▁")
        #expect(
            TerminalCurve(values: [-1, 1], height: 2).lines == ["      1.00 │ █", "     −1.00 │▁█"])
    }

    @Test("what is not finite is a cross, what was not measured is empty, and one epoch is a column")
    func oddValues() {
        #expect(
            TerminalCurve(values: [2, .nan, nil, -.infinity, 1], height: 2).lines == [
                "      2.00 │█× ×", "         0 │█   █",
            ])
        #expect(TerminalCurve(values: [0], height: 1).text == "         0 │▁")
        #expect(TerminalCurve(values: [.nan], height: 1).text == "         0 │×")
        #expect(TerminalCurve(values: [], height: -1).lines == ["No epoch has ended yet."])
        #expect(TerminalCurve(values: [nil], width: -5).lines == ["No epoch has ended yet."])
        #expect(TerminalCurve(values: [.leastNonzeroMagnitude, 1e300], width: 0, height: 0).lines.count == 1)
    }

    @Test("many epochs share columns, each the mean of its own")
    func manyEpochs() {
        let values = [4, 4, 2, 2, 1, 3, 0, 0].map(Double.init)
        #expect(TerminalCurve(values: values, width: 16, height: 1).text == "      4.00 │█▄▄▁")
        let lines = TerminalCurve(values: (0..<1_000).map { Double($0) }, width: 60, height: 6).lines
        #expect(lines.count == 6 && lines.map(\.count).max() == 60)
    }

    let map = DecisionMap(
        title: "", grid: DecisionGrid(x: 0...4, y: 0...2, columns: 4, rows: 2),
        probabilities: [0.1, 0.2, 0.5, .nan, 0.9, 0.8, 0.3, 0.4],
        points: [[0.5, 0.5], [3.5, 1.5], [4, 0], [7, 7]], labels: [0, 1, 0, 1])

    @Test("a map without colour is shaded where class 1 is decided, with letters for the points")
    func plainMap() {
        #expect(
            TerminalDecisionMap(map: map, width: 4, height: 2, isColoured: false).lines == ["░░ x", "o ░o"])
        #expect(
            TerminalDecisionMap(map: map, width: 8, height: 2, isColoured: false).lines == [
                "░░░░   x", " o  ░░?o",
            ])
    }

    @Test("a map with colour changes it where the decision changes, and ends without")
    func colouredMap() {
        let (blue, orange, grey) = ("\u{1B}[30;48;5;117m", "\u{1B}[30;48;5;216m", "\u{1B}[30;48;5;250m")
        #expect(
            TerminalDecisionMap(map: map, width: 4, height: 2, isColoured: true).lines == [
                "\(orange)  \(blue) x\u{1B}[0m", "\(blue)o \(orange) \(grey)o\u{1B}[0m",
            ])
    }

    @Test("a map without probabilities says so, and no size is too small")
    func emptyMap() {
        var empty = map
        empty.probabilities = []
        #expect(
            TerminalDecisionMap(map: empty, isColoured: true).lines == ["No probabilities yet."])
        #expect(TerminalDecisionMap(map: map, width: 0, height: -3, isColoured: false).lines == ["o"])
    }

    @Test("a digit without colour takes ten characters from paper to ink")
    func plainDigit() {
        var pixels = [Double](repeating: 0, count: 784)
        pixels[0] = 1
        pixels[1] = 1
        pixels[29] = 1
        pixels[2] = .nan
        pixels[3] = 99
        pixels[4] = -7
        pixels[783] = 0.5
        let lines = TerminalDigit(pixels: pixels, isColoured: false).lines
        #expect(lines.count == 14 && lines.allSatisfy { $0.count == 28 })
        #expect(lines[0] == "+@ +" + String(repeating: " ", count: 24))
        #expect(lines[13].hasSuffix(" :"))
        #expect(TerminalDigit(pixels: [], isColoured: false).text.allSatisfy { $0.isWhitespace })
    }

    @Test("a digit with colour is half blocks: the upper pixel in front, the lower one behind")
    func colouredDigit() {
        var pixels = [Double](repeating: 0, count: 784)
        pixels[0] = 1
        pixels[29] = 1
        let lines = TerminalDigit(pixels: pixels, isColoured: true).lines
        #expect(lines.count == 14)
        let rest = String(repeating: "▀", count: 26)
        #expect(
            lines[0]
                == "\u{1B}[38;5;255;48;5;232m▀\u{1B}[38;5;232;48;5;255m▀\u{1B}[38;5;232;48;5;232m\(rest)\u{1B}[0m"
        )
    }
}
