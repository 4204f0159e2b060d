public import LinearAlgebra
public import NeuralNetwork

/// What was called, in order; shared by the spies of one test.
public final class CallLog {
    /// The calls so far: "first.forward", "optimizer.step".
    public var calls: [String] = []

    /// Makes an empty log.
    public init() {}
}

/// A layer that notes what it is called with, and multiplies by a factor in both directions.
public final class SpyLayer: Layer {
    /// The layer's name in the log.
    public let name: String
    /// What inputs and gradients are multiplied by.
    public var factor: Double
    /// What the layer claims to learn.
    public let parameters: [Parameter]
    /// The inputs of all `forward`s, in order.
    public private(set) var inputs: [Matrix] = []
    /// The gradients of all `backward`s, in order.
    public private(set) var gradients: [Matrix] = []
    /// The rates of all `update`s, in order.
    public private(set) var rates: [Double] = []
    private let log: CallLog

    /// Makes a spy that writes to the given log.
    public init(_ name: String, factor: Double = 1, parameters: [Parameter] = [], log: CallLog) {
        self.name = name
        self.factor = factor
        self.parameters = parameters
        self.log = log
    }

    /// Notes the call, and returns the input times the factor.
    ///
    /// - Throws: Nothing.
    public func forward(_ input: Matrix) throws -> Matrix {
        log.calls.append("\(name).forward")
        inputs.append(input)
        return factor * input
    }

    /// Notes the call, and returns the gradient times the factor.
    ///
    /// - Throws: Nothing.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        log.calls.append("\(name).backward")
        gradients.append(outputGradient)
        return factor * outputGradient
    }

    /// Notes the call.
    ///
    /// - Throws: Nothing.
    public func update(learningRate: Double) throws {
        log.calls.append("\(name).update")
        rates.append(learningRate)
    }
}

/// A loss that notes what it is called with; its value is the mean of the prediction.
public final class SpyLoss: Loss {
    /// From where a single column means class 1.
    public let decisionThreshold: Double
    /// The predictions and targets of all `forward`s, in order.
    public private(set) var batches: [(prediction: Matrix, target: Matrix)] = []
    private let log: CallLog

    /// Makes a spy that writes to the given log.
    public init(decisionThreshold: Double = 0.5, log: CallLog) {
        self.decisionThreshold = decisionThreshold
        self.log = log
    }

    /// Notes the call, and returns the mean of the prediction.
    ///
    /// - Throws: Nothing.
    public func forward(prediction: Matrix, target: Matrix) throws -> Double {
        log.calls.append("loss.forward")
        batches.append((prediction, target))
        return prediction.mean()
    }

    /// Notes the call; returns a gradient that tells the latest batch: its prediction times 10.
    ///
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        log.calls.append("loss.backward")
        guard let latest = batches.last else {
            throw NetworkError.backwardBeforeForward("loss.backward was called before loss.forward")
        }
        return 10 * latest.prediction
    }
}

/// An optimizer that notes what it is called with; `onStep` may change the model.
public final class SpyOptimizer: Optimizer {
    private let log: CallLog
    private let onStep: () -> Void

    /// Makes a spy that writes to the given log.
    public init(log: CallLog, onStep: @escaping () -> Void = {}) {
        self.log = log
        self.onStep = onStep
    }

    /// Notes the call, and does what the test asked for.
    ///
    /// - Throws: Nothing.
    public func step() throws {
        log.calls.append("optimizer.step")
        onStep()
    }

    /// Notes the call.
    public func zeroGradients() {
        log.calls.append("optimizer.zeroGradients")
    }
}
