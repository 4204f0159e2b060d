/// The signs on a decision map: the same on the map itself and in its legend.
enum DecisionLegend {
    /// What the signs of points mean.
    static var classes: [Legend.Entry] {
        [
            Legend.Entry(
                sign: { points(ofFirst: true, at: [($0, $1)], size: 4) }, width: 10, name: "class 0"),
            Legend.Entry(
                sign: { points(ofFirst: false, at: [($0, $1)], size: 4) }, width: 10, name: "class 1"),
        ]
    }

    /// What each sign means.
    static var entries: [Legend.Entry] {
        classes + [
            Legend.Entry(
                sign: {
                    .element(
                        "path", ["class": "boundary", "d": String.path([($0 - 10, $1), ($0 + 10, $1)])])
                },
                width: 20, name: "½"),
            Legend.Entry(
                sign: { .image(ramp, in: Box(x: $0 - 11, y: $1 - 6, width: 22, height: 12)) }, width: 22,
                name: "p of class 1: 0…1"),
        ]
    }

    /// The points of one class: circles for the first, triangles for the second.
    ///
    /// - Parameters:
    ///   - isFirst: Whether they belong to the first class.
    ///   - places: The middles of the points.
    ///   - size: The radius of a circle.
    /// - Returns: One element for all of them.
    static func points(ofFirst isFirst: Bool, at places: [(x: Double, y: Double)], size: Double) -> Markup {
        let shapes = places.map { symbol(isFirst: isFirst, x: $0.x, y: $0.y, size: size) }
        return .element("path", ["class": isFirst ? "point c0" : "point c1", "d": shapes.joined()])
    }

    private static func symbol(isFirst: Bool, x: Double, y: Double, size: Double) -> String {
        let radius = size.coordinateText
        let width = (2 * size).coordinateText
        if isFirst {
            return "M\((x - size).coordinateText) \(y.coordinateText)"
                + "a\(radius) \(radius) 0 1 0 \(width) 0a\(radius) \(radius) 0 1 0 -\(width) 0z"
        }
        // A little larger than the circle, for the same weight to the eye.
        let (half, height) = ((1.2 * size).coordinateText, (2.1 * size).coordinateText)
        return "M\(x.coordinateText) \((y - 1.2 * size).coordinateText)"
            + "l\(half) \(height)h-\((2.4 * size).coordinateText)z"
    }

    private static var ramp: IndexedImage {
        IndexedImage(
            width: 15, height: 1, pixels: Array(0..<15), colours: ColourScale.diverging(opacity: 0.6))
    }
}
