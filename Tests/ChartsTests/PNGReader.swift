import Foundation
import Testing

@testable import Charts

/// Reads what `IndexedImage` writes, by the specification: chunks, checksums, stored blocks, rows.
struct PNGReader {
    let width: Int
    let height: Int
    let pixels: [UInt8]
    let colours: [IndexedImage.Pixel]

    init(dataURI: String) throws {
        let prefix = "data:image/png;base64,"
        try #require(dataURI.hasPrefix(prefix))
        try self.init(Array(#require(Data(base64Encoded: String(dataURI.dropFirst(prefix.count))))))
    }

    init(_ bytes: [UInt8]) throws {
        try #require(bytes.starts(with: [0x89] + Array("PNG\r\n\u{1A}\n".utf8)))
        var chunks: [String: [UInt8]] = [:]
        var rest = bytes.dropFirst(8)
        while !rest.isEmpty {
            let count = Self.number(rest.prefix(4))
            let name = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
            let checked = rest.dropFirst(4).prefix(4 + count)
            try #require(
                Self.number(rest.dropFirst(8 + count).prefix(4)) == Int(Self.crc32(checked)), "\(name)")
            chunks[name] = Array(checked.dropFirst(4))
            rest = rest.dropFirst(12 + count)
        }
        let header = try #require(chunks["IHDR"])
        (width, height) = (Self.number(header[0..<4]), Self.number(header[4..<8]))
        try #require(Array(header[8...]) == [4, 3, 0, 0, 0] && chunks["IEND"] == [])
        let (palette, opacities) = (try #require(chunks["PLTE"]), try #require(chunks["tRNS"]))
        colours = opacities.indices.map { index in
            IndexedImage.Pixel(
                red: palette[3 * index], green: palette[3 * index + 1], blue: palette[3 * index + 2],
                opacity: opacities[index])
        }
        let rowSize = 1 + (width + 1) / 2
        let lines = try Self.inflated(#require(chunks["IDAT"]))
        try #require(lines.count == rowSize * height)
        var pixels: [UInt8] = []
        for start in stride(from: 0, to: lines.count, by: rowSize) {
            let pairs = lines[start + 1..<start + rowSize].flatMap { [$0 >> 4, $0 & 15] }
            pixels += pairs.prefix(width)
        }
        self.pixels = pixels
    }

    private static func inflated(_ stream: [UInt8]) throws -> [UInt8] {
        try #require(stream[0] == 0x78 && number(stream[0..<2]) % 31 == 0)
        var bytes: [UInt8] = []
        var rest = stream.dropFirst(2)
        var isLast = false
        while !isLast {
            let block = Array(rest.prefix(5))
            try #require(block.count == 5)
            isLast = block[0] == 1
            let count = Int(block[1]) + Int(block[2]) << 8
            try #require(Int(block[3]) + Int(block[4]) << 8 == count ^ 0xFFFF)
            bytes += rest.dropFirst(5).prefix(count)
            rest = rest.dropFirst(5 + count)
        }
        // Adler-32 by its definition.
        let sum = 1 + bytes.reduce(0) { $0 + Int($1) }
        let sumOfSums =
            bytes.count + bytes.enumerated().reduce(0) { $0 + (bytes.count - $1.offset) * Int($1.element) }
        try #require(number(rest) == (sumOfSums % 65_521) << 16 | sum % 65_521)
        return bytes
    }

    /// The remainder of the polynomial division, bit by bit from the highest, as the specification defines it.
    private static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var register: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            for bit in 0..<8 {
                let isOdd = register & 1 != UInt32(byte >> bit & 1)
                register = register >> 1 ^ (isOdd ? 0xEDB8_8320 : 0)
            }
        }
        return ~register
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
