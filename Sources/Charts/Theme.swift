/// The colours of the pictures, on white and on dark pages, and the style sheet that sets them.
///
/// A browser picks the dark ones where the reader asked for a dark page. They are plain classes and no CSS
/// variables: a viewer that knows little CSS still shows the light ones.
enum Theme {
    /// A colour on white pages and its counterpart on dark ones, as `#rrggbb`.
    struct Colour: Equatable {
        let light: String
        let dark: String
    }

    static let paper = Colour(light: "#ffffff", dark: "#14181d")
    static let ink = Colour(light: "#1f2328", dark: "#e6edf3")
    static let muted = Colour(light: "#59636e", dark: "#9da7b3")
    static let grid = Colour(light: "#dfe3e8", dark: "#2f3740")
    static let tile = Colour(light: "#f1f3f6", dark: "#20262d")
    static let warning = Colour(light: "#c0182b", dark: "#ff7b72")
    /// The lines of series, in order; the fifth is the first again.
    static let series = [
        Colour(light: "#0b62c4", dark: "#6cb0ff"), Colour(light: "#b04a06", dark: "#ffa657"),
        Colour(light: "#1a7f37", dark: "#56d364"), Colour(light: "#8250df", dark: "#d2a8ff"),
    ]
    /// The points of class 0 and of class 1, on a decision map.
    static let classes = [
        Colour(light: "#0a4696", dark: "#b3d6ff"), Colour(light: "#8a3800", dark: "#ffd2a1"),
    ]
    /// A full cell of a confusion matrix: rightly told, and mistaken.
    static let right = Colour(light: "#6aa8f5", dark: "#1b5cad")
    static let mistaken = Colour(light: "#f0a35e", dark: "#9a4f0c")

    /// How lines of series are broken, so that colour is not all that tells them apart.
    static let dashes = ["none", "5 3", "1.5 3", "8 3 1.5 3"]

    /// The size of a picture's title, of its texts, and of the small ones under tiles.
    static let titleSize = 14.0
    static let textSize = 12.0
    static let smallSize = 11.0

    /// The style sheet of all pictures, one for a page or in each picture that stands alone.
    static var styleSheet: String {
        let fonts = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
        let shapes = """
            .chart text{font:\(textSize.coordinateText)px \(fonts);font-variant-numeric:tabular-nums}\
            .chart .title{font-size:\(titleSize.coordinateText)px;font-weight:600}\
            .chart .small{font-size:\(smallSize.coordinateText)px}\
            .chart .middle{text-anchor:middle}.chart .end{text-anchor:end}.chart .bold{font-weight:600}\
            .chart .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}\
            .chart .boundary{fill:none;stroke-width:1.5;stroke-linecap:round}\
            .chart .frame{fill:none;stroke-width:1}.chart .mistake{fill:none;stroke-width:2}\
            .chart .point{stroke-width:1.2;paint-order:stroke}\
            .chart .cross{fill:none;stroke-width:2}\
            .chart .pixels{image-rendering:pixelated}\
            .chart .faint{fill:none;stroke-width:1;opacity:.7}\
            .chart .halo{stroke-width:3;stroke-linejoin:round;paint-order:stroke}\
            .chart .mark{stroke-width:1.5}\
            .chart .part{stroke-width:1}.chart .here{stroke-width:2.5}\
            .chart text.here{stroke-width:0;font-weight:600}.chart text.inside{font-weight:400}\
            .chart .loop{fill:none;stroke-width:1.2;stroke-dasharray:5 3}\
            .chart .loop.here{stroke-width:3;stroke-dasharray:none}\
            .chart .arrow{fill:none;stroke-width:1.4}.chart .arrow.back{stroke-dasharray:4 2.5}
            """
        let dark = colours.map { ".chart \($0.selector){\($0.property):\($0.colour.dark)}" }.joined()
        let light = colours.map { ".chart \($0.selector){\($0.property):\($0.colour.light)}" }.joined()
        return shapes + light + "@media (prefers-color-scheme:dark){\(dark)}"
    }

    /// The parts of a pipeline, with what is highlighted in the colour of the first series.
    private static var ofPipelines: [(selector: String, property: String, colour: Colour)] {
        [
            (".part", "fill", tile), (".part", "stroke", muted), (".loop", "stroke", muted),
            (".arrow", "stroke", muted), (".head", "fill", muted),
            (".arrow.back", "stroke", series[1]), (".head.back", "fill", series[1]),
            ("text.back", "fill", series[1]),
            (".part.here", "fill", series[0]), (".part.here", "stroke", series[0]),
            (".loop.here", "stroke", series[0]), (".head.here", "fill", series[0]),
            ("text.here", "fill", series[0]), ("text.inside", "fill", paper),
        ]
    }

    private static var colours: [(selector: String, property: String, colour: Colour)] {
        let ofSeries = series.enumerated().flatMap { index, colour in
            [(".line.s\(index)", "stroke", colour), (".dot.s\(index)", "fill", colour)]
        }
        let ofClasses = classes.enumerated().map { (".point.c\($0.offset)", "fill", $0.element) }
        return [
            (".paper", "fill", paper), ("text", "fill", ink), (".ink", "fill", ink),
            ("text.muted", "fill", muted), ("text.warning", "fill", warning), (".tile", "fill", tile),
            (".frame", "stroke", grid), (".boundary", "stroke", ink), (".point", "stroke", paper),
            (".cross", "stroke", warning), (".mistake", "stroke", series[1]),
            (".right", "fill", right), (".mistaken", "fill", mistaken),
            (".faint", "stroke", muted), (".halo", "stroke", paper),
            (".mark", "fill", ink), (".mark", "stroke", ink), (".mark.open", "fill", paper),
        ] + ofSeries + ofClasses + ofPipelines
    }
}
