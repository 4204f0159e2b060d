public import LinearAlgebra

/// A measure of how wrong a batch of predictions is, and its gradient.
public protocol Loss: AnyObject {
    /// Computes the loss of a batch, one number.
    ///
    /// - Parameters:
    ///   - prediction: What the network says, samples × outputs.
    ///   - target: What is right, of the same shape.
    /// - Returns: The mean loss; which elements the mean is over is for each loss to say.
    /// - Throws: `ShapeError` when the shapes differ.
    func forward(prediction: Matrix, target: Matrix) throws -> Double

    /// Differentiates the latest `forward`.
    ///
    /// - Returns: ∂L/∂prediction, of the prediction's shape.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`.
    func backward() throws -> Matrix

    /// From where a single output column means class 1: ½ for probabilities, 0 for logits.
    var decisionThreshold: Double { get }
}

extension Loss {
    /// One half: predictions are taken for probabilities.
    public var decisionThreshold: Double { 0.5 }
}
