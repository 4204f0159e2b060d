import Charts
import Foundation

extension Illustration {
    /// Pages 04 to 07, 21 and 22: what a layer computes, and how steep it is.
    static let layerPictures: [Illustration] = [
        Illustration("linear-start", linearStart),
        Illustration("relu-hinges", reluHinges),
        Illustration("relu-curve", reluCurve),
        Illustration("sigmoid-curve", sigmoidCurve),
        Illustration("softmax-race", softmaxRace),
        Illustration("tanh-curve", tanhCurve),
        Illustration("leaky-relu-curve", leakyReluCurve),
    ]

    private static var linearStart: FunctionPlot {
        FunctionPlot(
            title: "How numbers grow, layer by layer", horizontal: .init("layers passed", 0...8),
            vertical: .init("size of the numbers, input = 1", 0...6),
            lines: [("1.25/√in", 1.25), ("1/√in", 1), ("0.75/√in", 0.75)].map { name, factor in
                .init(name, .steps, pieces: [(0...8).map { .init(Double($0), pow(factor, Double($0))) }])
            })
    }

    private static var reluHinges: FunctionPlot {
        FunctionPlot(
            title: "A tax, as the sum of two hinges", horizontal: .init("income", 0...60),
            vertical: .init("tax", 0...14),
            lines: [
                .init("tax", over: 0...60) { hinge(at: 10, $0) + hinge(at: 40, $0) },
                .init("0.2 · max(0, x − 10)", over: 0...60) { hinge(at: 10, $0) },
                .init("0.2 · max(0, x − 40)", over: 0...60) { hinge(at: 40, $0) },
            ],
            marks: [
                .init(10, 0, "", .above), .init(30, 4, "4", .above), .init(40, 6, "6", .above),
                .init(50, 10, "10", .left),
            ])
    }

    private static var reluCurve: FunctionPlot {
        FunctionPlot(
            title: "ReLU and its slope", horizontal: .init("x", -3...3), vertical: .init("", -0.5...3),
            lines: [
                .init("y", pieces: [[.init(-3, 0), .init(0, 0), .init(3, 3)]]),
                .init("slope", pieces: [[.init(-3, 0), .init(0, 0)], [.init(0, 1), .init(3, 1)]]),
            ],
            marks: [.init(0, 0, "", .below, isOpen: true), .init(0, 1, "", .above, isOpen: true)])
    }

    private static var sigmoidCurve: FunctionPlot {
        FunctionPlot(
            title: "Sigmoid and its slope", horizontal: .init("x", -6...6), vertical: .init("", 0...1),
            lines: [
                .init("y = σ(x)", over: -6...6, sigmoid),
                .init("slope = y (1 − y)", over: -6...6) { sigmoid($0) * (1 - sigmoid($0)) },
            ],
            marks: [
                .init(0, sigmoid(0), "0.5", .left), .init(2, sigmoid(2), "0.881", .left),
                .init(0, 0.25, "0.25", .aboveRight),
                .init(2, sigmoid(2) * (1 - sigmoid(2)), "0.105", .aboveRight),
            ])
    }

    private static var softmaxRace: FunctionPlot {
        FunctionPlot(
            title: "One logit rises, two probabilities fall",
            horizontal: .init("logit of class 0", -4...6), vertical: .init("probability", 0...1),
            lines: (0..<3).map { index in
                .init("class \(index)", over: -4...6) { softmax([$0, 0, log(3)])[index] }
            },
            marks: zip([0.6, 0.1, 0.3], [FunctionPlot.Mark.Side.left, .aboveRight, .right]).map {
                .init(log(6), $0, "\($0)", $1)
            })
    }

    private static var tanhCurve: FunctionPlot {
        FunctionPlot(
            title: "Tanh and its slope", horizontal: .init("x", -3...3), vertical: .init("", -1...1),
            lines: [
                .init("y = tanh x", over: -3...3, tanh),
                .init("slope = 1 − y²", over: -3...3) { 1 - tanh($0) * tanh($0) },
            ],
            marks: [
                .init(0, 0, "", .above), .init(1, tanh(1), "0.762", .right), .init(0, 1, "", .above),
                .init(1, 1 - tanh(1) * tanh(1), "0.420", .right),
            ])
    }

    private static var leakyReluCurve: FunctionPlot {
        FunctionPlot(
            title: "Leaky ReLU and its derivative", horizontal: .init("x", -3...3),
            vertical: .init("", -0.5...3),
            lines: [
                .init("y, slope 0.1", pieces: [[.init(-3, -0.3), .init(0, 0), .init(3, 3)]]),
                .init(
                    "derivative", pieces: [[.init(-3, 0.1), .init(0, 0.1)], [.init(0, 1), .init(3, 1)]]),
            ],
            marks: [.init(0, 0.1, "", .above, isOpen: true), .init(0, 1, "", .above, isOpen: true)])
    }

    private static func hinge(at start: Double, _ x: Double) -> Double { 0.2 * max(0, x - start) }

    private static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    /// The probabilities of logits that are small enough for their exponentials.
    static func softmax(_ logits: [Double]) -> [Double] {
        let powers = logits.map { exp($0) }
        return powers.map { $0 / powers.reduce(0, +) }
    }
}
