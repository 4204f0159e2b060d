import Testing

@testable import Charts

@Suite("ConfusionMatrix") struct ConfusionMatrixTests {
    @Test("pairs are counted by truth and prediction; what is out of range is left out")
    func counting() {
        let matrix = ConfusionMatrix(
            title: "", truths: [0, 0, 1, 2, 2, -1, 3, 0], predictions: [0, 1, 1, 0, 2, 0, 0, 9], classes: 3)
        #expect(matrix.counts == [[1, 1, 0], [0, 1, 0], [1, 0, 1]])
    }

    @Test("every cell tells its number, and every row the share that was right")
    func numbers() throws {
        let file = try XMLReader(
            ConfusionMatrix(title: "", counts: [[30, 10], [0, 7]], names: ["cat"]).svg)
        let cells = file.elements("text").filter { $0.attributes["style"] != nil }
        #expect(cells.map(\.text) == ["30", "10", "0", "7"])
        #expect(cells[0].number("y") == cells[1].number("y") && cells[0].number("x") == cells[2].number("x"))
        #expect(file.elements("text", style: "small").map(\.text) == ["75%", "100%"])
        #expect(file.texts.filter { $0 == "cat" }.count == 2 && file.texts.filter { $0 == "1" }.count == 2)
    }

    @Test("colour grows with the share of the row, blue where it is right and orange where not")
    func colours() throws {
        let file = try XMLReader(ConfusionMatrix(title: "", counts: [[3, 1], [0, 500]]).svg)
        let opacities = file.elements("g").compactMap { $0.number("opacity") }
        #expect(opacities == [0.89, 0.6, 1])
        #expect(file.elements("rect", style: "right").count == 2)
        #expect(file.elements("rect", style: "mistaken").count == 1)
    }

    @Test("a number is never cut, but set smaller")
    func large() throws {
        let counts = (0..<10).map { _ in [Int](repeating: 123_456, count: 10) }
        let file = try XMLReader(ConfusionMatrix(title: "", counts: counts).svg)
        #expect(file.texts.filter { $0 == "123456" }.count == 100)
    }

    @Test("of too many classes only that is said")
    func tooManyClasses() throws {
        for (count, isDrawn) in [(40, true), (41, false)] {
            let counts = [[Int]](repeating: [1], count: count)
            let texts = try XMLReader(ConfusionMatrix(title: "", counts: counts).svg).texts
            #expect(texts.contains("\(count) classes are too many to draw.") != isDrawn)
        }
    }

    @Test("a row without samples has no share")
    func noSamples() throws {
        let file = try XMLReader(ConfusionMatrix(title: "", counts: [[0, 0], [0, 1]]).svg)
        #expect(file.elements("text", style: "small").map(\.text) == ["–", "100%"])
    }
}
