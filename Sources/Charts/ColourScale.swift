/// Sixteen colours for numbers, as an `IndexedImage` holds them.
///
/// Their opacity tells the number, so that the page shows through: one image is right on white and on dark.
enum ColourScale {
    /// Blue below the middle, orange above it, nothing in the middle, in 15 steps; the sixteenth is grey, for
    /// what is not a number.
    ///
    /// - Parameter opacity: The opacity of the two ends, from 0 to 1.
    /// - Returns: The 16 colours, the lowest first.
    static func diverging(opacity: Double) -> [IndexedImage.Pixel] {
        let steps = (0..<15).map { step in
            let strength = UInt8((Double(abs(step - 7)) / 7 * opacity * 255).rounded())
            return step < 7
                ? IndexedImage.Pixel(red: 0x2F, green: 0x7F, blue: 0xE0, opacity: strength)
                : IndexedImage.Pixel(red: 0xE8, green: 0x79, blue: 0x1A, opacity: strength)
        }
        return steps + [IndexedImage.Pixel(red: 0x80, green: 0x80, blue: 0x80, opacity: 0x80)]
    }

    /// The step of the diverging scale for a number from −1 to 1; what lies outside takes the nearest end.
    static func step(of value: Double) -> UInt8 {
        value.isNaN ? 15 : UInt8((max(-1, min(1, value)) * 7).rounded() + 7)
    }

    /// From black to white, for a mask: what is white lets the colour behind it through.
    static let mask = (0..<16).map { step in
        IndexedImage.Pixel(red: step * 17, green: step * 17, blue: step * 17, opacity: 255)
    }

    /// The step of the mask for a number from 0 to 1; what lies outside takes the nearest end, NaN 0.
    static func maskStep(of value: Double) -> UInt8 {
        value.isNaN ? 0 : UInt8((max(0, min(1, value)) * 15).rounded())
    }
}
