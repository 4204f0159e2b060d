import LinearAlgebra
import NeuralNetwork

/// Measures the share of samples whose predicted class is the right one, from 0 to 1.
///
/// - One column: class 1 is predicted where `prediction > threshold`, and right where `target > ½`.
/// - More columns: each row's class is the column of its largest element, in both matrices.
///
/// Shapes: both n × 1 (two classes) or both n × k (k classes).
///
/// - Parameters:
///   - prediction: What the network says: probabilities or logits, one row a sample.
///   - target: What is right: 0 or 1, or one-hot rows.
///   - threshold: Where a single column turns to class 1: ½ for probabilities, 0 for logits.
/// - Returns: Right answers divided by n.
/// - Throws: `ShapeError` when the shapes differ; `NetworkError.invalidArgument` when there is nothing to count.
///
/// Lesson: Lessons/03-accuracy.md.
public func accuracy(prediction: Matrix, target: Matrix, threshold: Double = 0.5) throws -> Double {
    // 1. Refuse different shapes, and matrices without elements.
    // 2. One column: compare both sides with their thresholds. More: find each row's class on both sides.
    // 3. Count the rows in which both sides agree, and divide.
    // fill your code here
    throw FillYourCodeHere()
}
