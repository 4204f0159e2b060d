import LinearAlgebra
import NeuralNetwork

/// A chain of layers that is a layer itself: each one's output is the next one's input.
///
///     f(x) = fₖ(… f₂(f₁(x)))
///
/// With no layers it returns what it is given, in both directions.
///
/// Lesson: Lessons/13-sequential.md.
public final class Sequential: Layer {
    /// The layers, first to last.
    public let layers: [any Layer]
    /// What the layers learn, first layer first.
    public var parameters: [Parameter] { layers.flatMap(\.parameters) }

    /// Makes a chain of the given layers, first to last.
    public init(_ layers: [any Layer]) {
        self.layers = layers
    }

    /// Makes a chain of the given layers, first to last.
    public convenience init(_ layers: any Layer...) {
        self.init(layers)
    }

    /// Passes the input through every layer, first to last.
    ///
    /// - Parameter input: What the first layer takes, batch × its inputs.
    /// - Returns: What the last layer gives, batch × its outputs.
    /// - Throws: What a layer throws.
    public func forward(_ input: Matrix) throws -> Matrix {
        // 1. Give the input to the first layer, its output to the second, and so on.
        // 2. Return what the last one gives.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Passes the gradient back through every layer, last to first: the chain rule.
    ///
    /// - Parameter outputGradient: ∂L/∂output of the last layer.
    /// - Returns: ∂L/∂input of the first layer.
    /// - Throws: What a layer throws.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        // 1. Give the gradient to the last layer, its result to the one before, and so on to the first.
        // 2. Return what the first one gives.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Updates every layer.
    ///
    /// - Parameter learningRate: The step size η, finite and above 0.
    /// - Throws: What a layer throws.
    public func update(learningRate: Double) throws {
        // fill your code here
        throw FillYourCodeHere()
    }
}
