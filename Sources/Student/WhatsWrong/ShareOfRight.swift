import LinearAlgebra
import NeuralNetwork

/// The share of samples whose class is the one that the network thinks likeliest, from 0 to 1.
///
/// What was observed: while a network trains one sample at a time, the share climbs, as it should. Measured on all
/// test samples at once it is 0.1 after each epoch, give or take a little, as if the network knew nothing.
///
/// - Parameters:
///   - prediction: A row of probabilities or logits for each sample, one row or more.
///   - target: One-hot rows, of the same shape.
/// - Returns: The number of right answers divided by that of the samples.
/// - Throws: `ShapeError` when the shapes differ.
///
/// Lesson: Lessons/20-whats-wrong.md.
public func shareOfRight(prediction: Matrix, target: Matrix) throws -> Double {
    guard prediction.shape == target.shape else {
        throw ShapeError(operation: "shareOfRight", left: prediction.shape, right: target.shape)
    }
    var right = 0.0
    for guess in prediction.rowArgmax() {
        right += target[0, guess]
    }
    return right / Double(prediction.rows)
}
