/// Where the parts of a `Pipeline` lie, and the arrows between them.
///
///     data → one-hot
///       ↓       ↓
///     mini-batches ───────────── targets
///       ↓                       ↓      ↓
///     layer → layer → layer → loss, accuracy
///       ↓ ←───── gradients ──────┘
///     optimizer
struct PipelineLayout {
    let data: Box
    let oneHot: Box?
    let loop = Box(x: 6, y: 70, width: 348, height: 208)
    let minibatches = Box(x: 16, y: 98, width: 180, height: 24)
    let accuracy = Box(x: 272, y: 120, width: 64, height: 24)
    let layers: [Box]
    /// The frame around all layers.
    let network: Box
    let loss: Box
    let optimizer: Box

    init(
        layers names: [String], loss lossName: String, optimizer optimizerName: String, hasOneHot: Bool
    ) {
        data = Box(x: 16, y: 30, width: hasOneHot ? 48 : 180, height: 24)
        oneHot = hasOneHot ? Box(x: 130, y: 30, width: 66, height: 24) : nil
        var layers: [Box] = []
        for name in names {
            let width = name.estimatedWidth(fontSize: Theme.textSize) + 9
            layers.append(Box(x: (layers.last?.right ?? 11) + 11, y: 162, width: width, height: 24))
        }
        self.layers = layers
        network = Box(x: 14, y: 140, width: (layers.last?.right ?? 22) - 6, height: 80)
        let width = lossName.estimatedWidth(fontSize: Theme.textSize) + 12
        loss = Box(x: 336 - width, y: 162, width: width, height: 24)
        optimizer = Box(
            x: 16, y: 244, width: optimizerName.estimatedWidth(fontSize: Theme.textSize) + 20, height: 24)
    }

    /// All arrows, with what flows along them.
    var arrows: [Markup] { intoTheLoop + forwards + backwards }

    private var intoTheLoop: [Markup] {
        let (inputs, targets) = (40.0, 163.0)
        let labels: [Markup] =
            oneHot.map { oneHot in
                .arrow([(data.right, 42), (oneHot.x, 42)]) + [
                    .label("labels", x: (data.right + oneHot.x) / 2 - 3, y: 37, style: "muted middle")
                ]
            } ?? []
        return labels
            + .arrow([(inputs, data.bottom), (inputs, minibatches.y)])
            + .arrow([(targets, data.bottom), (targets, minibatches.y)])
            + [
                .label("inputs", x: inputs + 6, y: 90, style: "muted"),
                .label("targets", x: targets - 6, y: 90, style: "muted end"),
            ]
    }

    private var forwards: [Markup] {
        let first = layers.first ?? network
        let (line, fork, targets) = (first.middle.y, network.right + 8, 347.0)
        let between = zip(layers, layers.dropFirst()).flatMap { left, right in
            [Markup].arrow([(left.right, line), (right.x, line)])
        }
        return .arrow([(first.middle.x, minibatches.bottom), (first.middle.x, first.y)])
            + between
            + .arrow([(layers.last?.right ?? network.right, line), (loss.x, line)])
            + .arrow([(fork, line), (fork, accuracy.middle.y), (accuracy.x, accuracy.middle.y)])
            + .arrow([(minibatches.right, 106), (targets, 106), (targets, line), (loss.right, line)])
            + .arrow([(targets, accuracy.middle.y), (accuracy.right, accuracy.middle.y)])
    }

    private var backwards: [Markup] {
        let (lane, end) = (network.bottom - 22, (layers.first ?? network).middle.x)
        let changes = optimizer.right + 30
        return .arrow(
            [(loss.middle.x, loss.bottom), (loss.middle.x, lane), (end, lane), (end, optimizer.y)],
            style: " back")
            + .arrow([(optimizer.right, 256), (changes, 256), (changes, network.bottom)])
            + [
                .label("backward: gradients", x: end + 8, y: network.bottom - 7, style: "back"),
                .label("step: changes the weights", x: changes + 8, y: 260, style: "muted"),
            ]
    }
}

extension Markup {
    /// A rectangle with round corners.
    static func rounded(_ box: Box, style: String) -> Markup {
        .element(
            "rect",
            ["class": style, "x": box.x, "y": box.y, "width": box.width, "height": box.height, "rx": 5])
    }
}

extension [Markup] {
    /// A line along points, and a head where it ends.
    fileprivate static func arrow(_ points: [(x: Double, y: Double)], style: String = "") -> [Markup] {
        guard let tip = points.last, let before = points.dropLast().last else { return [] }
        // Lines go straight up, down, or across.
        let (x, y) = (Self.direction(from: before.x, to: tip.x), Self.direction(from: before.y, to: tip.y))
        let base = (x: tip.x - 7 * x, y: tip.y - 7 * y)
        let head = [
            tip, (base.x - 3.5 * y, base.y - 3.5 * x), (base.x + 3.5 * y, base.y + 3.5 * x), tip,
        ]
        return [
            .element("path", ["class": "arrow" + style, "d": String.path(points.dropLast() + [base])]),
            .element("path", ["class": "head" + style, "d": String.path(head)]),
        ]
    }

    private static func direction(from start: Double, to end: Double) -> Double {
        end == start ? 0 : end > start ? 1 : -1
    }
}
