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
        guard prediction.shape == target.shape else {
            throw ShapeError(
                operation: "BinaryCrossEntropy.forward", left: prediction.shape, right: target.shape)
        }
        let probability = clip(prediction, min: 1e-12, max: 1 - 1e-12)
        latest = (probability, target)
        return try -(target * log(probability) + (1 - target) * log(1 - probability)).mean()
    }

    /// Differentiates the latest `forward`, with p as clipped there.
    ///
    ///     ∂L/∂p = (1/N) [ (1 − y) / (1 − p) − y / p ]
    ///
    /// - Returns: ∂L/∂p, of the prediction's shape, always finite.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        guard let (probability, target) = latest else {
            throw NetworkError.backwardBeforeForward(
                "BinaryCrossEntropy.backward has no prediction: call forward first")
        }
        let gradients = try (1 - target) / (1 - probability) - target / probability
        return gradients / Double(target.elements.count)
    }
}
