import LinearAlgebra
import NeuralNetwork

/// Adam: momentum and RMSProp together, corrected for both starting at 0.
///
///     t ← t + 1
///     m ← β₁ m + (1 − β₁) g          m̂ = m / (1 − β₁ᵗ)
///     v ← β₂ v + (1 − β₂) g²         v̂ = v / (1 − β₂ᵗ)
///     θ ← θ − η m̂ / (√v̂ + ε)
///
/// All of it element by element; each parameter has its own m and v, of its shape, 0 at first; t starts at 0.
///
/// Lesson: Lessons/24-adam.md. Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015,
/// algorithm 1.
public final class Adam: Optimizer {
    private let parameters: [Parameter]
    private let learningRate: Double
    private let beta1: Double
    private let beta2: Double
    private let epsilon: Double
    /// m of each parameter, in the same order.
    private var means: [Matrix]
    /// v of each parameter, in the same order.
    private var meanSquares: [Matrix]
    /// t, the number of steps taken.
    private var steps = 0

    /// Makes an optimizer for the given parameters.
    ///
    /// - Parameters:
    ///   - parameters: What to change, often a model's `parameters`.
    ///   - learningRate: The step size η, above 0.
    ///   - beta1: The weight β₁ of the past in the mean, from 0 to below 1.
    ///   - beta2: The weight β₂ of the past in the mean square, from 0 to below 1.
    ///   - epsilon: The ε that keeps the quotient finite, above 0.
    public init(
        parameters: [Parameter], learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-8
    ) {
        self.parameters = parameters
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        means = parameters.map { .zeros(rows: $0.value.rows, columns: $0.value.columns) }
        meanSquares = means
    }

    /// Changes every parameter that has a gradient; skips the others, whose m and v stay too.
    ///
    /// - Throws: `ShapeError` when a gradient does not fit its parameter.
    public func step() throws {
        // 1. Count the step.
        // 2. Go through the parameters; skip those whose gradient is nil.
        // 3. Bring the parameter's own means up to date.
        // 4. Correct both for having started at 0, into values of their own: the running means stay
        //    uncorrected.
        // 5. Move the value.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Sets every gradient to nil; the running means and the number of steps stay.
    public func zeroGradients() {
        for parameter in parameters {
            parameter.gradient = nil
        }
    }
}
