import LinearAlgebra
import NeuralNetwork
import Student

/// The student's layers in a row, as a plan describes them.
struct Network {
    /// How the weights start.
    enum Start {
        /// As the student's `Linear` chooses.
        case random
        /// From a normal distribution with this deviation; the biases at 0.
        case normal(deviation: Double)
        /// At these weights and biases, in the layers' order.
        case given([Matrix])
    }

    /// The student's layers themselves.
    let layers: [any Layer]
    /// Those of them that learn.
    let linears: [Linear]
    /// What is trained: a `Sequential` of the layers, each of them watched.
    let model: Sequential

    /// Builds the layers.
    ///
    /// - Throws: What the student's `Linear` throws; `ShapeError` for given matrices that do not fit.
    init(
        _ list: LayerList, start: Start, watch: TrainingWatch,
        using generator: inout some RandomNumberGenerator
    ) throws {
        var layers: [any Layer] = []
        var linears: [Linear] = []
        for (index, (step, size)) in zip(list.steps, list.linearSizes).enumerated() {
            let linear =
                switch start {
                case .random:
                    try Linear(inFeatures: size.inputs, outFeatures: size.outputs, using: &generator)
                case .normal(let deviation):
                    try Linear(
                        weight: .normal(
                            rows: size.inputs, columns: size.outputs, standardDeviation: deviation,
                            using: &generator),
                        bias: .zeros(rows: 1, columns: size.outputs))
                case .given(let matrices):
                    try Linear(weight: matrices[2 * index], bias: matrices[2 * index + 1])
                }
            linears.append(linear)
            layers.append(linear)
            if let activation = step.activation { layers.append(activation.layer) }
        }
        self.layers = layers
        self.linears = linears
        model = Sequential(
            layers.enumerated().map { WatchedLayer($1, number: $0 + 1, watch: watch) })
    }

    /// Runs the layers forwards, without the student's `Sequential`, and seen by nobody.
    func predict(_ input: Matrix) throws -> Matrix {
        var signal = input
        for layer in layers { signal = try layer.forward(signal) }
        return signal
    }

    /// What the network has learnt: weight and bias of each linear layer, in their order.
    var parameters: [Matrix] { linears.flatMap { [$0.weight.value, $0.bias.value] } }
}
