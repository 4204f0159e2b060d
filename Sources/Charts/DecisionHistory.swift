/// How a decision map moved while the model learned: small maps side by side, one for each of some epochs.
public struct DecisionHistory: Picture, Equatable {
    /// The map after one epoch.
    public struct Frame: Sendable, Equatable {
        /// The number of the epoch; 0 is before training.
        public var epoch: Int
        /// The map; its title is not shown.
        public var map: DecisionMap

        /// Makes a frame.
        ///
        /// - Parameters:
        ///   - epoch: The number of the epoch; 0 is before training.
        ///   - map: The map after it; its title is not shown.
        public init(epoch: Int, map: DecisionMap) {
            self.epoch = epoch
            self.map = map
        }
    }

    /// The words above the maps.
    public var title: String
    /// The maps, in the order of the epochs.
    public var frames: [Frame]

    /// Makes a row of maps.
    ///
    /// - Parameters:
    ///   - title: The words above the maps.
    ///   - frames: The maps, in the order of the epochs.
    public init(title: String, frames: [Frame]) {
        self.title = title
        self.frames = frames
    }

    /// Draws the maps three in a row, each with its epoch below it.
    public func drawing(named name: String) -> Drawing {
        guard let first = frames.first else { return Drawing(title: title, empty: "No epoch was kept.") }
        let (perRow, width, gap) = (3, 112.0, 8.0)
        let height = (width * first.map.heightToWidth).rounded()
        let rowHeight = height + 26
        let content = frames.enumerated().flatMap { index, frame in
            let box = Box(
                x: 4 + Double(index % perRow) * (width + gap), y: 30 + Double(index / perRow) * rowHeight,
                width: width, height: height)
            let border = Markup.rectangle(box, style: "frame")
            let caption = Markup.label(
                "epoch \(frame.epoch)", x: box.x + width / 2, y: box.y + height + 15, style: "muted middle")
            return frame.map.content(in: box, symbolSize: 1.6) + [border, caption]
        }
        let rows = (frames.count + perRow - 1) / perRow
        return Drawing(title: title, height: 30 + Double(rows) * rowHeight, content: content)
    }
}
