import LinearAlgebra
import NeuralNetwork

/// An error in a step of the student's code, with the step's name: "the forward of layer 3 (ReLU)".
struct StepError: Error {
    let step: String
    /// The type whose step it is: "ReLU".
    let part: String
    let underlying: any Error
}

/// A loss or a prediction that is not finite, and the batch that it belongs to.
struct NotFinite: Error {
    let loss: Double
    let prediction: Matrix
    let target: Matrix
}

/// A layer that tells its number and name with its errors.
final class WatchedLayer: Layer {
    private let layer: any Layer
    private let number: Int
    private let watch: TrainingWatch

    init(_ layer: any Layer, number: Int, watch: TrainingWatch) {
        self.layer = layer
        self.number = number
        self.watch = watch
    }

    func forward(_ input: Matrix) throws -> Matrix {
        if number == 1 { watch.begin(with: input) }
        return try naming("forward") { try layer.forward(input) }
    }

    func backward(_ outputGradient: Matrix) throws -> Matrix {
        try naming("backward") { try layer.backward(outputGradient) }
    }

    func update(learningRate rate: Double) throws {
        try naming("update") { try layer.update(learningRate: rate) }
    }

    var parameters: [Parameter] { layer.parameters }

    private func naming<Result>(_ method: String, _ work: () throws -> Result) throws -> Result {
        try namingStep("the \(method) of layer \(number) (\(type(of: layer)))", of: layer, work)
    }
}

/// A loss that counts batches, and refuses numbers that are not finite.
///
/// What comes to `backward` is a training batch; a batch that is only measured never does.
final class WatchedLoss: Loss {
    private let loss: any Loss
    private let watch: TrainingWatch
    private var latest: (loss: Double, prediction: Matrix, target: Matrix)?

    init(_ loss: any Loss, watch: TrainingWatch) {
        self.loss = loss
        self.watch = watch
    }

    func forward(prediction: Matrix, target: Matrix) throws -> Double {
        let value = try namingStep("\(type(of: loss))'s forward", of: loss) {
            try loss.forward(prediction: prediction, target: target)
        }
        // The sum shows what is not finite among the elements, faster than a look at each.
        let isFinite = prediction.sum().isFinite || prediction.elements.allSatisfy(\.isFinite)
        guard value.isFinite, isFinite else {
            throw NotFinite(loss: value, prediction: prediction, target: target)
        }
        latest = (value, prediction, target)
        return value
    }

    func backward() throws -> Matrix {
        let gradient = try namingStep("\(type(of: loss))'s backward", of: loss) { try loss.backward() }
        if let latest {
            try watch.note(
                loss: latest.loss, prediction: latest.prediction, target: latest.target,
                threshold: loss.decisionThreshold)
        }
        return gradient
    }

    var decisionThreshold: Double { loss.decisionThreshold }
}

/// An optimizer that tells its name with its errors.
final class WatchedOptimizer: Optimizer {
    private let optimizer: any Optimizer

    init(_ optimizer: any Optimizer) {
        self.optimizer = optimizer
    }

    func step() throws {
        try namingStep("\(type(of: optimizer))'s step", of: optimizer) { try optimizer.step() }
    }

    func zeroGradients() { optimizer.zeroGradients() }
}

/// Does a step of the student's code; its error goes on with the step's name.
private func namingStep<Result>(
    _ step: @autoclosure () -> String, of part: AnyObject, _ work: () throws -> Result
) throws -> Result {
    do {
        return try work()
    } catch {
        throw StepError(step: step(), part: "\(type(of: part))", underlying: error)
    }
}
