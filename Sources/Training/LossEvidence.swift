import LinearAlgebra
import NeuralNetwork

/// Where numbers stopped being finite, found by looking at the network as the failing batch left it.
struct LossEvidence {
    /// A part of a layer: its number, from 1, and its name.
    struct Place: Equatable {
        let number: Int
        let name: String
        var text: String { "layer \(number) (\(name))" }
    }

    /// How many batches had been learnt from.
    var batches = 0
    /// The latest losses before this one.
    var latestLosses: [Double] = []
    /// From where to where the loss went before it broke, if it rose far.
    var growth: (from: Double, to: Double)?
    /// The first layer with weights or biases that are not finite.
    var brokenWeights: Place?
    /// The layer nearest to the loss with a gradient that is not finite.
    var brokenGradient: Place?
    /// Whether all gradients are there and finite.
    var gradientsAreFine = false
    /// The largest weight or bias that is finite.
    var largestWeight = 0.0
    /// The first layer that makes numbers which are not finite of finite ones, and the largest of those.
    var brokenOutput: (place: Place, largestInput: Double)?
    var predictionIsFinite = true
    /// The smallest and the largest prediction, of those that are finite.
    var predictions = 0.0...0.0

    /// Looks at a network.
    ///
    /// - Parameters:
    ///   - layers: The layers, as the failing batch left them.
    ///   - input: What the first layer was given last.
    ///   - prediction: What the loss was given.
    ///   - losses: The losses of the batches before.
    init(layers: [any Layer], input: Matrix?, prediction: Matrix, losses: LossTrail) {
        batches = losses.count
        latestLosses = losses.latest
        growth = losses.growth(batchSize: prediction.rows)
        let places = layers.enumerated().map { Place(number: $0 + 1, name: "\(type(of: $1))") }
        let parameters = zip(places, layers).flatMap { place, layer in
            layer.parameters.map { (place: place, parameter: $0) }
        }
        brokenWeights = parameters.first { !$0.parameter.value.isFinite }?.place
        let gradients = parameters.map { (place: $0.place, gradient: $0.parameter.gradient) }
        brokenGradient = gradients.last { $0.gradient.map { !$0.isFinite } ?? false }?.place
        gradientsAreFine = gradients.allSatisfy { $0.gradient?.isFinite ?? false }
        largestWeight = parameters.map(\.parameter.value.largestMagnitude).max() ?? 0
        predictionIsFinite = prediction.isFinite
        let finite = prediction.elements.filter(\.isFinite)
        predictions = (finite.min() ?? 0)...(finite.max() ?? 0)

        guard var signal = input, brokenWeights == nil else { return }
        for (place, layer) in zip(places, layers) {
            guard signal.isFinite, let output = try? layer.forward(signal) else { return }
            if !output.isFinite {
                brokenOutput = (place, signal.largestMagnitude)
                return
            }
            signal = output
        }
    }
}

extension LossTrail {
    /// From where to where the losses went, if they rose to ten times of what they began with.
    fileprivate func growth(batchSize: Int) -> (from: Double, to: Double)? {
        guard let start = first.first, let top = latest.max(), count > 1 else { return nil }
        // With batches of one the losses jump: there the median of the first ones is what counts.
        let from = batchSize == 1 ? first.sorted()[first.count / 2] : start
        return top > 10 * Swift.max(from, 0.001) ? (from, top) : nil
    }
}

extension Matrix {
    fileprivate var isFinite: Bool { elements.allSatisfy(\.isFinite) }
    fileprivate var largestMagnitude: Double {
        elements.reduce(0) { $1.isFinite ? Swift.max($0, $1.magnitude) : $0 }
    }
}
