import LinearAlgebra
import NeuralNetwork

/// A layer that turns each row of logits into the probabilities of the classes, whatever is in the other rows.
///
///     p[i, j] = exp(z[i, j]) / Σₖ exp(z[i, k])
///
/// What was observed: it has been in use for months. Once in a while the loss of a batch is NaN, and then it stays
/// NaN. When the samples of that batch are put through one at a time, each of them is fine.
///
/// Lesson: Lessons/20-whats-wrong.md.
public final class ClassProbabilities: Layer {
    /// The output of the latest `forward`, which `backward` needs.
    private var output: Matrix?

    /// Makes the layer; it has nothing to learn.
    public init() {}

    /// Computes the probabilities, and keeps what `backward` needs.
    ///
    /// - Parameter input: z, batch × classes, numbers up to ±1e4.
    /// - Returns: p, batch × classes; every row adds up to 1.
    /// - Throws: Nothing: every shape will do.
    public func forward(_ input: Matrix) throws -> Matrix {
        // Nothing above 0 goes into exp, or it would overflow; the common factor cancels in the quotient.
        let shifted = input - input.max()
        let powers = exp(shifted)
        let output = try powers / powers.rowSums()
        self.output = output
        return output
    }

    /// Differentiates the latest `forward`: the product of the Jacobian with the gradient, row by row.
    ///
    /// - Parameter outputGradient: ∂L/∂p, batch × classes.
    /// - Returns: ∂L/∂z, batch × classes.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        guard let output else {
            throw NetworkError.backwardBeforeForward("ClassProbabilities.backward: call forward first")
        }
        let weighted = try outputGradient * output
        return try weighted - output * weighted.rowSums()
    }
}
