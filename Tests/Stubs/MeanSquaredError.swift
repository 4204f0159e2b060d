import LinearAlgebra
import NeuralNetwork

/// The mean squared error.
///
///     L = (1/N) Σ (ŷ − y)²,   N = the number of all elements, batch × outputs
///
/// Lesson: Lessons/08-mean-squared-error.md.
public final class MeanSquaredError: Loss {
    /// ŷ − y of the latest `forward`, which `backward` needs.
    private var difference: Matrix?

    /// Makes the loss.
    public init() {}

    /// Computes the mean over all elements of (ŷ − y)², and keeps what `backward` needs.
    ///
    /// - Parameters:
    ///   - prediction: ŷ, batch × outputs.
    ///   - target: y, of the same shape.
    /// - Returns: L, 0 or more.
    /// - Throws: `ShapeError` when the shapes differ: no broadcasting here.
    public func forward(prediction: Matrix, target: Matrix) throws -> Double {
        // 1. Refuse different shapes.
        // 2. Keep what `backward` needs.
        // 3. Return the mean.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Differentiates the latest `forward`.
    ///
    ///     ∂L/∂ŷ = (2/N) (ŷ − y)
    ///
    /// - Returns: ∂L/∂ŷ, of the prediction's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        // 1. Take what `forward` kept; without it, throw.
        // 2. Differentiate: every element counts for one N-th.
        // fill your code here
        throw FillYourCodeHere()
    }
}
