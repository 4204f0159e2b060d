/// An image of a digit for a terminal: 28 × 28 pixels in 14 lines of 28 characters.
///
/// A character holds two pixels, one above the other: with colour as `▀` in two greys, without as one of ten
/// characters from empty to `@` that stands for the mean of both.
public struct TerminalDigit: TerminalPicture, Equatable {
    /// The pixels row by row from the top, from 0 (paper) to 1 (ink); what is missing is paper.
    public var pixels: [Double]
    /// Whether it is drawn in greys, with codes for 256 colours.
    public var isColoured: Bool

    /// Makes an image for a terminal.
    ///
    /// - Parameters:
    ///   - pixels: 28 × 28 pixels row by row from the top, from 0 (paper) to 1 (ink).
    ///   - isColoured: Whether it is drawn in greys, with codes for 256 colours.
    public init(pixels: [Double], isColoured: Bool) {
        self.pixels = pixels
        self.isColoured = isColoured
    }

    /// The 14 lines from the top; each begins and ends without colour.
    public var lines: [String] {
        (0..<14).map { line in
            let pairs = (0..<28).map { column in
                (upper: pixel(row: 2 * line, column: column), lower: pixel(row: 2 * line + 1, column: column))
            }
            return isColoured ? Self.greys(pairs) : Self.characters(pairs)
        }
    }

    /// A pixel from 0 to 1; one outside takes the nearest end, one that is not a number is paper.
    private func pixel(row: Int, column: Int) -> Double {
        let index = row * 28 + column
        guard index < pixels.count, !pixels[index].isNaN else { return 0 }
        return max(0, min(1, pixels[index]))
    }

    private static func characters(_ pairs: [(upper: Double, lower: Double)]) -> String {
        let shades = Array(" .:-=+*#%@")
        return String(pairs.map { shades[Int((($0.upper + $0.lower) / 2 * 9).rounded())] })
    }

    /// White ink on black, as a terminal has 24 greys from 232, nearly black, to 255, nearly white.
    private static func greys(_ pairs: [(upper: Double, lower: Double)]) -> String {
        var line = ""
        var last = ""
        for pair in pairs {
            let (upper, lower) = (
                232 + Int((pair.upper * 23).rounded()), 232 + Int((pair.lower * 23).rounded())
            )
            let code = "\u{1B}[38;5;\(upper);48;5;\(lower)m"
            line += (code == last ? "" : code) + "▀"
            last = code
        }
        return line + "\u{1B}[0m"
    }
}
