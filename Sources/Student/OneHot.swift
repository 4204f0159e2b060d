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
    guard classes >= 1 else {
        throw NetworkError.invalidArgument("oneHot: \(classes) classes; there has to be at least one")
    }
    var targets = Matrix.zeros(rows: labels.count, columns: classes)
    for (row, label) in labels.enumerated() {
        guard (0..<classes).contains(label) else {
            throw NetworkError.invalidArgument("oneHot: label \(label) is not in 0..<\(classes)")
        }
        targets[row, label] = 1
    }
    return targets
}
