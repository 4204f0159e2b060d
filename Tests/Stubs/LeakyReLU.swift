import LinearAlgebra
import NeuralNetwork

/// A ReLU that lets a little of the negative side through, so that no unit is ever dead.
///
///     y = x where x > 0,  slope · x where x ≤ 0
///
/// Shapes: any; the output has the input's.
///
/// Lesson: Lessons/22-leaky-relu.md. Source: Maas, Hannun and Ng, "Rectifier Nonlinearities Improve Neural
/// Network Acoustic Models", 2013.
public final class LeakyReLU: Layer {
    private let slope: Double
    /// The input of the latest `forward`, which `backward` needs.
    private var input: Matrix?

    /// Makes the layer; it has nothing to learn.
    ///
    /// - Parameter slope: The derivative on the negative side, usually between 0 and 1.
    public init(slope: Double = 0.01) {
        self.slope = slope
    }

    /// Computes y element by element, and keeps what `backward` needs.
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
    ///     ∂L/∂x = ∂L/∂y where x > 0,  slope · ∂L/∂y where x < 0
    ///
    /// - Parameter outputGradient: ∂L/∂y, of the input's shape.
    /// - Returns: ∂L/∂x, of the input's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        // 1. Take the kept input; without one, throw.
        // 2. Multiply the gradient by the derivative on each side of 0.
        // fill your code here
        throw FillYourCodeHere()
    }
}
