/// A picture with its size, ready to stand in a file or in a page.
public struct Drawing: Sendable, Equatable {
    /// How wide all drawings are, in the units of SVG: as a phone's screen is, so that texts keep their size.
    static let width = 360.0

    /// As wide as a phone takes a page to be that says nothing about its width; style sheets make it narrower.
    static let widthOfPages = 980.0

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
    var inline: Markup { element(background: [], widthOnScreen: Self.widthOfPages) }

    /// The whole file, with the style sheet in it.
    ///
    /// - Parameter widthOnScreen: How many pixels wide it is where there is room.
    /// - Returns: The file's text.
    func standalone(widthOnScreen: Double) -> String {
        let background = Markup.rectangle(
            Box(x: 0, y: 0, width: Self.width, height: height), style: "paper")
        let sheet = Theme.styleSheet + "svg.chart{max-width:100%;height:auto;color-scheme:light dark}"
        return element(background: [.style(sheet), background], widthOnScreen: widthOnScreen).source + "\n"
    }

    private func element(background: [Markup], widthOnScreen: Double) -> Markup {
        .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "chart",
                "viewBox": "0 0 \(Self.width.coordinateText) \(height.coordinateText)",
                "width": widthOnScreen, "height": height * widthOnScreen / Self.width,
                "role": "img", "aria-label": title,
            ],
            background + content)
    }
}
