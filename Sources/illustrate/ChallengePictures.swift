import Charts
import Foundation

extension Illustration {
    /// Pages 22 to 24: ways downhill.
    static let challengePictures: [Illustration] = [
        Illustration("leaky-relu-revival", leakyReluRevival),
        Illustration("rmsprop-valley", rmspropValley),
        Illustration("adam-correction", adamCorrection),
    ]

    private static var leakyReluRevival: FunctionPlot {
        FunctionPlot(
            title: "A unit that is 0 for every sample", horizontal: .init("step", 1...20),
            vertical: .init("loss", 0...3.5),
            lines: [("ReLU", 0), ("leaky ReLU, slope 0.1", 0.1)].map { name, slope in
                .init(name, .steps, pieces: [revival(slope: slope)])
            })
    }

    private static var rmspropValley: FunctionPlot {
        FunctionPlot(
            title: "A long valley, seen from above", horizontal: .init("θ₁", -0.2...1.1),
            vertical: .init("θ₂", -1...1.1),
            lines: [
                .init(
                    "L = 1, 5, 15, 30, 50", .faint,
                    pieces: [1, 5, 15, 30, 50].map { ellipse(loss: $0, steepness: 100) }),
                .init(
                    "SGD, η = 0.019", .steps,
                    pieces: [
                        path(from: .init(1, 1), steps: 30) { .init(0.019 * $0.x, 0.019 * 100 * $0.y) }
                    ]),
                .init("RMSProp, η = 0.05", .steps, pieces: [rmsprop]),
            ], marks: [.init(0, 0, "lowest", .below), .init(1, 1, "start", .above)])
    }

    private static var adamCorrection: FunctionPlot {
        FunctionPlot(
            title: "A thousand equal gradients", horizontal: .init("step", 1...1000),
            vertical: .init("step length, in units of η", 0...7),
            lines: [
                .init(
                    "uncorrected", pieces: [(1...1000).map { .init(Double($0), uncorrected(Double($0))) }]
                ),
                .init("corrected", pieces: [[.init(1, 1), .init(1000, 1)]]),
            ], marks: [.init(12, uncorrected(12), "6.57 in step 12", .right)])
    }

    /// The loss before each of 20 steps: a unit w x + b from (−1, −1), of which a share `slope` comes through below
    /// 0, learns to give 1 for 1 and 2 for 2.
    private static func revival(slope: Double) -> [FunctionPlot.Point] {
        var (weight, bias) = (-1.0, -1.0)
        return (1...20).map { step in
            let samples = [1.0, 2].map { input in
                let logit = weight * input + bias
                let steepness = logit > 0 ? 1 : slope
                return (input: input, error: steepness * logit - input, steepness: steepness)
            }
            for sample in samples {
                weight -= 0.2 * sample.error * sample.steepness * sample.input
                bias -= 0.2 * sample.error * sample.steepness
            }
            return .init(Double(step), samples.map { $0.error * $0.error / 2 }.reduce(0, +))
        }
    }

    /// 30 steps of RMSProp from (1, 1) on ½ (θ₁² + 100 θ₂²).
    private static let rmsprop: [FunctionPlot.Point] = {
        var squares = FunctionPlot.Point(0, 0)
        return path(from: .init(1, 1), steps: 30) { place in
            let gradient = FunctionPlot.Point(place.x, 100 * place.y)
            squares.x = 0.9 * squares.x + 0.1 * gradient.x * gradient.x
            squares.y = 0.9 * squares.y + 0.1 * gradient.y * gradient.y
            return .init(
                0.05 * gradient.x / (squares.x.squareRoot() + 1e-8),
                0.05 * gradient.y / (squares.y.squareRoot() + 1e-8))
        }
    }()

    /// The length of step t in units of the learning rate, when all gradients are equal and nothing is corrected.
    private static func uncorrected(_ step: Double) -> Double {
        (1 - pow(0.9, step)) / (1 - pow(0.999, step)).squareRoot()
    }
}
