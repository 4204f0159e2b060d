/// What can be drawn as SVG.
public protocol Picture: Sendable {
    /// Draws the picture.
    ///
    /// - Parameter name: What the ids inside of the drawing begin with: letters and digits, and another name for
    ///   each drawing of a page.
    /// - Returns: The drawing; of empty input, one that says so.
    func drawing(named name: String) -> Drawing
}

extension Picture {
    /// The picture as a file of its own, 360 units wide: it needs no network and no script, and follows the
    /// reader's choice of a light or dark page.
    public var svg: String { drawing(named: "picture").standalone(widthOnScreen: Drawing.widthOfPages) }

    /// The same file for a page of text that shows it as an image.
    ///
    /// - Parameter widthOnScreen: How wide it is where there is room, in pixels; its texts grow with it, and are
    ///   12 pixels tall at 360.
    /// - Returns: The file's text.
    public func svg(widthOnScreen: Int) -> String {
        drawing(named: "picture").standalone(widthOnScreen: Double(widthOnScreen))
    }
}
