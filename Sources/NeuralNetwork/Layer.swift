public import LinearAlgebra

/// One step of a network: a function that is computed forwards and differentiated backwards.
///
/// `forward` keeps what `backward` will need; `backward` belongs to the latest `forward`.
public protocol Layer: AnyObject {
    /// Computes the layer's output for a batch.
    ///
    /// - Parameter input: The batch, samples × features.
    /// - Returns: The output, samples × the layer's output features.
    /// - Throws: `ShapeError` when the input does not fit the layer.
    func forward(_ input: Matrix) throws -> Matrix

    /// Passes the gradient of the loss back through the layer.
    ///
    /// Gradients of the layer's own parameters are stored in them: replaced, not added up.
    ///
    /// - Parameter outputGradient: ∂L/∂output, of the shape of the latest `forward`'s output.
    /// - Returns: ∂L/∂input, of the shape of the latest `forward`'s input.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`; `ShapeError` when the
    ///   gradient does not fit.
    func backward(_ outputGradient: Matrix) throws -> Matrix

    /// Takes one step of plain gradient descent on the layer's own parameters, and clears their gradients.
    ///
    ///     θ ← θ − η ∂L/∂θ
    ///
    /// - Parameter learningRate: The step size η, finite and above 0.
    /// - Throws: `NetworkError.missingGradient` when a parameter has no gradient;
    ///   `NetworkError.invalidArgument` for a rate that is not finite and above 0.
    func update(learningRate: Double) throws

    /// What the layer learns, in a fixed order; empty for a layer that learns nothing.
    var parameters: [Parameter] { get }
}

extension Layer {
    /// Does nothing: a layer without parameters has nothing to update.
    public func update(learningRate: Double) throws {}

    /// None: most layers learn nothing.
    public var parameters: [Parameter] { [] }
}
