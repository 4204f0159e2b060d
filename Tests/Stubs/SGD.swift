import LinearAlgebra
import NeuralNetwork

/// Stochastic gradient descent: a step against the gradient.
///
///     θ ← θ − η g,   g = ∂L/∂θ
///
/// Lesson: Lessons/14-sgd.md. Source: Robbins and Monro, "A Stochastic Approximation Method", 1951.
public final class SGD: Optimizer {
    private let parameters: [Parameter]
    private let learningRate: Double

    /// Makes an optimizer for the given parameters.
    ///
    /// - Parameters:
    ///   - parameters: What to change, often a model's `parameters`.
    ///   - learningRate: The step size η, above 0.
    public init(parameters: [Parameter], learningRate: Double) {
        self.parameters = parameters
        self.learningRate = learningRate
    }

    /// Changes every parameter that has a gradient; skips the others.
    ///
    /// - Throws: `ShapeError` when a gradient does not fit its parameter.
    public func step() throws {
        // 1. Go through the parameters; skip those whose gradient is nil.
        // 2. Move each value against its gradient.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Sets every gradient to nil.
    public func zeroGradients() {
        for parameter in parameters {
            parameter.gradient = nil
        }
    }
}
