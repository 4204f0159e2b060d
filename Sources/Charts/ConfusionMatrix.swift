/// How often each class was taken for each: rows are what was there, columns what was read.
///
/// A cell's colour grows with the square root of its share of the row, from a fifth of the full colour, so that
/// a few mistakes are seen too: blue on the diagonal, orange elsewhere. At the right of each row stands the
/// share of it that was right. More than 40 classes are not drawn.
public struct ConfusionMatrix: Picture, Equatable {
    /// The words above the matrix.
    public var title: String
    /// How often class `row` was taken for class `column`, 0 or more: `counts[row][column]`.
    public var counts: [[Int]]
    /// The names of the classes; one that is missing is its number.
    public var names: [String]

    /// Makes a matrix from counts.
    ///
    /// - Parameters:
    ///   - title: The words above the matrix.
    ///   - counts: How often class `row` was taken for class `column`; what a short row lacks counts as 0, and
    ///     what a long one has too much is left out.
    ///   - names: The names of the classes; one that is missing is its number.
    public init(title: String, counts: [[Int]], names: [String] = []) {
        self.title = title
        self.counts = counts
        self.names = names
    }

    /// Counts truths and predictions; pairs with a class out of range are left out.
    ///
    /// - Parameters:
    ///   - title: The words above the matrix.
    ///   - truths: The class of each sample, from 0.
    ///   - predictions: What each was taken for, from 0.
    ///   - classes: The number of classes.
    public init(title: String, truths: [Int], predictions: [Int], classes: Int) {
        let range = 0..<max(0, classes)
        var counts = [[Int]](repeating: [Int](repeating: 0, count: range.count), count: range.count)
        for (truth, prediction) in zip(truths, predictions)
        where range.contains(truth) && range.contains(prediction) {
            counts[truth][prediction] += 1
        }
        self.init(title: title, counts: counts)
    }

    /// Draws the matrix with its numbers.
    public func drawing(named name: String) -> Drawing {
        guard !counts.isEmpty else { return Drawing(title: title, empty: "Nothing was counted yet.") }
        guard counts.count <= Self.mostClasses else {
            return Drawing(title: title, empty: "\(counts.count) classes are too many to draw.")
        }
        let labels = counts.indices.map { $0 < names.count ? names[$0] : String($0) }
        let widest = labels.map { $0.estimatedWidth(fontSize: Theme.textSize) }.max() ?? 0
        let left = 24 + min(70, widest)
        let size = (Drawing.width - left - Self.shareWidth) / Double(counts.count)
        let cellHeight = min(size, 44)
        let layout = Layout(left: left, top: 66, cellWidth: size, cellHeight: cellHeight, labels: labels)
        let bottom = layout.top + cellHeight * Double(counts.count)
        let lines = counts.indices.flatMap { row in line(row, layout) }
        return Drawing(title: title, height: bottom + 8, content: heading(layout) + lines)
    }

    private struct Layout {
        let left: Double
        let top: Double
        let cellWidth: Double
        let cellHeight: Double
        let labels: [String]
    }

    private static let shareWidth = 44.0

    /// With more classes a cell is too small for any number that can be read.
    private static let mostClasses = 40

    private func heading(_ layout: Layout) -> [Markup] {
        let (left, top) = (layout.left, layout.top)
        let names = layout.labels.enumerated().map { index, label in
            Markup.label(
                label.fitted(to: layout.cellWidth, fontSize: Theme.textSize),
                x: left + (Double(index) + 0.5) * layout.cellWidth, y: top - 7, style: "muted middle")
        }
        return names + [
            .label("Rows: what it is. Columns: what was read.", x: 4, y: 37, style: "muted"),
            .label("right", x: Drawing.width - 4, y: top - 7, style: "muted end"),
        ]
    }

    private func line(_ row: Int, _ layout: Layout) -> [Markup] {
        let cells = counts.indices.map { column in
            column < counts[row].count ? max(0, counts[row][column]) : 0
        }
        let total = cells.map(Double.init).reduce(0, +)
        let y = layout.top + Double(row) * layout.cellHeight
        let middle = y + layout.cellHeight / 2 + 4
        let name = layout.labels[row].fitted(to: layout.left - 10, fontSize: Theme.textSize)
        let share = total > 0 ? (Double(cells[row]) / total).percentText : "–"
        return [.label(name, x: layout.left - 6, y: middle, style: "muted end")]
            + cells.enumerated().flatMap { column, count in
                let box = Box(
                    x: layout.left + Double(column) * layout.cellWidth, y: y, width: layout.cellWidth,
                    height: layout.cellHeight)
                return cell(
                    count, share: total > 0 ? Double(count) / total : 0, isRight: row == column, in: box)
            }
            + [.label(share, x: Drawing.width - 4, y: middle, style: "small end")]
    }

    private func cell(_ count: Int, share: Double, isRight: Bool, in box: Box) -> [Markup] {
        let inner = box.inset(by: 0.5)
        let style = isRight ? "right" : "mistaken"
        let tile = Markup.rectangle(inner, style: "tile")
        let colour = Markup.element(
            "g", ["opacity": 0.2 + 0.8 * share.squareRoot()], [.rectangle(inner, style: style)])
        // Text that is too wide for its cell gets smaller rather than cut: a number cut short is another one.
        let digits = String(count)
        let fitting = (box.width - 4) / digits.estimatedWidth(fontSize: 1)
        let number = Markup.element(
            "text",
            [
                "class": count == 0 ? "muted middle" : "middle", "x": box.x + box.width / 2,
                "y": box.y + box.height / 2 + 4,
                "style": "font-size:\(min(Theme.textSize, fitting).coordinateText)px",
            ], [.text(digits)])
        return [tile] + (count == 0 ? [] : [colour]) + [number]
    }
}
