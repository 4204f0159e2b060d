import LinearAlgebra
import NeuralNetwork

/// The cross-entropy of yes-or-no probabilities, also called log-loss.
///
///     L = −(1/N) Σ [ y ln p + (1 − y) ln(1 − p) ],   N = the number of all elements
///
/// The logarithm is the natural one. Probabilities are first clipped to [1e-12, 1 − 1e-12]: the logarithm of
/// 0 is −∞, and one infinity is enough to end a training.
///
/// Lesson: Lessons/09-binary-cross-entropy.md.
public final class BinaryCrossEntropy: Loss {
    /// The clipped probabilities and the target of the latest `forward`, which `backward` needs.
    private var latest: (probability: Matrix, target: Matrix)?

    /// Makes the loss.
    public init() {}

    /// Computes the mean over all elements, and keeps what `backward` needs.
    ///
    /// - Parameters:
    ///   - prediction: p, probabilities from 0 to 1, batch × outputs.
    ///   - target: y, 0 or 1 (or a probability), of the same shape.
    /// - Returns: L, 0 or more and always finite.
    /// - Throws: `ShapeError` when the shapes differ.
    public func forward(prediction: Matrix, target: Matrix) throws -> Double {
        // 1. Refuse different shapes.
        // 2. Clip the probabilities (`clip`), and keep what `backward` needs.
        // 3. Return the mean.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Differentiates the latest `forward`, with p as clipped there.
    ///
    ///     ∂L/∂p = (1/N) [ (1 − y) / (1 − p) − y / p ]
    ///
    /// - Returns: ∂L/∂p, of the prediction's shape, always finite.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        // 1. Take what `forward` kept; without it, throw.
        // 2. Differentiate: every element counts for one N-th.
        // fill your code here
        throw FillYourCodeHere()
    }
}
