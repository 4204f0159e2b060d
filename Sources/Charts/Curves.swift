/// Curves over the epochs of a training run: its loss, or its accuracy.
///
///     Curves(
///         title: "Loss", measure: .number,
///         series: [.init(name: "training", values: [0.69, 0.31, 0.12])]
///     ).svg
///
/// A value that is not a number or infinite breaks its line; a red cross at the top marks where, and a note
/// below says how often. One value alone is a dot. Many epochs are thinned, and no spike is lost.
public struct Curves: Picture, Equatable {
    /// What the values measure, which decides the axis.
    public enum Measure: Sendable, Equatable {
        /// Any numbers, as a loss: the axis holds 0 unless there are negative values.
        case number
        /// Shares from 0 to 1, as an accuracy: written as percentages.
        case share
    }

    /// One curve.
    public struct Series: Sendable, Equatable {
        /// What the legend calls it.
        public var name: String
        /// A value for each epoch, from epoch 1; nil where nothing was measured.
        public var values: [Double?]

        /// Names the values of a curve.
        ///
        /// - Parameters:
        ///   - name: What the legend calls it.
        ///   - values: A value for each epoch, from epoch 1; nil where nothing was measured.
        public init(name: String, values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    /// The words above the curves.
    public var title: String
    /// What the values measure.
    public var measure: Measure
    /// The curves, in the order of the legend; up to four have colours and dashes of their own.
    public var series: [Series]

    /// Makes a picture of curves.
    ///
    /// - Parameters:
    ///   - title: The words above the curves.
    ///   - measure: What the values measure.
    ///   - series: The curves, in the order of the legend.
    public init(title: String, measure: Measure, series: [Series]) {
        self.title = title
        self.measure = measure
        self.series = series
    }

    /// Draws the curves with their axes, and a legend that also tells each curve's last value.
    public func drawing(named name: String) -> Drawing {
        let shown = series.filter { $0.values.contains { $0 != nil } }
        let lines = shown.map { series in
            PlotLine(series.values.map { value in value.map { $0 * scale } }, buckets: 160)
        }
        let epochs = shown.map(\.values.count).max() ?? 0
        guard epochs > 0 else { return Drawing(title: title, empty: "No epoch has ended yet.") }

        let legend = Legend(zip(shown, 0...).map(entry), top: 26)
        let plot = PlotArea(
            top: legend.bottom + 12, height: 180,
            horizontal: Ticks(within: 1...epochs, steps: 6),
            vertical: verticalTicks(lines), unit: measure == .share ? "%" : "")
        let notes = zip(shown, lines).filter { !$1.broken.isEmpty }.map(note)
        let content =
            plot.axes + zip(lines, 0...).flatMap { curve($0, index: $1, in: plot) }
            + lines.flatMap { crosses($0, in: plot) }
            + [.label("epoch", x: plot.right, y: plot.bottom + 33, style: "muted end")]
            + notes.enumerated().map { index, note in
                .label(note, x: 4, y: plot.bottom + 52 + Double(index) * 17, style: "warning")
            }
        let height = plot.bottom + 40 + (notes.isEmpty ? 0 : Double(notes.count) * 17 + 4)
        return Drawing(title: title, height: height, content: legend.content + content)
    }

    private var scale: Double { measure == .share ? 100 : 1 }

    private func verticalTicks(_ lines: [PlotLine]) -> Ticks {
        let values = lines.flatMap(\.runs).flatMap { $0.map(\.value) }
        let (lowest, highest) = (values.min() ?? 0, values.max() ?? 0)
        if measure == .share, lowest >= 0, highest <= 100 {
            // Five percent at least, so that noise at the top does not look like mountains.
            let middle = max(2.5, min(97.5, (lowest + highest) / 2))
            return Ticks(covering: min(lowest, middle - 2.5)...max(highest, middle + 2.5), steps: 5)
        }
        return Ticks(covering: (measure == .number ? min(0, lowest) : lowest)...highest, steps: 5)
    }

    private func entry(_ series: Series, index: Int) -> Legend.Entry {
        let last = series.values.last { $0 != nil } ?? nil
        let value = last.map { measure == .share ? $0.percentText : $0.shortText } ?? ""
        // The name gives way where both are too long for a row.
        let room = Drawing.width - 40 - value.estimatedWidth(fontSize: Theme.textSize)
        return Legend.Entry(
            sign: { x, y in .series([(x - 11, y), (x + 11, y)], index: index) }, width: 22,
            name: series.name.fitted(to: room, fontSize: Theme.textSize) + " " + value)
    }

    private func curve(_ line: PlotLine, index: Int, in plot: PlotArea) -> [Markup] {
        let hasFewPoints = line.runs.map(\.count).reduce(0, +) <= 30
        return line.runs.flatMap { run in
            let points = run.map { (x: plot.x(Double($0.epoch)), y: plot.y($0.value)) }
            let stroke = points.count > 1 ? [Markup.series(points, index: index)] : []
            return stroke
                + (hasFewPoints || points.count == 1 ? points.map { Markup.dot($0, ofSeries: index) } : [])
        }
    }

    /// A cross at the top of the plot wherever a line breaks.
    private func crosses(_ line: PlotLine, in plot: PlotArea) -> [Markup] {
        let starts = zip(line.broken, [nil] + line.broken.map(Optional.some)).filter { $1 != $0 - 1 }.map(\.0)
        return starts.map { epoch in
            let (x, y) = (plot.x(Double(epoch)), plot.top)
            let arms = [(-4.0, -4.0), (-4.0, 4.0)].map { arm in
                String.path([(x + arm.0, y + arm.1), (x - arm.0, y - arm.1)])
            }
            return .element("path", ["class": "cross", "d": arms.joined()])
        }
    }

    private func note(_ series: Series, _ line: PlotLine) -> String {
        let count = line.broken.count
        let rest = ": NaN or ∞ in \(count) epoch\(count == 1 ? "" : "s"), first in \(line.broken.first ?? 0)"
        let room = Drawing.width - 22 - rest.estimatedWidth(fontSize: Theme.textSize)
        return "✕ " + series.name.fitted(to: room, fontSize: Theme.textSize) + rest
    }
}
