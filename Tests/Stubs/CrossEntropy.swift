import LinearAlgebra
import NeuralNetwork

/// The cross-entropy of rows of probabilities, such as `Softmax` gives.
///
///     L = −(1/n) Σᵢ Σⱼ y[i, j] ln p[i, j],   n = the number of rows
///
/// The mean is over rows: the classes of a row are summed. The logarithm is the natural one. Probabilities are
/// first clipped to [1e-12, 1 − 1e-12], so that the loss stays finite.
///
/// Lesson: Lessons/10-cross-entropy.md.
public final class CrossEntropy: Loss {
    /// The clipped probabilities and the target of the latest `forward`, which `backward` needs.
    private var latest: (probability: Matrix, target: Matrix)?

    /// Makes the loss.
    public init() {}

    /// Computes the mean over rows, and keeps what `backward` needs.
    ///
    /// - Parameters:
    ///   - prediction: p, rows of probabilities, batch × classes.
    ///   - target: y, one-hot rows, of the same shape.
    /// - Returns: L, 0 or more and always finite.
    /// - Throws: `ShapeError` when the shapes differ.
    public func forward(prediction: Matrix, target: Matrix) throws -> Double {
        // 1. Refuse different shapes.
        // 2. Clip the probabilities (`clip`), and keep what `backward` needs.
        // 3. Add everything up, and divide by the number of rows.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Differentiates the latest `forward`, with p as clipped there.
    ///
    ///     ∂L/∂p[i, j] = −(1/n) y[i, j] / p[i, j]
    ///
    /// - Returns: ∂L/∂p, of the prediction's shape, always finite.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        // 1. Take what `forward` kept; without it, throw.
        // 2. Differentiate: every row counts for one n-th.
        // fill your code here
        throw FillYourCodeHere()
    }
}
