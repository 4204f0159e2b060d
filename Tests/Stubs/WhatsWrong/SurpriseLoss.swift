import LinearAlgebra
import NeuralNetwork

/// How surprising the right classes are, on average: a loss for rows of probabilities.
///
///     L = −(1/n) Σᵢ Σⱼ y[i, j] ln p[i, j],   n = the number of rows
///
/// What was observed: networks train with it, and no worse than with another loss. Only the numbers are strange. A
/// network that knows nothing of ten classes starts at a loss of 1, and a gradient check says of every single
/// gradient that it is wrong.
///
/// Lesson: Lessons/20-whats-wrong.md.
public final class SurpriseLoss: Loss {
    /// The probabilities and the target of the latest `forward`, which `backward` needs.
    private var latest: (probability: Matrix, target: Matrix)?

    /// Makes the loss.
    public init() {}

    /// Computes the mean surprise, and keeps what `backward` needs.
    ///
    /// - Parameters:
    ///   - prediction: p, rows of probabilities, batch × classes.
    ///   - target: y, one-hot rows, of the same shape.
    /// - Returns: L, 0 or more, and finite also for probabilities of 0.
    /// - Throws: `ShapeError` when the shapes differ.
    public func forward(prediction: Matrix, target: Matrix) throws -> Double {
        guard prediction.shape == target.shape else {
            throw ShapeError(operation: "SurpriseLoss.forward", left: prediction.shape, right: target.shape)
        }
        let probability = clip(prediction, min: 1e-12, max: 1)
        latest = (probability, target)
        let surprise = log10(1 / probability)
        return try (target * surprise).rowSums().mean()
    }

    /// Differentiates the latest `forward`.
    ///
    /// - Returns: ∂L/∂p, of the prediction's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        guard let (probability, target) = latest else {
            throw NetworkError.backwardBeforeForward("SurpriseLoss.backward: call forward first")
        }
        return try -target / probability / Double(target.rows)
    }
}

private func log10(_ x: Matrix) -> Matrix { log(x) / log(10) }
