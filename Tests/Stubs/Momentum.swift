import LinearAlgebra
import NeuralNetwork

/// Gradient descent with momentum, in its averaging form: the step follows a running average of the gradients.
///
///     v ← β v + (1 − β) g
///     θ ← θ − η v
///
/// Each parameter has its own v, of its shape, 0 at first.
///
/// Lesson: Lessons/15-momentum.md. Source: Polyak, "Some Methods of Speeding Up the Convergence of Iteration
/// Methods", 1964, with the past and the present weighed to add up to 1.
public final class Momentum: Optimizer {
    private let parameters: [Parameter]
    private let learningRate: Double
    private let momentum: Double
    /// v of each parameter, in the same order.
    private var velocities: [Matrix]

    /// Makes an optimizer for the given parameters.
    ///
    /// - Parameters:
    ///   - parameters: What to change, often a model's `parameters`.
    ///   - learningRate: The step size η, above 0.
    ///   - momentum: The weight β of the past, from 0 to below 1; with 0 it is `SGD`.
    public init(parameters: [Parameter], learningRate: Double, momentum: Double = 0.9) {
        self.parameters = parameters
        self.learningRate = learningRate
        self.momentum = momentum
        velocities = parameters.map { .zeros(rows: $0.value.rows, columns: $0.value.columns) }
    }

    /// Changes every parameter that has a gradient; skips the others, whose v stays too.
    ///
    /// - Throws: `ShapeError` when a gradient does not fit its parameter.
    public func step() throws {
        // 1. Go through the parameters; skip those whose gradient is nil.
        // 2. Bring the parameter's own velocity up to date.
        // 3. Move the value against the velocity.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Sets every gradient to nil; the velocities stay.
    public func zeroGradients() {
        for parameter in parameters {
            parameter.gradient = nil
        }
    }
}
