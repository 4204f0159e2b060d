import LinearAlgebra
import NeuralNetwork

/// The logistic function: squeezes any number into the range from 0 to 1.
///
///     y = σ(x) = 1 / (1 + e⁻ˣ)
///
/// Shapes: any; the output has the input's. Finite for any finite x.
///
/// Lesson: Lessons/06-sigmoid.md.
public final class Sigmoid: Layer {
    /// The output of the latest `forward`, which `backward` needs.
    private var output: Matrix?

    /// Makes the layer; it has nothing to learn.
    public init() {}

    /// Computes σ(x) element by element, and keeps what `backward` needs.
    ///
    /// - Parameter input: x, of any shape.
    /// - Returns: y, of the same shape, from 0 to 1.
    /// - Throws: Nothing: every shape will do.
    public func forward(_ input: Matrix) throws -> Matrix {
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Differentiates the latest `forward`.
    ///
    ///     ∂L/∂x = ∂L/∂y · y (1 − y)
    ///
    /// - Parameter outputGradient: ∂L/∂y, of the input's shape.
    /// - Returns: ∂L/∂x, of the input's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        // 1. Take the kept output; without one, throw.
        // 2. Multiply, element by element, by the derivative that the output gives.
        // fill your code here
        throw FillYourCodeHere()
    }
}
