import Charts
import Foundation

extension Illustration {
    /// Pages 00, 02, 03 and 16.
    static let otherPictures: [Illustration] = [
        Illustration("step-length", stepLength),
        Illustration("three-or-nine", threeOrNine),
        Illustration("accuracy-steps", accuracySteps),
        Illustration("batch-noise", batchNoise),
    ]

    private static var stepLength: FunctionPlot {
        FunctionPlot(
            title: "How long may one step be?", horizontal: .init("learning rate η", 0...0.1),
            vertical: .init("loss after the step", 0...7),
            lines: [.init("", over: 0...0.1, lossAfterStep)],
            marks: [
                .init(0, lossAfterStep(0), "no step", .right),
                .init(0.05, lossAfterStep(0.05), "η = 0.05", .above),
                .init(0.1, lossAfterStep(0.1), "η = 0.1: too far", .left),
            ])
    }

    private static var threeOrNine: FunctionPlot {
        FunctionPlot(
            title: "3 or 9, as a single number", horizontal: .init("answer s", 0...12),
            vertical: .init("mean squared error", 0...50),
            lines: [.init("", over: 0...12) { (pow($0 - 3, 2) + pow($0 - 9, 2)) / 2 }],
            marks: [
                .init(6, 9, "the best answer: 6", .below), .init(3, 18, "3", .left),
                .init(9, 18, "9", .right),
            ])
    }

    private static var accuracySteps: FunctionPlot {
        FunctionPlot(
            title: "The accuracy has no slope", horizontal: .init("parameter b", -4...2),
            vertical: .init("", 0...1.1),
            lines: [
                .init("accuracy", pieces: [staircase]), .init("loss", over: -4...2, lossOfFour),
            ], marks: [.init(-1, lossOfFour(-1), "0.3005", .below)])
    }

    private static var batchNoise: FunctionPlot {
        FunctionPlot(
            title: "How rough a batch's gradient is", horizontal: .init("batch size", 1...256),
            vertical: .init("error, as a share of a single sample's", 0...1),
            lines: [.init("", pieces: [(1...256).map { .init(Double($0), noise(ofBatch: Double($0))) }])],
            marks: [(1, "n = 1: 1"), (4, "n = 4: 0.5"), (16, "n = 16: 0.25"), (64, "n = 64: 0.124")].map {
                .init($0, noise(ofBatch: $0), $1, $0 == 1 ? .right : .aboveRight)
            })
    }

    /// The loss of the network of page 00, after one step.
    private static func lossAfterStep(_ rate: Double) -> Double {
        pow(67.5 * rate * rate + 33.75 * rate - 1.5, 2)
    }

    /// The accuracy of page 03's four samples: it jumps where a logit passes 0.
    private static let staircase = [
        (-4, 0.5), (-3, 0.5), (-3, 0.75), (-1.5, 0.75), (-1.5, 1), (-0.5, 1), (-0.5, 0.75), (1, 0.75),
        (1, 0.5), (2, 0.5),
    ].map(FunctionPlot.Point.init)

    /// The mean binary cross-entropy of the same samples.
    private static func lossOfFour(_ parameter: Double) -> Double {
        zip([-1, 0.5, 1.5, 3], [0.0, 0, 1, 1]).map { input, target in
            let logit = input + parameter
            return (log(1 + exp(logit)) - logit * target) / 4
        }
        .reduce(0, +)
    }

    /// The standard error of a mean of n out of 4,000, drawn without putting back, over that of n = 1.
    private static func noise(ofBatch size: Double) -> Double { ((4000 - size) / (size * 3999)).squareRoot() }
}
