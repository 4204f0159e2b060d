import LinearAlgebra
import NeuralNetwork

/// The hyperbolic tangent: squeezes any number into the range from −1 to 1, and keeps 0 at 0.
///
///     y = tanh x = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)
///
/// Shapes: any; the output has the input's.
///
/// Lesson: Lessons/21-tanh.md. Source: LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998, section 4.4.
public final class Tanh: Layer {
    /// The output of the latest `forward`, which `backward` needs.
    private var output: Matrix?

    /// Makes the layer; it has nothing to learn.
    public init() {}

    /// Computes tanh x element by element, and keeps what `backward` needs.
    ///
    /// - Parameter input: x, of any shape.
    /// - Returns: y, of the same shape, from −1 to 1.
    /// - Throws: Nothing: every shape will do.
    public func forward(_ input: Matrix) throws -> Matrix {
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Differentiates the latest `forward`.
    ///
    ///     ∂L/∂x = ∂L/∂y · (1 − y²)
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
