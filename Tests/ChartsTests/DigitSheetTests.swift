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
