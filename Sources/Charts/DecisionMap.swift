public import LinearAlgebra

/// What a model of two inputs decides all over a plane, with the points it learns from.
///
/// Blue is class 0 and orange class 1, the stronger the surer; the line is where the probability is ½. The
/// points of class 0 are circles, those of class 1 triangles.
public struct DecisionMap: Picture, Equatable {
    /// The words above the map.
    public var title: String
    /// The places where the model was asked.
    public var grid: DecisionGrid
    /// The probability of class 1, from 0 to 1, at each of `grid.inputs`; a cell without a number is grey.
    public var probabilities: [Double]
    /// A point in each row: its two inputs.
    public var points: Matrix
    /// The class of each point: 1 from ½ upwards, 0 below.
    public var labels: [Double]

    /// Makes a map.
    ///
    /// What is there for one point only, its place or its class, is left out.
    ///
    /// - Parameters:
    ///   - title: The words above the map.
    ///   - grid: The places where the model was asked.
    ///   - probabilities: The probability of class 1, from 0 to 1, at each of `grid.inputs`.
    ///   - points: A point in each row: its two inputs.
    ///   - labels: The class of each point, 0 or 1.
    public init(title: String, grid: DecisionGrid, probabilities: [Double], points: Matrix, labels: [Double])
    {
        self.title = title
        self.grid = grid
        self.probabilities = probabilities
        self.points = points
        self.labels = labels
    }

    /// Draws the map with its axes and a legend.
    public func drawing(named name: String) -> Drawing {
        guard !probabilities.isEmpty else { return Drawing(title: title, empty: "No probabilities yet.") }
        let legend = Legend(DecisionLegend.entries, top: 26)
        let plot = PlotArea(
            top: legend.bottom + 8, height: (316 * heightToWidth).rounded(),
            horizontal: Ticks(inside: grid.x, steps: 6), vertical: Ticks(inside: grid.y, steps: 6))
        return Drawing(
            title: title, height: plot.bottom + 26,
            content: legend.content + content(in: plot.box, symbolSize: 3.2) + plot.frame)
    }

    /// The height of a map over its width: that of the plane, or close to it when the plane is very long.
    var heightToWidth: Double {
        let plane = (grid.y.upperBound - grid.y.lowerBound) / (grid.x.upperBound - grid.x.lowerBound)
        return max(0.5, min(1.1, plane))
    }

    /// Colours, line and points in a box of any size.
    ///
    /// - Parameters:
    ///   - box: Where the map goes.
    ///   - symbolSize: The radius of a point.
    /// - Returns: The elements, from the ground upwards.
    func content(in box: Box, symbolSize: Double) -> [Markup] {
        let boundary = Contour.half(of: cells, columns: grid.columns).map { piece in
            String.path([place(piece.from, in: box), place(piece.to, in: box)])
        }
        let line = Markup.element("path", ["class": "boundary", "d": boundary.joined()])
        return [.image(colours, in: box)]
            + (boundary.isEmpty ? [] : [line]) + symbols(in: box, size: symbolSize)
    }

    /// The probability of each cell, NaN where there is none.
    var cells: [Double] {
        let count = grid.columns * grid.rows
        let missing = [Double](repeating: .nan, count: max(0, count - probabilities.count))
        return probabilities.prefix(count) + missing
    }

    private var colours: IndexedImage {
        let cells = cells
        // The grid's rows go upwards, those of an image downwards.
        let rows = (0..<grid.rows).reversed().flatMap { row in
            cells[row * grid.columns..<(row + 1) * grid.columns]
        }
        return IndexedImage(
            width: grid.columns, height: grid.rows, pixels: rows.map { ColourScale.step(of: 2 * $0 - 1) },
            colours: ColourScale.diverging(opacity: 0.6))
    }

    private func place(_ point: Contour.Point, in box: Box) -> (x: Double, y: Double) {
        (
            box.x + box.width * (point.column + 0.5) / Double(grid.columns),
            box.y + box.height * (1 - (point.row + 0.5) / Double(grid.rows))
        )
    }

    /// The points inside of the grid, with their places as shares of its width and its height.
    var places: [(x: Double, y: Double, isFirst: Bool)] {
        guard points.columns >= 2 else { return [] }
        return zip(0..<points.rows, labels)
            .filter { row, _ in grid.x.contains(points[row, 0]) && grid.y.contains(points[row, 1]) }
            .map { row, label in
                (
                    x: (points[row, 0] - grid.x.lowerBound) / (grid.x.upperBound - grid.x.lowerBound),
                    y: (points[row, 1] - grid.y.lowerBound) / (grid.y.upperBound - grid.y.lowerBound),
                    isFirst: !(label >= 0.5)
                )
            }
    }

    /// The points in a box of any size, each class one element.
    func symbols(in box: Box, size: Double) -> [Markup] {
        [true, false].compactMap { isFirst in
            let middles = places.filter { $0.isFirst == isFirst }.map { place in
                (x: box.x + box.width * place.x, y: box.y + box.height * (1 - place.y))
            }
            return middles.isEmpty ? nil : DecisionLegend.points(ofFirst: isFirst, at: middles, size: size)
        }
    }
}
