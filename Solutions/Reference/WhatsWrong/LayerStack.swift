import LinearAlgebra
import NeuralNetwork

/// Layers on top of one another, as a single layer.
///
/// What was observed: on two moons the loss falls at first, and stops at 0.2, where the same network trained elsewhere
/// comes to 0.04. And a stack of one layer alone learns nothing at all.
///
/// Lesson: Lessons/20-whats-wrong.md.
public final class LayerStack: Layer {
    /// The layers, from the one that sees the input to the one that gives the output.
    public let layers: [any Layer]

    /// Makes a stack of these layers, in this order.
    public init(_ layers: [any Layer]) {
        self.layers = layers
    }

    /// The parameters of all layers, first layer first.
    public var parameters: [Parameter] { layers.flatMap(\.parameters) }

    /// Goes through all layers: each is given what the one before it returned.
    ///
    /// - Parameter input: What the first layer is given.
    /// - Returns: What the last layer returns; the input where there is no layer.
    /// - Throws: What a layer throws.
    public func forward(_ input: Matrix) throws -> Matrix {
        var output = input
        for layer in layers {
            output = try layer.forward(output)
        }
        return output
    }

    /// Differentiates the latest `forward`: all layers store the gradients of their parameters.
    ///
    /// - Parameter outputGradient: ∂L/∂output of the stack.
    /// - Returns: ∂L/∂input of the stack.
    /// - Throws: What a layer throws.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        var gradient = outputGradient
        for index in stride(from: layers.count - 1, through: 0, by: -1) {
            gradient = try layers[index].backward(gradient)
        }
        return gradient
    }
}
