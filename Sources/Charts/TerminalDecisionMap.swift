/// A decision map for a terminal.
///
/// A point of class 0 is `o`, one of class 1 `x`; where several fall on one character, the last is seen.
/// Without colour the ground of class 0 is empty and that of class 1 is shaded `░`; with colour it is blue and
/// orange. A cell without a probability is `?`.
public struct TerminalDecisionMap: TerminalPicture, Equatable {
    /// The map; its title is not shown.
    public var map: DecisionMap
    /// The number of characters in a line, 1 or more.
    public var width: Int
    /// The number of lines, 1 or more.
    public var height: Int
    /// Whether the ground is coloured, with codes for 256 colours.
    public var isColoured: Bool

    /// Makes a map for a terminal.
    ///
    /// - Parameters:
    ///   - map: The map; its title is not shown.
    ///   - width: The number of characters in a line; less than 1 is 1.
    ///   - height: The number of lines; less than 1 is 1.
    ///   - isColoured: Whether the ground is coloured, with codes for 256 colours.
    public init(map: DecisionMap, width: Int = 60, height: Int = 20, isColoured: Bool) {
        self.map = map
        self.width = width
        self.height = height
        self.isColoured = isColoured
    }

    /// The lines from the top; each begins and ends without colour.
    public var lines: [String] {
        let (width, height) = (max(1, width), max(1, height))
        guard !map.probabilities.isEmpty else { return ["No probabilities yet."] }
        var letters: [Int: String] = [:]
        for place in map.places {
            let column = min(width - 1, Int(place.x * Double(width)))
            let line = min(height - 1, Int((1 - place.y) * Double(height)))
            letters[line * width + column] = place.isFirst ? "o" : "x"
        }
        let (grid, cells) = (map.grid, map.cells)
        return (0..<height).map { line in
            var run = TerminalRun(isColoured: isColoured)
            // The cell in the middle of each character; the grid's rows go upwards, lines downwards.
            let row = grid.rows - 1 - (2 * line + 1) * grid.rows / (2 * height)
            for column in 0..<width {
                let cell = row * grid.columns + (2 * column + 1) * grid.columns / (2 * width)
                run.append(letters[line * width + column], on: cells[cell])
            }
            return run.text
        }
    }
}

/// A line of characters on coloured ground, with a code only where the colour changes.
private struct TerminalRun {
    let isColoured: Bool
    private var written = ""
    private var ground = ""

    init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    /// The line, with colours switched off at its end.
    var text: String { ground.isEmpty ? written : written + "\u{1B}[0m" }

    mutating func append(_ letter: String?, on probability: Double) {
        guard isColoured else {
            written += letter ?? (probability.isNaN ? "?" : probability >= 0.5 ? "░" : " ")
            return
        }
        // Black on light blue, light orange or grey.
        let colour = probability.isNaN ? 250 : probability >= 0.5 ? 216 : 117
        let code = "\u{1B}[30;48;5;\(colour)m"
        if code != ground { written += code }
        ground = code
        written += letter ?? (probability.isNaN ? "?" : " ")
    }
}
