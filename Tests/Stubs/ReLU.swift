import LinearAlgebra
import NeuralNetwork

/// The rectified linear unit: lets positive numbers through and turns the others to 0.
///
///     y = max(0, x)
///
/// Shapes: any; the output has the input's.
///
/// Lesson: Lessons/05-relu.md. Source: Nair and Hinton, "Rectified Linear Units Improve Restricted Boltzmann
/// Machines", 2010.
public final class ReLU: Layer {
    /// The input of the latest `forward`, which `backward` needs.
    private var input: Matrix?

    /// Makes the layer; it has nothing to learn.
    public init() {}

    /// Computes max(0, x) element by element, and keeps what `backward` needs.
    ///
    /// - Parameter input: x, of any shape.
    /// - Returns: y, of the same shape.
    /// - Throws: Nothing: every shape will do.
    public func forward(_ input: Matrix) throws -> Matrix {
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Differentiates the latest `forward`.
    ///
    ///     ∂L/∂x = ∂L/∂y where x > 0,  0 where x < 0
    ///
    /// At exactly 0 there is no derivative; anything from 0 to 1 times ∂L/∂y will do.
    ///
    /// - Parameter outputGradient: ∂L/∂y, of the input's shape.
    /// - Returns: ∂L/∂x, of the input's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        // 1. Take the kept input; without one, throw.
        // 2. Let the gradient through where the input was positive. A mask helps: `input .> 0` is 1 there
        //    and 0 elsewhere.
        // fill your code here
        throw FillYourCodeHere()
    }
}
