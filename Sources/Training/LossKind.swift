import NeuralNetwork
import Student

/// A loss of the course.
enum LossKind: String, CaseIterable, Sendable {
    case meanSquaredError = "mean-squared-error"
    case binaryCrossEntropy = "binary-cross-entropy"
    case crossEntropy = "cross-entropy"
    case sigmoidCrossEntropy = "sigmoid-cross-entropy"
    case softmaxCrossEntropy = "softmax-cross-entropy"

    /// A new loss of this kind, by the student.
    var loss: any Loss {
        switch self {
        case .meanSquaredError: MeanSquaredError()
        case .binaryCrossEntropy: BinaryCrossEntropy()
        case .crossEntropy: CrossEntropy()
        case .sigmoidCrossEntropy: SigmoidCrossEntropy()
        case .softmaxCrossEntropy: SoftmaxCrossEntropy()
        }
    }

    /// The loss that goes with what the last layer gives.
    init(for layers: LayerList) {
        self =
            switch layers.lastActivation {
            case .sigmoid where layers.outputs == 1: .binaryCrossEntropy
            case .softmax: .crossEntropy
            case nil where layers.outputs == 1: .sigmoidCrossEntropy
            case nil: .softmaxCrossEntropy
            default: .meanSquaredError
            }
    }

    /// Why nothing can be learnt by this loss from what the layers give, and what would do; nil if it can.
    func objection(to layers: LayerList) -> String? {
        let isOneColumn = layers.outputs == 1
        switch self {
        case .meanSquaredError, .sigmoidCrossEntropy:
            return nil
        case .binaryCrossEntropy where ![.sigmoid, .softmax].contains(layers.lastActivation):
            return "takes probabilities, and the last layer gives any number. End --layers with "
                + "sigmoid:\(layers.outputs), or take --loss sigmoid-cross-entropy."
        case .crossEntropy where isOneColumn, .softmaxCrossEntropy where isOneColumn:
            return "is for several classes, and there is one output. Take --loss "
                + (layers.lastActivation == .sigmoid ? "binary-cross-entropy." : "sigmoid-cross-entropy.")
        case .crossEntropy where layers.lastActivation != .softmax:
            return
                "takes rows of probabilities that add up to 1. End --layers with softmax:\(layers.outputs), "
                + "or leave the activation there out and take --loss softmax-cross-entropy."
        case .binaryCrossEntropy, .crossEntropy, .softmaxCrossEntropy:
            return nil
        }
    }
}
