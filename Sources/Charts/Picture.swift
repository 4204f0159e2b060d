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
    public var svg: String { drawing(named: "picture").standalone }
}
