/// The signs on a decision map: the same on the map itself and in its legend.
enum DecisionLegend {
    /// What each sign means.
    static let entries = [
        Legend.Entry(
            sign: {
                .element("path", ["class": "point c0", "d": symbol(isFirst: true, x: $0, y: $1, size: 4)])
            },
            width: 10, name: "class 0"),
        Legend.Entry(
            sign: {
                .element("path", ["class": "point c1", "d": symbol(isFirst: false, x: $0, y: $1, size: 4)])
            },
            width: 10, name: "class 1"),
        Legend.Entry(
            sign: {
                .element("path", ["class": "boundary", "d": String.path([($0 - 10, $1), ($0 + 10, $1)])])
            },
            width: 20, name: "½"),
        Legend.Entry(
            sign: { .image(ramp, in: Box(x: $0 - 11, y: $1 - 6, width: 22, height: 12)) }, width: 22,
            name: "p of class 1: 0…1"),
    ]

    /// The data of a path around a point: a circle for the first class, a triangle for the second.
    static func symbol(isFirst: Bool, x: Double, y: Double, size: Double) -> String {
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
