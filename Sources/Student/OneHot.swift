import LinearAlgebra
import NeuralNetwork

/// Writes class labels as rows with a single 1: row i has its 1 in column `labels[i]`.
///
///     Y[i, j] = 1 if j = labels[i], else 0
///
/// Shapes: n labels become a matrix of n × classes. With three classes, 0 is `[1, 0, 0]` and 2 is `[0, 0, 1]`.
///
/// - Parameters:
///   - labels: The class of each sample, in `0..<classes`.
///   - classes: The number of classes, 1 or more.
/// - Returns: The one-hot rows, labels.count × classes.
/// - Throws: `NetworkError.invalidArgument` for a label outside of `0..<classes` or fewer than one class.
///
/// Lesson: Lessons/02-one-hot.md.
public func oneHot(_ labels: [Int], classes: Int) throws -> Matrix {
    // 1. Refuse fewer than one class, and labels that are no class.
    // 2. Start from zeros, and set one element in each row.
    // fill your code here
    throw FillYourCodeHere()
}
