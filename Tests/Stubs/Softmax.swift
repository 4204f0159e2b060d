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
        // 1. Take from each row its own maximum.
        // 2. Raise e to every element, and divide each row by its sum.
        // 3. Keep the result, and return it.
        // fill your code here
        throw FillYourCodeHere()
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
        // 1. Take the kept output; without one, throw.
        // 2. For each row, add up ∂L/∂p[j] · p[j].
        // 3. Use the sums in the formula above: a (batch × 1) column is repeated over all columns.
        // fill your code here
        throw FillYourCodeHere()
    }
}
