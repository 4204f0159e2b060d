extension FunctionPlot {
    /// A point of a line, in the numbers of the axes.
    public struct Point: Sendable, Equatable {
        /// The place along the horizontal axis.
        public var x: Double
        /// The place along the vertical axis.
        public var y: Double

        /// Makes a point.
        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A line of a plot, in one piece or in several.
    public struct Line: Sendable, Equatable {
        /// How a line is drawn.
        public enum Style: Sendable, Equatable {
            /// A curve in a colour of its own.
            case curve
            /// The same, with its points: steps, that a line joins.
            case steps
            /// A thin grey line behind the others.
            case faint
        }

        /// What the legend calls it; empty for not at all.
        public var name: String
        /// How it is drawn.
        public var style: Style
        /// The pieces, each joined by straight lines from point to point.
        public var pieces: [[Point]]

        /// Makes a line of pieces.
        ///
        /// - Parameters:
        ///   - name: What the legend calls it; empty for not at all.
        ///   - style: How it is drawn.
        ///   - pieces: The pieces, each joined by straight lines from point to point.
        public init(_ name: String, _ style: Style = .curve, pieces: [[Point]]) {
            self.name = name
            self.style = style
            self.pieces = pieces
        }

        /// Makes a line of a function, asked at 241 places.
        ///
        /// - Parameters:
        ///   - name: What the legend calls it; empty for not at all.
        ///   - range: Where the function is asked, from end to end.
        ///   - function: The height at a place.
        public init(_ name: String, over range: ClosedRange<Double>, _ function: (Double) -> Double) {
            let points = (0...240).map { step in
                let x = range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 240
                return Point(x, function(x))
            }
            self.init(name, pieces: [points])
        }

        func content(in plot: PlotArea, look: LineLook) -> [Markup] {
            let strokes = pieces.flatMap { Clipping(plot).runs(of: $0) }.map { run in
                look.stroke(run.map { (plot.x($0.x), plot.y($0.y)) })
            }
            guard style == .steps, case .series(let index) = look else { return strokes }
            let inside = pieces.joined().filter(Clipping(plot).contains)
            return strokes + inside.map { .dot((plot.x($0.x), plot.y($0.y)), ofSeries: index) }
        }
    }

    /// The colour of a line.
    enum LineLook {
        case series(Int)
        case faint

        func stroke(_ points: [(x: Double, y: Double)]) -> Markup {
            switch self {
            case .series(let index): .series(points, index: index)
            case .faint: .element("path", ["class": "faint", "d": String.path(points)])
            }
        }
    }
}
