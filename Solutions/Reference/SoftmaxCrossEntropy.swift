import LinearAlgebra
import NeuralNetwork

/// Softmax and cross-entropy in one: takes logits, and stays exact where the two apart do not.
///
///     L = −(1/n) Σᵢ Σⱼ y[i, j] ln p[i, j],   p = softmax(z) by rows,   n = the number of rows
///     ln p[i, j] = z[i, j] − m[i] − ln Σₖ exp(z[i, k] − m[i]),   m[i] = the maximum of row i
///
/// No logarithm of a rounded 0 is ever taken: finite for |z| up to 1e4 and beyond. With zero logits the loss
/// is ln(number of classes).
///
/// Lesson: Lessons/12-softmax-cross-entropy.md.
public final class SoftmaxCrossEntropy: Loss {
    /// ln p and the target of the latest `forward`, which `backward` needs.
    private var latest: (logProbability: Matrix, target: Matrix)?

    /// Makes the loss.
    public init() {}

    /// Computes the mean over rows, and keeps what `backward` needs.
    ///
    /// - Parameters:
    ///   - prediction: z, logits: any numbers, batch × classes.
    ///   - target: y, rows that add up to 1: one-hot, of the same shape.
    /// - Returns: L, 0 or more.
    /// - Throws: `ShapeError` when the shapes differ.
    public func forward(prediction: Matrix, target: Matrix) throws -> Double {
        guard prediction.shape == target.shape else {
            throw ShapeError(
                operation: "SoftmaxCrossEntropy.forward", left: prediction.shape, right: target.shape)
        }
        let shifted = try prediction - prediction.rowMaxima()
        let logProbability = try shifted - log(exp(shifted).rowSums())
        latest = (logProbability, target)
        return try -(target * logProbability).sum() / Double(target.rows)
    }

    /// Differentiates the latest `forward`: of the whole Jacobian only a difference is left.
    ///
    ///     ∂L/∂z = (1/n) (p − y)
    ///
    /// - Returns: ∂L/∂z, of the prediction's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        guard let (logProbability, target) = latest else {
            throw NetworkError.backwardBeforeForward(
                "SoftmaxCrossEntropy.backward has no prediction: call forward first")
        }
        return try (exp(logProbability) - target) / Double(target.rows)
    }
}
