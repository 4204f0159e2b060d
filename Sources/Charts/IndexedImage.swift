import Foundation

/// A small picture of 16 colours at most, as a PNG file inside of a data URI.
///
/// Four bits a pixel and no compression: a digit of 28 × 28 pixels takes 700 characters. As rectangles, one for
/// each run of pixels of one shade, a digit takes 1,000 to 1,500 and the weights of a neuron 5,000.
struct IndexedImage {
    let width: Int
    let height: Int
    /// The colour of each pixel, row by row from the top, as an index into the colours.
    let pixels: [UInt8]
    let colours: [Pixel]

    /// A colour with its opacity, each from 0 to 255.
    struct Pixel: Equatable {
        let red: UInt8
        let green: UInt8
        let blue: UInt8
        let opacity: UInt8
    }

    /// The address that holds the whole file.
    var dataURI: String {
        "data:image/png;base64," + Data(png).base64EncodedString()
    }

    /// The bytes of the file.
    ///
    /// Source: W3C, "Portable Network Graphics Specification", third edition.
    var png: [UInt8] {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let (bitDepth, indexed): (UInt8, UInt8) = (4, 3)
        let header =
            UInt32(width).bigEndianBytes + UInt32(height).bigEndianBytes + [bitDepth, indexed, 0, 0, 0]
        return signature
            + Self.chunk("IHDR", header)
            + Self.chunk("PLTE", colours.flatMap { [$0.red, $0.green, $0.blue] })
            + Self.chunk("tRNS", colours.map(\.opacity))
            + Self.chunk("IDAT", Self.zlib(scanlines))
            + Self.chunk("IEND", [])
    }

    /// Each row of pixels, two to a byte, after the byte that says that it is not filtered.
    private var scanlines: [UInt8] {
        (0..<height).flatMap { row in
            let line = pixels[row * width..<(row + 1) * width]
            let pairs = stride(from: line.startIndex, to: line.endIndex, by: 2).map { index in
                line[index] << 4 | (index + 1 < line.endIndex ? line[index + 1] : 0)
            }
            return [0] + pairs
        }
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let checked = Array(name.utf8) + content
        return UInt32(content.count).bigEndianBytes + checked + crc32(checked).bigEndianBytes
    }

    /// The bytes as a zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4).
    private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        let blockSize = 0xFFFF
        let blocks = stride(from: 0, to: bytes.count, by: blockSize).flatMap { start in
            let block = bytes[start..<min(start + blockSize, bytes.count)]
            let isLast: UInt8 = block.endIndex == bytes.count ? 1 : 0
            let count = UInt16(block.count)
            return [isLast] + count.littleEndianBytes + (~count).littleEndianBytes + block
        }
        return [0x78, 0x01] + blocks + adler32(bytes).bigEndianBytes
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { remainder, byte in
            (0..<8).reduce(remainder ^ UInt32(byte)) { bits, _ in
                bits & 1 == 1 ? bits >> 1 ^ 0xEDB8_8320 : bits >> 1
            }
        }
    }

    private static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (sum, sumOfSums): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            sum = (sum + UInt32(byte)) % 65_521
            sumOfSums = (sumOfSums + sum) % 65_521
        }
        return sumOfSums << 16 | sum
    }
}

extension UInt32 {
    fileprivate var bigEndianBytes: [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) }
    }
}

extension UInt16 {
    fileprivate var littleEndianBytes: [UInt8] {
        [0, 8].map { UInt8(truncatingIfNeeded: self >> $0) }
    }
}
