/// A rectangle in a drawing.
struct Box {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
    var middle: (x: Double, y: Double) { (x + width / 2, y + height / 2) }

    /// The rectangle within a margin.
    func inset(by margin: Double) -> Box {
        Box(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
    }
}

extension Markup {
    /// A line of text whose baseline begins at a point, or ends or is centred there, as its style says.
    static func label(_ text: String, x: Double, y: Double, style: String = "") -> Markup {
        style.isEmpty
            ? .element("text", ["x": x, "y": y], [.text(text)])
            : .element("text", ["class": style, "x": x, "y": y], [.text(text)])
    }

    /// A rectangle with the look of its style.
    static func rectangle(_ box: Box, style: String) -> Markup {
        .element(
            "rect",
            [
                "class": style, "x": box.x, "y": box.y, "width": max(0, box.width),
                "height": max(0, box.height),
            ])
    }

    /// An image that fills a box.
    static func image(_ image: IndexedImage, in box: Box) -> Markup {
        .element(
            "image",
            [
                "class": "pixels", "x": box.x, "y": box.y, "width": box.width, "height": box.height,
                "preserveAspectRatio": "none", "href": image.dataURI,
            ])
    }
}

extension String {
    /// The data of a path that goes through points with straight lines.
    static func path(_ points: [(x: Double, y: Double)]) -> String {
        "M" + points.map { "\($0.x.coordinateText) \($0.y.coordinateText)" }.joined(separator: "L")
    }
}
