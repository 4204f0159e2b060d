public import LinearAlgebra

/// What a function under test is given, told apart by the names that the lessons have for it.
public protocol TestInput {
    /// The matrices, each with its name: "input", "outputGradient".
    var parts: [(name: String, value: Matrix)] { get }
    /// Samples × features or classes: what a result is wrongly divided or multiplied by.
    var batch: Shape { get }
}

extension Matrix: TestInput {
    /// The matrix itself, the input of a `forward`.
    public var parts: [(name: String, value: Matrix)] { [("input", self)] }
    /// Its shape.
    public var batch: Shape { shape }
}

/// What a layer's `backward` depends on: the input of the `forward` before, and the gradient of the output.
public struct BackwardInput: TestInput {
    /// What `forward` was given, samples × features.
    public let input: Matrix
    /// ∂L/∂output, of the shape of what `forward` returned.
    public let outputGradient: Matrix

    /// Makes the input of a `backward`.
    public init(_ input: Matrix, _ outputGradient: Matrix) {
        self.input = input
        self.outputGradient = outputGradient
    }

    /// Both matrices.
    public var parts: [(name: String, value: Matrix)] {
        [("input", input), ("outputGradient", outputGradient)]
    }

    /// The shape of the input.
    public var batch: Shape { input.shape }
}

/// What a loss depends on.
public struct LossInput: TestInput {
    /// What the network says, samples × outputs.
    public let prediction: Matrix
    /// What is right, of the same shape.
    public let target: Matrix

    /// Makes the input of a loss.
    public init(_ prediction: Matrix, _ target: Matrix) {
        self.prediction = prediction
        self.target = target
    }

    /// Both matrices.
    public var parts: [(name: String, value: Matrix)] { [("prediction", prediction), ("target", target)] }

    /// The shape of the prediction.
    public var batch: Shape { prediction.shape }
}

/// What an optimizer depends on: where a parameter starts, and its gradient in each step.
public struct StepsInput: TestInput {
    /// The parameter's starting value, 1 × n.
    public let start: Matrix
    /// The gradients, steps × n.
    public let gradients: Matrix

    /// Makes the input of an optimizer.
    public init(from start: Matrix, _ gradients: Matrix) {
        self.start = start
        self.gradients = gradients
    }

    /// Both matrices.
    public var parts: [(name: String, value: Matrix)] { [("gradients", gradients), ("start", start)] }

    /// The shape of the gradients.
    public var batch: Shape { gradients.shape }
}
