/// The rectangle of a plot inside of its drawing, with its two axes.
struct PlotArea {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    let horizontal: Ticks
    let vertical: Ticks
    private let unit: String

    /// A rectangle from under `top`, as wide as the labels of the vertical axis leave room for.
    init(top: Double, height: Double, horizontal: Ticks, vertical: Ticks, unit: String = "") {
        let labels = vertical.labels.map { ($0 + unit).estimatedWidth(fontSize: Theme.textSize) }
        left = (labels.max() ?? 0) + 10
        self.top = top
        width = Drawing.width - left - 14
        self.height = height
        self.horizontal = horizontal
        self.vertical = vertical
        self.unit = unit
    }

    var bottom: Double { top + height }
    var right: Double { left + width }
    var box: Box { Box(x: left, y: top, width: width, height: height) }

    /// Where a value of the horizontal axis lies.
    func x(_ value: Double) -> Double {
        left + width * Self.share(of: value, in: horizontal.range)
    }

    /// Where a value of the vertical axis lies: upwards, while drawings count downwards.
    func y(_ value: Double) -> Double {
        bottom - height * Self.share(of: value, in: vertical.range)
    }

    /// The labels of both axes, and lines across the plot at the ticks of the vertical one.
    var axes: [Markup] { verticalLabels(lineFrom: left, to: right) + horizontalLabels }

    /// The labels of both axes with short ticks, and a frame around the plot.
    var frame: [Markup] {
        [.rectangle(box, style: "frame")] + verticalLabels(lineFrom: left - 4, to: left) + horizontalLabels
    }

    private func verticalLabels(lineFrom start: Double, to end: Double) -> [Markup] {
        zip(vertical.values, vertical.labels).flatMap { value, label in
            [
                line(from: (start, y(value)), to: (end, y(value))),
                .label(label + unit, x: left - 6, y: y(value) + 4, style: "muted end"),
            ]
        }
    }

    private var horizontalLabels: [Markup] {
        zip(horizontal.values, horizontal.labels).flatMap { value, label in
            let half = label.estimatedWidth(fontSize: Theme.textSize) / 2
            let middle = min(x(value), Drawing.width - half - 1)
            return [
                line(from: (x(value), bottom), to: (x(value), bottom + 4)),
                .label(label, x: middle, y: bottom + 17, style: "muted middle"),
            ]
        }
    }

    private func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) -> Markup {
        .element("path", ["class": "frame", "d": String.path([start, end])])
    }

    private static func share(of value: Double, in range: ClosedRange<Double>) -> Double {
        (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
}
