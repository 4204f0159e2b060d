/// Cuts lines off where they leave a plot.
///
/// Source: Liang and Barsky, "A New Concept and Method for Line Clipping", ACM Transactions on Graphics 3 (1), 1984.
struct Clipping {
    private let x: ClosedRange<Double>
    private let y: ClosedRange<Double>

    /// Cuts at the ends of a plot's axes.
    init(_ plot: PlotArea) {
        x = plot.horizontal.range
        y = plot.vertical.range
    }

    /// Whether a point lies on the plot or on its edge.
    func contains(_ point: FunctionPlot.Point) -> Bool {
        x.contains(point.x) && y.contains(point.y)
    }

    /// What is to be seen of a line: each run of points that belong together.
    ///
    /// A point that cannot be drawn breaks the line.
    func runs(of line: [FunctionPlot.Point]) -> [[FunctionPlot.Point]] {
        var runs: [[FunctionPlot.Point]] = []
        for (start, end) in zip(line, line.dropFirst()) {
            guard let seen = visible(from: start, to: end) else { continue }
            if let last = runs.last?.last, last == seen.start {
                runs[runs.count - 1].append(seen.end)
            } else {
                runs.append([seen.start, seen.end])
            }
        }
        return runs
    }

    private func visible(
        from start: FunctionPlot.Point, to end: FunctionPlot.Point
    ) -> (start: FunctionPlot.Point, end: FunctionPlot.Point)? {
        guard [start.x, start.y, end.x, end.y].allSatisfy(\.isDrawable) else { return nil }
        let (width, height) = (end.x - start.x, end.y - start.y)
        var (first, last) = (0.0, 1.0)
        for (step, room) in [
            (-width, start.x - x.lowerBound), (width, x.upperBound - start.x),
            (-height, start.y - y.lowerBound), (height, y.upperBound - start.y),
        ] {
            if step < 0 { first = max(first, room / step) }
            if step > 0 { last = min(last, room / step) }
            if step == 0, room < 0 { return nil }
        }
        guard first < last else { return nil }
        func point(_ share: Double) -> FunctionPlot.Point {
            .init(start.x + width * share, start.y + height * share)
        }
        return (first == 0 ? start : point(first), last == 1 ? end : point(last))
    }
}
