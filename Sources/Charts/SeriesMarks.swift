extension Markup {
    /// The line of a series through points, in its colour and broken in its own way.
    static func series(_ points: [(x: Double, y: Double)], index: Int) -> Markup {
        let style = index % Theme.series.count
        return .element(
            "path",
            ["class": "line s\(style)", "stroke-dasharray": Theme.dashes[style], "d": String.path(points)])
    }

    /// A point of a series, in its colour.
    static func dot(_ point: (x: Double, y: Double), ofSeries index: Int) -> Markup {
        .element(
            "circle",
            ["class": "dot s\(index % Theme.series.count)", "cx": point.x, "cy": point.y, "r": 2.5])
    }
}
