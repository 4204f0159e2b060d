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
        // 1. Refuse different shapes.
        // 2. Compute ln p in the form that is safe for large logits, each row with its own maximum.
        // 3. Keep what `backward` needs.
        // 4. Add everything up, and divide by the number of rows.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Differentiates the latest `forward`: of the whole Jacobian only a difference is left.
    ///
    ///     ∂L/∂z = (1/n) (p − y)
    ///
    /// - Returns: ∂L/∂z, of the prediction's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        // 1. Take what `forward` kept; without it, throw.
        // 2. Take the target away from the probabilities, and divide by the number of rows.
        // fill your code here
        throw FillYourCodeHere()
    }
}
