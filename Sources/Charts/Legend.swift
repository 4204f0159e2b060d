/// Signs with their names, in rows below a picture's title.
struct Legend {
    /// One sign and its name.
    struct Entry {
        /// Draws the sign around a point.
        let sign: (_ x: Double, _ y: Double) -> Markup
        /// How wide the sign is.
        let width: Double
        let name: String
    }

    /// The signs and names.
    let content: [Markup]
    /// Where the last row ends.
    let bottom: Double

    /// Sets entries side by side, and in a further row what finds no place any more.
    init(_ entries: [Entry], top: Double) {
        var content: [Markup] = []
        var (x, row) = (4.0, 0.0)
        for entry in entries {
            let name = entry.name.fitted(to: Drawing.width - entry.width - 12, fontSize: Theme.textSize)
            let width = entry.width + 5 + name.estimatedWidth(fontSize: Theme.textSize)
            if x > 4, x + width > Drawing.width {
                (x, row) = (4, row + 1)
            }
            let middle = top + row * Self.rowHeight + Self.rowHeight / 2
            content.append(entry.sign(x + entry.width / 2, middle))
            content.append(.label(name, x: x + entry.width + 5, y: middle + 4))
            x += width + 16
        }
        self.content = content
        bottom = top + (entries.isEmpty ? 0 : row + 1) * Self.rowHeight
    }

    private static let rowHeight = 18.0
}
