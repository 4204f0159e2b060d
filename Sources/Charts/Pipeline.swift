/// A network and its training on one small picture: from the data through the layers to the loss, back again,
/// and to the step that changes the weights.
///
///     Pipeline(
///         title: "You are here: ReLU", layers: ["Linear", "ReLU", "Linear", "Softmax"], loss: "loss",
///         optimizer: "SGD", highlighted: [.layer(1)]
///     ).svg
public struct Pipeline: Picture, Equatable {
    /// A part of the training.
    public enum Part: Sendable, Hashable {
        /// The samples: inputs and labels.
        case data
        /// What makes a target of each label.
        case oneHot
        /// What takes the samples apart.
        case minibatches
        /// One of the layers, counted from 0.
        case layer(Int)
        /// All layers as one.
        case network
        /// What compares prediction and target, and begins the way back.
        case loss
        /// What counts right answers.
        case accuracy
        /// What changes the weights.
        case optimizer
        /// The loop around all of it.
        case loop
    }

    /// The words above the picture.
    public var title: String
    /// The names of the layers, first to last: about 26 letters together.
    public var layers: [String]
    /// The name of the loss.
    public var loss: String
    /// The name of the optimizer.
    public var optimizer: String
    /// Whether labels become one-hot targets; where they do not, the data has targets of its own.
    public var hasOneHot: Bool
    /// The parts that stand out.
    public var highlighted: Set<Part>

    /// Makes a picture of a training.
    ///
    /// - Parameters:
    ///   - title: The words above the picture.
    ///   - layers: The names of the layers, first to last: about 26 letters together.
    ///   - loss: The name of the loss.
    ///   - optimizer: The name of the optimizer.
    ///   - hasOneHot: Whether labels become one-hot targets.
    ///   - highlighted: The parts that stand out.
    public init(
        title: String, layers: [String], loss: String, optimizer: String, hasOneHot: Bool = true,
        highlighted: Set<Part>
    ) {
        self.title = title
        self.layers = layers
        self.loss = loss
        self.optimizer = optimizer
        self.hasOneHot = hasOneHot
        self.highlighted = highlighted
    }

    /// Draws the parts, and the arrows between them: forwards grey, backwards broken and in another colour.
    public func drawing(named name: String) -> Drawing {
        let layout = PipelineLayout(
            layers: layers, loss: loss, optimizer: optimizer, hasOneHot: hasOneHot)
        return Drawing(
            title: title, height: layout.loop.bottom + 6,
            content: [
                frame(.loop, layout.loop), frame(.network, layout.network),
                turn(of: layout.loop),
                .label(
                    "fit: epochs × batches", x: layout.loop.right - 8, y: layout.loop.y + 17,
                    style: "end \(style(of: .loop))"),
                .label(
                    "Sequential", x: layout.minibatches.x + 46, y: layout.network.y + 15,
                    style: style(of: .network)),
            ] + layout.arrows
                + [
                    box(.data, "data", layout.data),
                    layout.oneHot.map { box(.oneHot, "one-hot", $0) } ?? [],
                    box(.minibatches, "mini-batches", layout.minibatches),
                    box(.loss, loss, layout.loss), box(.accuracy, "accuracy", layout.accuracy),
                    box(.optimizer, optimizer, layout.optimizer),
                ].flatMap(\.self)
                + zip(layers, layout.layers).enumerated().flatMap { box(.layer($0), $1.0, $1.1) })
    }

    private func style(of part: Part) -> String { highlighted.contains(part) ? "here" : "muted" }

    private func frame(_ part: Part, _ box: Box) -> Markup {
        .rounded(box, style: highlighted.contains(part) ? "loop here" : "loop")
    }

    private func box(_ part: Part, _ name: String, _ box: Box) -> [Markup] {
        let isHere = highlighted.contains(part)
        return [
            .rounded(box, style: isHere ? "part here" : "part"),
            .label(
                name, x: box.middle.x, y: box.middle.y + 4, style: isHere ? "middle here inside" : "middle"),
        ]
    }

    /// The sign that the outer frame goes around and around.
    private func turn(of box: Box) -> Markup {
        let (x, y) = (box.x, box.middle.y)
        let corners = [(x - 4, y + 4), (x, y - 5), (x + 4, y + 4), (x - 4, y + 4)]
        return .element(
            "path",
            [
                "class": highlighted.contains(.loop) ? "head here" : "head",
                "d": String.path(corners.map { (x: $0.0, y: $0.1) }),
            ])
    }
}
