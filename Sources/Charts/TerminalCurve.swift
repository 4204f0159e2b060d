/// A curve over epochs for a terminal, in block characters.
///
///     TerminalCurve(values: [0.7, 0.35, 0.2, 0.1], width: 20, height: 2).text
///
///          0.700 │█
///              0 │██▅▂
///
/// The columns grow from 0, or from the lowest value when some are negative. With more epochs than columns a
/// column is the mean of its epochs. A value that is not a number or infinite is a `×`.
public struct TerminalCurve: TerminalPicture, Equatable {
    /// A value for each epoch; nil where nothing was measured.
    public var values: [Double?]
    /// The number of characters in a line at most, labels included.
    public var width: Int
    /// The number of lines; less than 1 is 1.
    public var height: Int

    /// Makes a curve.
    ///
    /// - Parameters:
    ///   - values: A value for each epoch; nil where nothing was measured.
    ///   - width: The number of characters in a line at most, labels included; at least one column is drawn.
    ///   - height: The number of lines; less than 1 is 1.
    public init(values: [Double?], width: Int = 60, height: Int = 6) {
        self.values = values
        self.width = width
        self.height = height
    }

    /// The lines from the top, without spaces at their ends.
    public var lines: [String] {
        let height = max(1, height)
        guard values.contains(where: { $0 != nil }) else { return ["No epoch has ended yet."] }
        let columns = columns(max(1, width - Self.labelWidth - 2))
        let finite = columns.compactMap(\.self).filter(\.isDrawable)
        let (lowest, highest) = (min(0, finite.min() ?? 0), max(0, finite.max() ?? 0))
        let labels = Self.labels(highest: highest, lowest: lowest, height: height)
        return (0..<height).map { line in
            let bars = columns.map { column in
                column.map { Self.block($0, lowest: lowest, highest: highest, line: line, of: height) } ?? " "
            }
            let label =
                String(repeating: " ", count: max(0, Self.labelWidth - labels[line].count)) + labels[line]
            var text = "\(label) │" + bars.joined()
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    /// How wide the labels are: curves below each other begin in one column.
    private static let labelWidth = 10

    private static func labels(highest: Double, lowest: Double, height: Int) -> [String] {
        guard height > 1 else { return [highest.shortText] }
        return [highest.shortText] + [String](repeating: "", count: height - 2) + [lowest.shortText]
    }

    /// The values of the columns: one epoch each, or the mean of as many as have to share a column.
    private func columns(_ count: Int) -> [Double?] {
        guard values.count > count else { return values }
        return (0..<count).map { column in
            let first = column * values.count / count
            let part = values[first..<(column + 1) * values.count / count].compactMap(\.self)
            // Divided first: the sum of large numbers may be infinite where their mean is not.
            return part.isEmpty ? nil : part.map { $0 / Double(part.count) }.reduce(0, +)
        }
    }

    /// What one line shows of a column.
    private static func block(
        _ value: Double, lowest: Double, highest: Double, line: Int, of height: Int
    ) -> String {
        guard value.isDrawable else { return line == 0 ? "×" : " " }
        let share = highest > lowest ? (value - lowest) / (highest - lowest) : 0
        // A value at the bottom keeps the lowest block: an empty column is for what was not measured.
        let eighths = max(1, Int((share * Double(height * 8)).rounded()))
        let here = min(8, max(0, eighths - (height - 1 - line) * 8))
        return [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][here]
    }
}
