public import LinearAlgebra

/// Images of digits, as they were written.
public struct DigitGallery: Picture, Equatable {
    /// The words above the digits.
    public var title: String
    /// An image in each row: 28 × 28 pixels row by row from the top, from 0 (paper) to 1 (ink).
    public var images: Matrix

    /// Makes a gallery.
    ///
    /// - Parameters:
    ///   - title: The words above the digits.
    ///   - images: An image in each row: 28 × 28 pixels, from 0 (paper) to 1 (ink).
    public init(title: String, images: Matrix) {
        self.title = title
        self.images = images
    }

    /// Draws the digits ten in a row.
    public func drawing(named name: String) -> Drawing {
        guard images.rows > 0 else { return Drawing(title: title, empty: "There is no digit to draw.") }
        let boxes = (0..<images.rows).map { row in
            Box(x: 4 + Double(row % 10) * 35.5, y: 30 + Double(row / 10) * 35.5, width: 32.5, height: 32.5)
        }
        let height = (boxes.last?.bottom ?? 0) + 4
        return Drawing(
            title: title, height: height,
            content: boxes.map { .rectangle($0, style: "tile") }
                + DigitInk.of(images, rows: zip(0..., boxes), name: name, height: height))
    }
}
