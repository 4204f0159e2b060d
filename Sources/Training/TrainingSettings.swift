/// How a network was trained, as the files of a run tell other programs.
public struct TrainingSettings: Codable, Equatable, Sendable {
    /// The name that the network was called by: "moons", "custom".
    public var network: String
    /// The layers: "784,relu:128,10".
    public var layers: String
    /// The loss: "softmax-cross-entropy".
    public var loss: String
    /// The optimizer: "momentum".
    public var optimizer: String
    /// The step size η.
    public var learningRate: Double
    /// Momentum's β; nil for another optimizer, as with those below.
    public var momentum: Double?
    /// RMSProp's ρ.
    public var decay: Double?
    /// Adam's β₁.
    public var beta1: Double?
    /// Adam's β₂.
    public var beta2: Double?
    /// RMSProp's and Adam's ε.
    public var epsilon: Double?
    /// The number of samples in a batch; the last batch of an epoch takes what is left.
    public var batchSize: Int
    /// The number of epochs that were asked for.
    public var epochs: Int
    /// The number of samples to learn from.
    public var samples: Int
    /// What the random numbers began with.
    public var seed: UInt64

    /// Puts settings together; what only some optimizers have is nil until it is set.
    ///
    /// - Parameters:
    ///   - network: The name that the network was called by.
    ///   - layers: The layers: "784,relu:128,10".
    ///   - loss: The loss.
    ///   - optimizer: The optimizer.
    ///   - learningRate: The step size η.
    ///   - batchSize: The number of samples in a batch.
    ///   - epochs: The number of epochs that were asked for.
    ///   - samples: The number of samples to learn from.
    ///   - seed: What the random numbers began with.
    public init(
        network: String, layers: String, loss: String, optimizer: String, learningRate: Double,
        batchSize: Int, epochs: Int, samples: Int, seed: UInt64
    ) {
        self.network = network
        self.layers = layers
        self.loss = loss
        self.optimizer = optimizer
        self.learningRate = learningRate
        self.batchSize = batchSize
        self.epochs = epochs
        self.samples = samples
        self.seed = seed
    }
}
