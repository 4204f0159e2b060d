import LinearAlgebra

/// Images of digits in the colour of the page's texts.
enum DigitInk {
    /// Images as one mask over one sheet of ink, whose colour follows the page.
    ///
    /// - Parameters:
    ///   - images: An image of 28 × 28 pixels in each row, from 0 (paper) to 1 (ink).
    ///   - rows: The rows that are shown, each with its place.
    ///   - name: What the mask's id begins with.
    ///   - height: The height of the drawing.
    /// - Returns: The mask, and the sheet.
    static func of(
        _ images: Matrix, rows: some Sequence<(Int, Box)>, name: String, height: Double
    ) -> [Markup] {
        let id = name + "Ink"
        let masks = rows.map { row, box in Markup.image(image(images, row), in: box.inset(by: 2)) }
        let sheet = Box(x: 0, y: 0, width: Drawing.width, height: height)
        return [
            .element(
                "mask",
                [
                    "id": id, "maskUnits": "userSpaceOnUse", "x": 0, "y": 0, "width": sheet.width,
                    "height": sheet.height,
                ], masks),
            .element("g", ["mask": "url(#\(id))"], [.rectangle(sheet, style: "ink")]),
        ]
    }

    private static func image(_ images: Matrix, _ row: Int) -> IndexedImage {
        let pixels = (0..<28 * 28).map { column in
            column < images.columns ? ColourScale.maskStep(of: images[row, column]) : 0
        }
        return IndexedImage(width: 28, height: 28, pixels: pixels, colours: ColourScale.mask)
    }
}
