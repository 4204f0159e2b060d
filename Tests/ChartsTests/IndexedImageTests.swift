import Testing

@testable import Charts

@Suite("IndexedImage") struct IndexedImageTests {
    @Test("is a PNG file that holds its pixels", arguments: [(1, 1), (3, 2), (28, 28), (400, 400)])
    func readBack(width: Int, height: Int) throws {
        let pixels = (0..<width * height).map { UInt8(truncatingIfNeeded: $0 * 7 % 16) }
        let image = IndexedImage(
            width: width, height: height, pixels: pixels, colours: ColourScale.diverging(opacity: 0.6))
        let read = try PNGReader(dataURI: image.dataURI)
        #expect(read.width == width && read.height == height)
        #expect(read.pixels == pixels)
        #expect(read.colours == image.colours)
    }

    @Test("has the checksum that the specification's empty end has")
    func end() {
        let image = IndexedImage(width: 1, height: 1, pixels: [0], colours: ColourScale.mask)
        #expect(image.png.suffix(4) == [0xAE, 0x42, 0x60, 0x82])
    }

    @Test("of a digit is as small as its documentation says")
    func size() {
        let digit = IndexedImage(
            width: 28, height: 28, pixels: [UInt8](repeating: 3, count: 784), colours: ColourScale.mask)
        #expect((600...800).contains(digit.dataURI.utf8.count))
    }
}
