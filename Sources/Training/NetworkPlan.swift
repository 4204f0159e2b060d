/// A network and how it is trained: all that the arguments can change, apart from where the data comes from.
struct NetworkPlan: Equatable, Sendable {
    /// What a network learns from: its number of inputs tells.
    enum Problem: Sendable {
        /// Points in the plane, of class 0 or 1.
        case moons
        /// Images of 28 × 28 pixels, of ten classes.
        case digits

        var inputs: Int { self == .moons ? 2 : 784 }
        var outputs: Int { self == .moons ? 1 : 10 }
    }

    var name: String
    var layers: LayerList
    var loss: LossKind
    var optimizer: OptimizerPlan
    /// The number of samples in a batch; nil for all of them.
    var batchSize: Int?
    var epochs: Int

    /// What the network learns from.
    var problem: Problem { layers.inputs == Problem.moons.inputs ? .moons : .digits }

    /// A network of one's own.
    ///
    /// - Throws: `UsageError` when there is no data for the layers, or the loss does not go with them.
    init(layers: LayerList, loss: LossKind?, optimizer: OptimizerPlan) throws(UsageError) {
        self.init(
            name: "custom", layers: layers, loss: loss ?? LossKind(for: layers), optimizer: optimizer,
            batchSize: 32, epochs: layers.inputs == Problem.moons.inputs ? 100 : 10)
        guard layers.inputs == problem.inputs else {
            throw UsageError(
                "--layers begins with \(layers.inputs) inputs, and there is data for 2 (moons) and 784 (digits)."
            )
        }
        guard layers.outputs == problem.outputs else {
            let wanted =
                problem == .moons
                ? "moons have 1 output, class 0 or 1" : "digits have 10 outputs, one for each digit"
            throw UsageError("--layers ends with \(layers.outputs), and \(wanted).")
        }
        if self.layers.lastActivation == .softmax, layers.outputs == 1 {
            throw UsageError("--layers: the softmax of one number is always 1. End with sigmoid:1.")
        }
        if let objection = self.loss.objection(to: layers) {
            throw UsageError("--loss \(self.loss.rawValue) \(objection)")
        }
    }

    private init(
        name: String, layers: LayerList, loss: LossKind, optimizer: OptimizerPlan, batchSize: Int?,
        epochs: Int
    ) {
        self.name = name
        self.layers = layers
        self.loss = loss
        self.optimizer = optimizer
        self.batchSize = batchSize
        self.epochs = epochs
    }

    /// The networks that have a name.
    static let named: [NetworkPlan] = [
        NetworkPlan(
            name: "moons",
            layers: LayerList(2, (.relu, 25), (.relu, 50), (.relu, 50), (.relu, 25), (.sigmoid, 1)),
            loss: .binaryCrossEntropy, optimizer: OptimizerPlan(.sgd, learningRate: 0.5), batchSize: nil,
            epochs: 300),
        NetworkPlan(
            name: "mnist-mlp", layers: LayerList(784, (.relu, 512), (.relu, 64), (nil, 10)),
            loss: .softmaxCrossEntropy, optimizer: OptimizerPlan(.sgd, learningRate: 0.01), batchSize: 1,
            epochs: 5),
        NetworkPlan(
            name: "mnist-momentum", layers: LayerList(784, (.sigmoid, 64), (nil, 10)),
            loss: .softmaxCrossEntropy, optimizer: OptimizerPlan(.momentum, learningRate: 3),
            batchSize: 128, epochs: 10),
        NetworkPlan(
            name: "mnist-sigmoid",
            layers: LayerList(784, (.sigmoid, 32), (.sigmoid, 24), (.sigmoid, 10)),
            loss: .meanSquaredError, optimizer: OptimizerPlan(.sgd, learningRate: 0.5), batchSize: 1,
            epochs: 12),
    ]
}

extension LayerList {
    /// Layers that are known to be right.
    fileprivate init(_ inputs: Int, _ steps: (activation: Activation?, size: Int)...) {
        self.init(inputs: inputs, steps: steps.map { Step(size: $0.size, activation: $0.activation) })
    }
}
