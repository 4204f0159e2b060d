public import LinearAlgebra

/// The weights of a network's first layer, the weights of each neuron as an image.
///
/// Blue is below 0 and orange above, the stronger the larger; all images have one scale, which is drawn above
/// them. Where a neuron is orange, ink makes it speak up.
public struct WeightImages: Picture, Equatable {
    /// The words above the images.
    public var title: String
    /// The weights: pixels × neurons, one column for each neuron; as many pixels as a square image has.
    public var weights: Matrix
    /// The number of neurons that are shown at most.
    public var limit: Int

    /// Makes a picture of weights.
    ///
    /// - Parameters:
    ///   - title: The words above the images.
    ///   - weights: The weights: pixels × neurons, one column for each neuron.
    ///   - limit: The number of neurons that are shown at most.
    public init(title: String, weights: Matrix, limit: Int = 64) {
        self.title = title
        self.weights = weights
        self.limit = limit
    }

    /// Draws the images eight in a row.
    public func drawing(named name: String) -> Drawing {
        let side = Int(Double(weights.rows).squareRoot())
        let count = min(weights.columns, limit)
        guard weights.rows > 0, count > 0 else {
            return Drawing(title: title, empty: "There are no weights.")
        }
        guard side * side == weights.rows else {
            return Drawing(title: title, empty: "\(weights.rows) inputs do not make a square image.")
        }

        let largest = self.largest
        let boxes = (0..<count).map(Self.box)
        let images = boxes.enumerated().map { neuron, box in
            Markup.image(image(of: neuron, side: side, largest: largest), in: box)
        }
        let shown = count < weights.columns ? "\(count) of \(weights.columns) neurons" : "\(count) neurons"
        let note = Markup.label(count == 1 ? "1 neuron" : shown, x: 4, y: 38, style: "muted")
        return Drawing(
            title: title, height: (boxes.last.map { $0.y + $0.height } ?? 0) + 8,
            content: [note] + scaleBar(largest) + boxes.map { .rectangle($0, style: "tile") } + images)
    }

    /// The size that takes the full colour: only one weight in 200 is larger, so that a few cannot make all
    /// the others pale.
    private var largest: Double {
        let sizes = weights.elements.map(\.magnitude).filter(\.isDrawable).sorted()
        guard let last = sizes.last else { return 1 }
        let nearlyAll = sizes[(sizes.count - 1) * 199 / 200]
        return nearlyAll > 0 ? nearlyAll : last > 0 ? last : 1
    }

    private static func box(of index: Int) -> Box {
        let (perRow, size, gap) = (8, 41.0, 3.4)
        return Box(
            x: 4 + Double(index % perRow) * (size + gap), y: 50 + Double(index / perRow) * (size + gap),
            width: size, height: size)
    }

    private func image(of neuron: Int, side: Int, largest: Double) -> IndexedImage {
        IndexedImage(
            width: side, height: side,
            pixels: (0..<weights.rows).map { ColourScale.step(of: weights[$0, neuron] / largest) },
            colours: ColourScale.diverging(opacity: 0.95))
    }

    /// The colours from the lowest to the highest, with what their ends mean.
    private func scaleBar(_ largest: Double) -> [Markup] {
        let colours = IndexedImage(
            width: 15, height: 1, pixels: Array(0..<15), colours: ColourScale.diverging(opacity: 0.95))
        let label = largest.shortText
        let labelWidth = ("≥ " + label).estimatedWidth(fontSize: Theme.textSize)
        let bar = Box(x: Drawing.width - 10 - labelWidth - 90, y: 28, width: 90, height: 12)
        return [
            .rectangle(bar, style: "tile"), .image(colours, in: bar),
            .label("≤ −" + label, x: bar.x - 6, y: 38, style: "muted end"),
            .label("≥ " + label, x: bar.x + bar.width + 6, y: 38, style: "muted"),
        ]
    }
}
