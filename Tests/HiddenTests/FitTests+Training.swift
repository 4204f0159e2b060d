import LinearAlgebra
import NeuralNetwork
import Reference
import Testing

/// A model, a loss, an optimizer and the data they fit: all the reference's, all drawn from one seed.
///
/// Two made from copies of one draw are alike, and only what `fit` does to them can tell them apart.
struct Training {
    let model: Reference.Sequential
    let loss: any Loss
    let optimizer: any Optimizer
    let training: Dataset
    let validation: Dataset?
    let epochs: Int
    let description: String

    /// Draws everything.
    ///
    /// - Parameters:
    ///   - draw: The source of randomness.
    ///   - isUniform: Makes all samples of the training set the same, so that their order cannot matter.
    /// - Throws: Nothing that a random case would bring about.
    init(_ draw: inout Draw, allSamplesAlike isUniform: Bool = false) throws {
        let kind = Kind.allCases[draw.integer(in: 0...Kind.allCases.count - 1)]
        let (features, outputs) = (draw.count(), kind.isBinary ? 1 : draw.integer(in: 2...5))
        let samples = draw.integer(in: 1...25)
        let hidden = draw.count()

        var layers: [any Layer] = [
            try Reference.Linear(weight: draw.normal(features, hidden), bias: draw.normal(1, hidden)),
            Reference.Tanh(),
            try Reference.Linear(weight: draw.normal(hidden, outputs), bias: draw.normal(1, outputs)),
        ]
        layers += kind.lastLayers
        model = Reference.Sequential(layers)
        loss = kind.loss
        optimizer = draw.optimizer(of: model.parameters)
        training = try draw.dataset(samples, features, outputs, allSamplesAlike: isUniform)
        validation = draw.chance(of: 0.6) ? try draw.dataset(draw.count(), features, outputs) : nil
        epochs = draw.integer(in: 1...5)
        description = """
            fit of \(samples) samples with \(kind) loss\(validation == nil ? "" : " and a validation set")
            """
    }
}

private enum Kind: String, CaseIterable {
    case squared, binary, logistic, categorical, softmax

    var isBinary: Bool { self == .binary || self == .logistic }

    var loss: any Loss {
        switch self {
        case .squared: Reference.MeanSquaredError()
        case .binary: Reference.BinaryCrossEntropy()
        case .logistic: Reference.SigmoidCrossEntropy()
        case .categorical: Reference.CrossEntropy()
        case .softmax: Reference.SoftmaxCrossEntropy()
        }
    }

    var lastLayers: [any Layer] {
        switch self {
        case .binary: [Reference.Sigmoid()]
        case .categorical: [Reference.Softmax()]
        default: []
        }
    }
}

extension Draw {
    fileprivate mutating func optimizer(of parameters: [Parameter]) -> any Optimizer {
        let rate = number(in: 0.01...0.3)
        return switch integer(in: 0...2) {
        case 0: Reference.SGD(parameters: parameters, learningRate: rate)
        case 1: Reference.Momentum(parameters: parameters, learningRate: rate)
        // A large ε keeps rounding small where a gradient is nearly 0.
        default: Reference.Adam(parameters: parameters, learningRate: rate, epsilon: 0.01)
        }
    }

    fileprivate mutating func dataset(
        _ samples: Int, _ features: Int, _ outputs: Int, allSamplesAlike: Bool = false
    ) throws -> Dataset {
        let inputs = normal(samples, features)
        let targets = outputs == 1 ? zerosAndOnes(samples, 1) : oneHotRows(samples, outputs)
        let dataset = try Dataset(inputs: inputs, targets: targets)
        return allSamplesAlike ? dataset.selecting([Int](repeating: 0, count: samples)) : dataset
    }
}

/// Records an issue unless two histories agree.
///
/// - Returns: True when they agree.
func agree(
    _ student: [EpochMetrics], _ reference: [EpochMetrics], _ name: String, _ draw: Draw,
    sourceLocation: SourceLocation
) -> Bool {
    holds(
        student.map(\.epoch) == reference.map(\.epoch),
        "\(name): the history's epochs are \(student.map(\.epoch)), not \(reference.map(\.epoch)).", draw,
        sourceLocation: sourceLocation)
        && zip(student, reference).allSatisfy { student, reference in
            let epoch = reference.epoch
            let fields: [(String, Double?, Double?)] = [
                ("trainingLoss", student.trainingLoss, reference.trainingLoss),
                ("trainingAccuracy", student.trainingAccuracy, reference.trainingAccuracy),
                ("validationLoss", student.validationLoss, reference.validationLoss),
                ("validationAccuracy", student.validationAccuracy, reference.validationAccuracy),
            ]
            return fields.allSatisfy { field, student, reference in
                let name = "\(name), \(field) of epoch \(epoch)"
                switch (student, reference) {
                case (nil, nil): return true
                case (let student?, let reference?):
                    return agree(student, reference, name, draw, sourceLocation: sourceLocation)
                case (let student, let reference):
                    return holds(
                        false,
                        "\(name) should \(reference == nil ? "" : "not ")be nil, and is \(student ?? .nan).",
                        draw, sourceLocation: sourceLocation)
                }
            }
        }
}
