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

/// A picture with its size, ready to stand in a file or in a page.
public struct Drawing: Sendable, Equatable {
    /// How wide all drawings are, in the units of SVG: as a phone's screen is, so that texts keep their size.
    static let width = 360.0

    private static let standaloneWidth = 980.0

    private let title: String
    private let height: Double
    private let content: [Markup]

    /// A drawing with its title at the top left.
    init(title: String, height: Double, content: [Markup]) {
        self.title = title
        self.height = height
        let shown = title.fitted(to: Self.width - 8, fontSize: Theme.titleSize)
        self.content = [.label(shown, x: 4, y: 18, style: "title")] + content
    }

    /// A drawing that says why there is nothing to see.
    init(title: String, empty reason: String) {
        self.init(
            title: title, height: 96,
            content: [
                .rectangle(Box(x: 4, y: 30, width: Self.width - 8, height: 58), style: "tile"),
                .label(reason, x: Self.width / 2, y: 63, style: "muted middle"),
            ])
    }

    /// The element for a page that has the style sheet.
    var inline: Markup { element(background: [], size: [:]) }

    /// The whole file, with the style sheet in it.
    var standalone: String {
        let background = Markup.rectangle(
            Box(x: 0, y: 0, width: Self.width, height: height), style: "paper")
        // As wide as a phone takes a page to be that says nothing about its width; never wider than the screen.
        let sheet = Theme.styleSheet + "svg.chart{max-width:100%;height:auto;color-scheme:light dark}"
        let size: KeyValuePairs<String, any AttributeValue> = [
            "width": Self.standaloneWidth, "height": height * Self.standaloneWidth / Self.width,
        ]
        return element(background: [.style(sheet), background], size: size).source + "\n"
    }

    private func element(
        background: [Markup], size: KeyValuePairs<String, any AttributeValue>
    ) -> Markup {
        let viewBox = "0 0 \(Self.width.coordinateText) \(height.coordinateText)"
        let attributes: [(String, any AttributeValue)] =
            [("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart"), ("viewBox", viewBox)]
            + size.map { ($0.key, $0.value) } + [("role", "img"), ("aria-label", title)]
        return .element("svg", listed: attributes, background + content)
    }
}

/// A rectangle in a drawing.
struct Box {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

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
