import LinearAlgebra
import NeuralNetwork

/// Gradient descent in which every number is stepped in units of its own recent gradients' size.
///
///     s ← ρ s + (1 − ρ) g²
///     θ ← θ − η g / (√s + ε)
///
/// All of it element by element; each parameter has its own s, of its shape, 0 at first.
///
/// Lesson: Lessons/23-rmsprop.md. Source: Tieleman and Hinton, "Lecture 6.5 – RMSProp", Coursera, 2012.
public final class RMSProp: Optimizer {
    private let parameters: [Parameter]
    private let learningRate: Double
    private let decay: Double
    private let epsilon: Double
    /// s of each parameter, in the same order.
    private var meanSquares: [Matrix]

    /// Makes an optimizer for the given parameters.
    ///
    /// - Parameters:
    ///   - parameters: What to change, often a model's `parameters`.
    ///   - learningRate: The step size η, above 0.
    ///   - decay: The weight ρ of the past, from 0 to below 1.
    ///   - epsilon: The ε that keeps the quotient finite, above 0.
    public init(
        parameters: [Parameter], learningRate: Double, decay: Double = 0.9, epsilon: Double = 1e-8
    ) {
        self.parameters = parameters
        self.learningRate = learningRate
        self.decay = decay
        self.epsilon = epsilon
        meanSquares = parameters.map { .zeros(rows: $0.value.rows, columns: $0.value.columns) }
    }

    /// Changes every parameter that has a gradient; skips the others, whose s stays too.
    ///
    /// - Throws: `ShapeError` when a gradient does not fit its parameter.
    public func step() throws {
        // 1. Go through the parameters; skip those whose gradient is nil.
        // 2. Bring the parameter's own mean square up to date.
        // 3. Move the value against the gradient, divided by the root.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Sets every gradient to nil; the running means stay.
    public func zeroGradients() {
        for parameter in parameters {
            parameter.gradient = nil
        }
    }
}
