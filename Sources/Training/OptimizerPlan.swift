import NeuralNetwork
import Student

/// An optimizer of the course with its numbers; each kind reads those that it has.
struct OptimizerPlan: Equatable, Sendable {
    enum Kind: String, CaseIterable, Sendable { case sgd, momentum, rmsprop, adam }

    var kind: Kind
    var learningRate: Double
    var momentum = 0.9
    var decay = 0.9
    var beta1 = 0.9
    var beta2 = 0.999
    var epsilon = 1e-8

    /// An optimizer with a learning rate to begin with.
    init(_ kind: Kind, learningRate: Double? = nil) {
        self.kind = kind
        self.learningRate = learningRate ?? kind.usualLearningRate
    }

    /// A new optimizer, by the student.
    func optimizer(of parameters: [Parameter]) -> any Optimizer {
        switch kind {
        case .sgd: SGD(parameters: parameters, learningRate: learningRate)
        case .momentum:
            Momentum(parameters: parameters, learningRate: learningRate, momentum: momentum)
        case .rmsprop:
            RMSProp(parameters: parameters, learningRate: learningRate, decay: decay, epsilon: epsilon)
        case .adam:
            Adam(
                parameters: parameters, learningRate: learningRate, beta1: beta1, beta2: beta2,
                epsilon: epsilon)
        }
    }

    /// The numbers that the kind has besides the learning rate, with the options that set them.
    var settings: [(option: String, value: Double)] {
        switch kind {
        case .sgd: []
        case .momentum: [("--momentum", momentum)]
        case .rmsprop: [("--decay", decay), ("--epsilon", epsilon)]
        case .adam: [("--beta1", beta1), ("--beta2", beta2), ("--epsilon", epsilon)]
        }
    }
}

extension OptimizerPlan.Kind {
    /// A learning rate that is worth a first try.
    fileprivate var usualLearningRate: Double {
        switch self {
        case .sgd: 0.1
        case .momentum: 0.5
        case .rmsprop, .adam: 0.001
        }
    }
}
