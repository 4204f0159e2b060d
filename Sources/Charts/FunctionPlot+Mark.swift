extension FunctionPlot {
    /// A point that is named.
    public struct Mark: Sendable, Equatable {
        /// Where a mark's words stand.
        public enum Side: Sendable, Equatable {
            /// Above the point.
            case above
            /// Above the point, to the right: beside a curve that falls.
            case aboveRight
            /// Below the point.
            case below
            /// To the left of the point.
            case left
            /// To the right of the point.
            case right
        }

        /// The point.
        public var point: Point
        /// The words at the point; empty for none.
        public var label: String
        /// Where they stand.
        public var side: Side
        /// Whether the point is a ring: it bounds a line and does not belong to it.
        public var isOpen: Bool

        /// Makes a mark.
        ///
        /// - Parameters:
        ///   - x: The place along the horizontal axis.
        ///   - y: The place along the vertical axis.
        ///   - label: The words at the point; empty for none.
        ///   - side: Where they stand.
        ///   - isOpen: Whether the point is a ring.
        public init(_ x: Double, _ y: Double, _ label: String, _ side: Side, isOpen: Bool = false) {
            point = Point(x, y)
            self.label = label
            self.side = side
            self.isOpen = isOpen
        }

        func content(in plot: PlotArea) -> [Markup] {
            guard Clipping(plot).contains(point) else { return [] }
            let (x, y) = (plot.x(point.x), plot.y(point.y))
            let dot = Markup.element(
                "circle", ["class": isOpen ? "mark open" : "mark", "cx": x, "cy": y, "r": 3])
            guard !label.isEmpty else { return [dot] }
            let width = label.estimatedWidth(fontSize: Theme.textSize)
            let end = Drawing.width - 4
            let (place, anchor) =
                switch side {
                case .above, .below: (max(4 + width / 2, min(end - width / 2, x)), " middle")
                case .aboveRight: (min(end - width, x + 5), "")
                case .left: (max(4 + width, x - 8), " end")
                case .right: (min(end - width, x + 8), "")
                }
            let baseline =
                switch side {
                case .above: y - 9
                case .aboveRight: y - 6
                case .below: y + 18
                case .left, .right: y + 4
                }
            return [dot, .label(label, x: place, y: baseline, style: "halo" + anchor)]
        }
    }
}
