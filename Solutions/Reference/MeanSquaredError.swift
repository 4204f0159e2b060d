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
        guard prediction.shape == target.shape else {
            throw ShapeError(
                operation: "MeanSquaredError.forward", left: prediction.shape, right: target.shape)
        }
        let difference = try prediction - target
        self.difference = difference
        return try (difference * difference).mean()
    }

    /// Differentiates the latest `forward`.
    ///
    ///     ∂L/∂ŷ = (2/N) (ŷ − y)
    ///
    /// - Returns: ∂L/∂ŷ, of the prediction's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        guard let difference else {
            throw NetworkError.backwardBeforeForward(
                "MeanSquaredError.backward has no prediction: call forward first")
        }
        return 2 * difference / Double(difference.elements.count)
    }
}
