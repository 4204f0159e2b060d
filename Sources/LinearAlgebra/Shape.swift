/// How many rows and columns a matrix has; prints as "(3 × 4)".
public struct Shape: Equatable, Hashable, Sendable, CustomStringConvertible {
    /// The number of rows: of samples, where a matrix holds a batch.
    public let rows: Int
    /// The number of columns: of features, where a matrix holds a batch.
    public let columns: Int

    /// Makes a shape of the given size.
    public init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// The shape as the lessons write it, "(3 × 4)".
    public var description: String { "(\(rows) × \(columns))" }
}

/// Two shapes that an operation cannot bring together.
///
/// Thrown, never trapped, so that one wrong shape costs one test and not the run.
public struct ShapeError: Error, Equatable, CustomStringConvertible {
    /// The operation that was asked for: "matmul", "+", "MeanSquaredError.forward".
    public let operation: String
    /// The shape of the left operand, or of what was asked for.
    public let left: Shape
    /// The shape of the right operand, or of what was given.
    public let right: Shape

    /// Makes the error that names an operation and the two shapes it was given.
    public init(operation: String, left: Shape, right: Shape) {
        self.operation = operation
        self.left = left
        self.right = right
    }

    /// The operation and both shapes, in one sentence.
    public var description: String { "\(operation): the shapes \(left) and \(right) do not fit together" }
}
