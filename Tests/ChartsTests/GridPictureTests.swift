import LinearAlgebra
import Testing

@testable import Charts

@Suite("DigitSheet") struct DigitSheetTests {
    let sheet = DigitSheet(
        title: "Digits",
        images: Matrix(
            repeating: 0, rows: 4, columns: 784), truths: [3, 1, 8, 5], predictions: [3, 7, 8, 6])

    @Test("the misread digits come first, each with what was read and what it is")
    func order() throws {
        let file = try XMLReader(sheet.svg)
        #expect(file.elements("text", style: "small").map(\.text) == ["7, is 1", "6, is 5", "3", "8"])
        #expect(file.elements("rect", style: "mistake").count == 2)
        #expect(file.elements("rect", style: "tile").count == 4)
        #expect(file.texts.contains("2 of 4 misread; those come first."))
    }

    @Test("no more are shown than asked for, and all are counted")
    func limit() throws {
        var few = sheet
        few.limit = 1
        let file = try XMLReader(few.svg)
        #expect(file.elements("text", style: "small").map(\.text) == ["7, is 1"])
        #expect(file.texts.contains("2 of 4 misread; those come first."))
    }

    @Test("an image holds its pixels in 16 greys, clipped to 0…1")
    func pixels() throws {
        var images = Matrix(repeating: 0, rows: 1, columns: 784)
        for (column, value) in [1, 0.5, -3, 9, .nan, 1 / 15].enumerated() { images[0, column] = value }
        images[0, 783] = 1
        let file = try XMLReader(DigitSheet(title: "", images: images, truths: [1], predictions: [1]).svg)
        let image = try PNGReader(dataURI: #require(file.elements("image").first?.attributes["href"]))
        #expect(image.width == 28 && image.height == 28)
        #expect(image.pixels.prefix(7) == [15, 8, 0, 15, 0, 1, 0] && image.pixels.last == 15)
        #expect(file.texts.contains("All 1 were read rightly."))
    }

    @Test("its mask is the one its ink asks for")
    func mask() throws {
        let file = try XMLReader(sheet.svg)
        let id = try #require(file.elements("mask").first?.attributes["id"])
        #expect(file.elements("g").compactMap { $0.attributes["mask"] } == ["url(#\(id))"])
    }
}

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

    @Test("a row without samples has no share")
    func noSamples() throws {
        let file = try XMLReader(ConfusionMatrix(title: "", counts: [[0, 0], [0, 1]]).svg)
        #expect(file.elements("text", style: "small").map(\.text) == ["–", "100%"])
    }
}

@Suite("WeightImages") struct WeightImagesTests {
    @Test("each column is an image, and all have one scale")
    func scale() throws {
        let weights: Matrix = [[-2, 1], [0, -1], [2, 0.1], [.nan, 9]]
        let file = try XMLReader(WeightImages(title: "", weights: weights).svg)
        let images = try file.elements("image").map {
            try PNGReader(dataURI: #require($0.attributes["href"]))
        }
        #expect(images.count == 3, "the bar and two neurons")
        #expect(images[0].pixels == Array(0..<15))
        // The largest but for one in 200 is 2: of these few, all but the largest.
        #expect(images[1].pixels == [0, 7, 14, 15])
        #expect(images[2].pixels == [11, 4, 7, 14])
        #expect(file.texts.contains("≤ −2.00") && file.texts.contains("≥ 2.00"))
    }

    @Test("no more are shown than asked for, and that is said")
    func limit() throws {
        let weights = Matrix(repeating: 1, rows: 9, columns: 12)
        let file = try XMLReader(WeightImages(title: "", weights: weights, limit: 5).svg)
        #expect(file.elements("image").count == 6)
        #expect(file.texts.contains("5 of 12 neurons"))
    }
}
