/// Curves over any numbers, as a lesson shows a function and its derivative.
///
///     FunctionPlot(
///         title: "ReLU", horizontal: .init("x", -3...3), vertical: .init("", 0...3),
///         lines: [.init("y", over: -3...3) { max(0, $0) }], marks: [.init(2, 2, "(2, 2)", .left)]
///     ).svg
///
/// The axes end where they are told to; a line that leaves them is cut there. A value that is not a number or
/// infinite breaks its line.
public struct FunctionPlot: Picture, Equatable {
    /// An axis.
    public struct Axis: Sendable, Equatable {
        /// What the axis measures; empty for nothing to be written.
        public var name: String
        /// Where it begins and ends.
        public var range: ClosedRange<Double>

        /// Makes an axis.
        ///
        /// - Parameters:
        ///   - name: What the axis measures.
        ///   - range: Where it begins and ends.
        public init(_ name: String, _ range: ClosedRange<Double>) {
            self.name = name
            self.range = range
        }
    }

    /// The words above the plot.
    public var title: String
    /// The axis to the right.
    public var horizontal: Axis
    /// The axis upwards.
    public var vertical: Axis
    /// The lines, in the order of the legend; up to four that are not faint have colours and dashes of their own.
    public var lines: [Line]
    /// Points that are named.
    public var marks: [Mark]

    /// Makes a plot.
    ///
    /// - Parameters:
    ///   - title: The words above the plot.
    ///   - horizontal: The axis to the right.
    ///   - vertical: The axis upwards.
    ///   - lines: The lines, in the order of the legend.
    ///   - marks: Points that are named; those outside of the axes are left out.
    public init(title: String, horizontal: Axis, vertical: Axis, lines: [Line], marks: [Mark] = []) {
        self.title = title
        self.horizontal = horizontal
        self.vertical = vertical
        self.lines = lines
        self.marks = marks
    }

    /// Draws the lines with their axes, a legend of those that have a name, and the marks above all of them.
    public func drawing(named name: String) -> Drawing {
        guard !lines.isEmpty else { return Drawing(title: title, empty: "There is no line to draw.") }
        let looks = Self.looks(of: lines)
        let entries = zip(lines, looks).filter { !$0.0.name.isEmpty }.map { line, look in
            Legend.Entry(
                sign: { x, y in look.stroke([(x - 11, y), (x + 11, y)]) }, width: 22, name: line.name)
        }
        let legend = Legend(entries, top: 26)
        let hasName = !vertical.name.isEmpty
        let plot = PlotArea(
            top: legend.bottom + (hasName ? 26 : 12), height: 180,
            horizontal: Ticks(inside: horizontal.range, steps: 7),
            vertical: Ticks(inside: vertical.range, steps: 6))
        let names = [
            (vertical.name, 4, legend.bottom + 14, "muted"),
            (horizontal.name, plot.right, plot.bottom + 33, "muted end"),
        ].filter { !$0.0.isEmpty }.map { Markup.label($0.0, x: $0.1, y: $0.2, style: $0.3) }
        return Drawing(
            title: title, height: plot.bottom + (horizontal.name.isEmpty ? 26 : 40),
            content: legend.content + names + plot.axes + zeroLines(in: plot)
                + zip(lines, looks).flatMap { $0.content(in: plot, look: $1) }
                + marks.flatMap { $0.content(in: plot) })
    }

    /// A colour for each line that is not faint, in their order.
    private static func looks(of lines: [Line]) -> [LineLook] {
        var used = 0
        return lines.map { line in
            guard line.style != .faint else { return .faint }
            defer { used += 1 }
            return .series(used)
        }
    }

    private func zeroLines(in plot: PlotArea) -> [Markup] {
        let across: [[(x: Double, y: Double)]] = [
            plot.vertical.range.contains(0) ? [(plot.left, plot.y(0)), (plot.right, plot.y(0))] : [],
            plot.horizontal.range.contains(0) ? [(plot.x(0), plot.top), (plot.x(0), plot.bottom)] : [],
        ]
        return across.filter { !$0.isEmpty }
            .map { .element("path", ["class": "faint", "d": String.path($0)]) }
    }
}
