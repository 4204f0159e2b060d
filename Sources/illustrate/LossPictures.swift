import Charts
import Foundation

extension Illustration {
    /// Pages 08 to 12: what a loss is, and where it pushes.
    static let lossPictures: [Illustration] = [
        Illustration("mean-squared-error-curve", meanSquaredErrorCurve),
        Illustration("binary-cross-entropy-curve", binaryCrossEntropyCurve),
        Illustration("cross-entropy-curve", crossEntropyCurve),
        Illustration("sigmoid-cross-entropy-clipped", sigmoidCrossEntropyClipped),
        Illustration("softmax-cross-entropy-descent", softmaxCrossEntropyDescent),
    ]

    private static var meanSquaredErrorCurve: FunctionPlot {
        FunctionPlot(
            title: "The square and its derivative", horizontal: .init("error ŷ − y", -2...2),
            vertical: .init("", -4...4),
            lines: [
                .init("(ŷ − y)²", over: -2...2) { $0 * $0 },
                .init("derivative 2(ŷ − y)", pieces: [[.init(-2, -4), .init(2, 4)]]),
            ])
    }

    private static var binaryCrossEntropyCurve: FunctionPlot {
        FunctionPlot(
            title: "Binary cross-entropy", horizontal: .init("probability p", 0...1),
            vertical: .init("loss", 0...5.5),
            lines: [
                .init("truth 1: −ln p", over: 0.005...0.995) { -log($0) },
                .init("truth 0: −ln(1 − p)", over: 0.005...0.995) { -log(1 - $0) },
            ], marks: [.init(0.5, log(2), "0.693", .above)])
    }

    private static var crossEntropyCurve: FunctionPlot {
        FunctionPlot(
            title: "Cross-entropy: −ln p", horizontal: .init("probability of the right class", 0...1),
            vertical: .init("loss", 0...4),
            lines: [.init("", over: 0.02...1) { -log($0) }],
            marks: [(0.1, "2.303"), (0.4, "0.916"), (0.7, "0.357")].map {
                .init($0, -log($0), $1, .aboveRight)
            } + [.init(1, 0, "0", .above)])
    }

    private static var sigmoidCrossEntropyClipped: FunctionPlot {
        FunctionPlot(
            title: "The loss, in one and in two steps",
            horizontal: .init("logit z, where the truth is 0", 0...60), vertical: .init("loss", 0...60),
            lines: [
                .init("in one", over: 0...60) { max($0, 0) + log1p(exp(-abs($0))) },
                .init("sigmoid, clip, logarithm", over: 0...60) {
                    -log(1 - min(1 / (1 + exp(-$0)), 1 - 1e-12))
                },
            ])
    }

    private static var softmaxCrossEntropyDescent: FunctionPlot {
        FunctionPlot(
            title: "30 steps downhill", horizontal: .init("step", 0...30),
            vertical: .init("probability", 0...1),
            lines: zip(["class 0", "class 1 (right)", "class 2"], 0...).map { name, index in
                .init(name, .steps, pieces: [descent.enumerated().map { .init(Double($0), $1[index]) }])
            })
    }

    /// The probabilities of logits that start at 1, 2, 3, while each step takes p − y from them, where the class
    /// in the middle is right.
    private static let descent: [[Double]] = {
        var logits = [1.0, 2, 3]
        return (0...30).map { _ in
            let probabilities = softmax(logits)
            logits = zip(logits, zip(probabilities, [0, 1, 0])).map { $0 - ($1.0 - $1.1) }
            return probabilities
        }
    }()
}
