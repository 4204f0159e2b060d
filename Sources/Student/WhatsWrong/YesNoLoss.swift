import LinearAlgebra
import NeuralNetwork

/// How surprising the answers to yes-or-no questions are: a loss for probabilities of "yes".
///
///     L = −(1/N) Σ (y ln p + (1 − y) ln (1 − p)),   N = the number of all elements
///
/// What was observed: the loss falls and falls. Then an epoch's loss is NaN, and so are all that follow. It happens to
/// the networks that do best, and never to one that has learnt little.
///
/// Lesson: Lessons/20-whats-wrong.md.
public final class YesNoLoss: Loss {
    /// The probabilities and the target of the latest `forward`, which `backward` needs.
    private var latest: (probability: Matrix, target: Matrix)?

    /// Makes the loss.
    public init() {}

    /// Computes the mean over all elements, and keeps what `backward` needs.
    ///
    /// - Parameters:
    ///   - prediction: p, probabilities from 0 to 1, both included.
    ///   - target: y, 0 or 1, of the same shape.
    /// - Returns: L, 0 or more and always finite: small for an answer that is right and certain, above 10 for one
    ///   that is wrong and certain.
    /// - Throws: `ShapeError` when the shapes differ.
    public func forward(prediction: Matrix, target: Matrix) throws -> Double {
        guard prediction.shape == target.shape else {
            throw ShapeError(operation: "YesNoLoss.forward", left: prediction.shape, right: target.shape)
        }
        latest = (prediction, target)
        let yes = try target * log(prediction)
        let no = try (1 - target) * log(1 - prediction)
        return try -(yes + no).mean()
    }

    /// Differentiates the latest `forward`.
    ///
    /// - Returns: ∂L/∂p, of the prediction's shape, always finite; where an answer is wrong and certain, it still says
    ///   in which direction the probability has to go.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        guard let (probability, target) = latest else {
            throw NetworkError.backwardBeforeForward("YesNoLoss.backward: call forward first")
        }
        let yes = try target / probability
        let no = try (1 - target) / (1 - probability)
        return try (no - yes) / Double(target.elements.count)
    }
}
