import LinearAlgebra
import NeuralNetwork

/// Half of the squared error of a sample, on average over the samples.
///
///     L = (1/2n) Σᵢ Σⱼ (ŷ[i, j] − y[i, j])²,   n = the number of rows
///
/// What was observed: with a single output all is well. With ten outputs a network learns the digits, as it should.
/// Only its loss after the first epoch is 0.10, where others have 0.32, and for some answers that are plainly wrong it
/// is 0.
///
/// Lesson: Lessons/20-whats-wrong.md.
public final class HalfSquaredError: Loss {
    /// ŷ − y of the latest `forward`, which `backward` needs.
    private var difference: Matrix?

    /// Makes the loss.
    public init() {}

    /// Computes the mean over the samples, and keeps what `backward` needs.
    ///
    /// - Parameters:
    ///   - prediction: ŷ, batch × outputs.
    ///   - target: y, of the same shape.
    /// - Returns: L, 0 or more.
    /// - Throws: `ShapeError` when the shapes differ.
    public func forward(prediction: Matrix, target: Matrix) throws -> Double {
        guard prediction.shape == target.shape else {
            throw ShapeError(
                operation: "HalfSquaredError.forward", left: prediction.shape, right: target.shape)
        }
        let difference = try prediction - target
        self.difference = difference
        let errors = difference.rowSums()
        return try (errors * errors).mean() / 2
    }

    /// Differentiates the latest `forward`.
    ///
    /// - Returns: ∂L/∂ŷ, of the prediction's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        guard let difference else {
            throw NetworkError.backwardBeforeForward("HalfSquaredError.backward: call forward first")
        }
        return difference / Double(difference.rows)
    }
}
