import LinearAlgebra
import NeuralNetwork

/// Turns each row of logits into probabilities: all above 0, each row adding up to 1.
///
///     p[i, j] = exp(z[i, j]) / Σₖ exp(z[i, k])
///
/// Shapes: any number of rows and of columns; the output has the input's. Taking a row's maximum from all of
/// that row changes nothing in the quotient and keeps exp from overflowing: finite for |z| up to 1e4 and beyond.
///
/// Lesson: Lessons/07-softmax.md. Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 4.1.
public final class Softmax: Layer {
    /// The output of the latest `forward`, which `backward` needs.
    private var output: Matrix?

    /// Makes the layer; it has nothing to learn.
    public init() {}

    /// Computes the softmax of each row, and keeps what `backward` needs.
    ///
    /// - Parameter input: z, batch × classes.
    /// - Returns: p, batch × classes.
    /// - Throws: Nothing: every shape will do.
    public func forward(_ input: Matrix) throws -> Matrix {
        let exponentials = try exp(input - input.rowMaxima())
        let output = try exponentials / exponentials.rowSums()
        self.output = output
        return output
    }

    /// Differentiates the latest `forward`: the product of the full Jacobian with the gradient, row by row.
    ///
    ///     ∂p[j]/∂z[k] = p[j] (1 if j = k, else 0) − p[j] p[k]
    ///     ∂L/∂z[k] = Σⱼ ∂L/∂p[j] · ∂p[j]/∂z[k] = p[k] (∂L/∂p[k] − Σⱼ ∂L/∂p[j] p[j])
    ///
    /// Every probability of a row depends on every logit of that row, and on no other row.
    ///
    /// - Parameter outputGradient: ∂L/∂p, batch × classes.
    /// - Returns: ∂L/∂z, batch × classes.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        guard let output else {
            throw NetworkError.backwardBeforeForward("Softmax.backward has no output: call forward first")
        }
        let weightedSums = try (outputGradient * output).rowSums()
        return try output * (outputGradient - weightedSums)
    }
}
