import LinearAlgebra
import NeuralNetwork

/// The sigmoid and the binary cross-entropy in one: takes logits, and stays exact where the two apart do not.
///
///     L = −(1/N) Σ [ y ln σ(z) + (1 − y) ln(1 − σ(z)) ],   N = the number of all elements
///       =  (1/N) Σ [ max(z, 0) − z y + ln(1 + e^−|z|) ]
///
/// In the second form the exponent is never positive: finite for |z| up to 1e4 and beyond.
///
/// Lesson: Lessons/11-sigmoid-cross-entropy.md.
public final class SigmoidCrossEntropy: Loss {
    /// The logits and the target of the latest `forward`, which `backward` needs.
    private var latest: (logits: Matrix, target: Matrix)?

    /// A logit of 0 is a probability of ½.
    public var decisionThreshold: Double { 0 }

    /// Makes the loss.
    public init() {}

    /// Computes the mean over all elements, and keeps what `backward` needs.
    ///
    /// - Parameters:
    ///   - prediction: z, logits: any numbers, batch × outputs.
    ///   - target: y, 0 or 1 (or a probability), of the same shape.
    /// - Returns: L, 0 or more.
    /// - Throws: `ShapeError` when the shapes differ.
    public func forward(prediction: Matrix, target: Matrix) throws -> Double {
        // 1. Refuse different shapes.
        // 2. Keep what `backward` needs.
        // 3. Return the mean, in the form that is safe for large logits.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Differentiates the latest `forward`: of all the factors only a difference is left.
    ///
    ///     ∂L/∂z = (1/N) (σ(z) − y)
    ///
    /// - Returns: ∂L/∂z, of the prediction's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward() throws -> Matrix {
        // 1. Take what `forward` kept; without it, throw.
        // 2. Apply the sigmoid to the logits, take away the target, and divide by N.
        // fill your code here
        throw FillYourCodeHere()
    }
}
