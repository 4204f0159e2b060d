import LinearAlgebra
import NeuralNetwork

/// A layer that lets positive numbers through and stops the others.
///
///     y = x where x > 0,  0 elsewhere
///
/// What was observed: what it gives is right, number by number. Yet on two moons a network ends with nine right answers
/// out of ten, as if it could draw nothing but a straight border, with one hidden layer of it and with three. More
/// epochs do not help.
///
/// Lesson: Lessons/20-whats-wrong.md.
public final class Rectifier: Layer {
    /// The input of the latest `forward`, which `backward` needs.
    private var input: Matrix?

    /// Makes the layer; it has nothing to learn.
    public init() {}

    /// Lets positive numbers through, and keeps what `backward` needs.
    ///
    /// - Parameter input: x, of any shape.
    /// - Returns: y, of the input's shape.
    /// - Throws: Nothing: every shape will do.
    public func forward(_ input: Matrix) throws -> Matrix {
        self.input = input
        return try input.replacing(with: 0, where: input .< 0)
    }

    /// Differentiates the latest `forward`; where an input was exactly 0, anything from 0 to 1 times ∂L/∂y will do.
    ///
    /// - Parameter outputGradient: ∂L/∂y, of the input's shape.
    /// - Returns: ∂L/∂x, of the input's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        guard let input else {
            throw NetworkError.backwardBeforeForward("Rectifier.backward: call forward first")
        }
        var slope = try input.replacing(with: 0, where: input .< 0)
        slope = try slope.replacing(with: 1, where: slope .> 0)
        return try outputGradient * slope
    }
}
