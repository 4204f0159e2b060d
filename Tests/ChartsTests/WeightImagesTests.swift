import LinearAlgebra
import Testing

@testable import Charts

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
        #expect(images[2].pixels == [11, 3, 7, 14])
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
