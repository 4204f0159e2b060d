public import LinearAlgebra

/// Points of two classes on a plane: circles for class 0, triangles for class 1.
public struct ClassPoints: Picture, Equatable {
    /// The words above the points.
    public var title: String
    /// A point in each row: its first two columns.
    public var points: Matrix
    /// The class of each point: 1 from ½ upwards, 0 below.
    public var labels: [Double]

    /// Makes a picture of points; one without a class is left out, as is one that is not finite.
    ///
    /// - Parameters:
    ///   - title: The words above the points.
    ///   - points: A point in each row: its first two columns.
    ///   - labels: The class of each point, 0 or 1.
    public init(title: String, points: Matrix, labels: [Double]) {
        self.title = title
        self.points = points
        self.labels = labels
    }

    /// Draws the points with two axes and a legend.
    public func drawing(named name: String) -> Drawing {
        // Asked for its edges, and for the places of the points in it.
        let map = DecisionMap(
            title: title, grid: DecisionGrid(around: points), probabilities: [], points: points,
            labels: labels)
        guard !map.places.isEmpty else { return Drawing(title: title, empty: "There is no point to draw.") }
        let legend = Legend(DecisionLegend.classes, top: 26)
        let plot = PlotArea(
            top: legend.bottom + 8, height: (316 * map.heightToWidth).rounded(),
            horizontal: Ticks(inside: map.grid.x, steps: 6), vertical: Ticks(inside: map.grid.y, steps: 6))
        return Drawing(
            title: title, height: plot.bottom + 26,
            content: legend.content + plot.axes + map.symbols(in: plot.box, size: 3.2))
    }
}
