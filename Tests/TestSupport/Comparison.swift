import Foundation
public import LinearAlgebra
public import Testing

/// Records an issue unless a matrix has the expected shape and, nearly, the expected elements.
///
///     |received − expected| ≤ tolerance · max(1, |expected|)
///
/// - Parameters:
///   - received: What the code under test gave.
///   - expected: What is right.
///   - name: What was called: "Linear.forward".
///   - hint: A sentence that helps to find the mistake.
///   - tolerance: How far off an element may be, relative to its size or to 1.
///   - sourceLocation: Where to report.
/// - Returns: True when the two are close.
@discardableResult
public func expectClose(
    _ received: Matrix, _ expected: Matrix, _ name: String, _ hint: String = "", tolerance: Double = 1e-9,
    sourceLocation: SourceLocation = #_sourceLocation
) -> Bool {
    guard received.shape == expected.shape else {
        let isTransposed = received.shape == expected.transposed().shape
        record(
            """
            \(name): the shape is \(received.shape), and should be \(expected.shape)\
            \(isTransposed ? ": rows and columns are swapped" : "").
            """, hint, sourceLocation)
        return false
    }
    if received.isClose(to: expected, relativeTolerance: tolerance, absoluteTolerance: tolerance) {
        return true
    }
    let (row, column) = positionOfLargestDifference(received, expected)
    let isSingle = expected.shape == Shape(rows: 1, columns: 1)
    record(
        """
        \(name): \(isSingle ? "the element" : "element [\(row), \(column)]") is \
        \(short(received[row, column])), and should be \(short(expected[row, column]))\
        \(isSingle ? "." : "; the shape \(expected.shape) is right.")
        """, hint, sourceLocation)
    return false
}

/// Records an issue unless a number is, nearly, the expected one.
///
/// - Parameters:
///   - received: What the code under test gave.
///   - expected: What is right.
///   - name: What was called: "CrossEntropy.forward".
///   - hint: A sentence that helps to find the mistake.
///   - tolerance: How far off the number may be, relative to its size or to 1.
///   - sourceLocation: Where to report.
/// - Returns: True when the two are close.
@discardableResult
public func expectClose(
    _ received: Double, _ expected: Double, _ name: String, _ hint: String = "", tolerance: Double = 1e-9,
    sourceLocation: SourceLocation = #_sourceLocation
) -> Bool {
    if abs(received - expected) <= tolerance * max(1, abs(expected)) { return true }
    record(
        "\(name): the result is \(short(received)), and should be \(short(expected)).", hint, sourceLocation)
    return false
}

/// Records an issue unless every element is an ordinary number, neither infinite nor NaN.
///
/// - Parameters:
///   - received: What the code under test gave.
///   - name: What was called: "Softmax.forward".
///   - hint: A sentence that helps to find the mistake.
///   - sourceLocation: Where to report.
public func expectFinite(
    _ received: Matrix, _ name: String, _ hint: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let index = received.elements.firstIndex(where: { !$0.isFinite }) else { return }
    let (row, column) = index.quotientAndRemainder(dividingBy: received.columns)
    record(
        "\(name): element [\(row), \(column)] is \(short(received.elements[index])).", hint, sourceLocation)
}

/// Records an issue with one text: the finding first, then the hint.
func record(_ finding: String, _ hint: String, _ sourceLocation: SourceLocation) {
    let text = [finding, hint].filter { !$0.isEmpty }.joined(separator: "\n")
    Issue.record(Comment(rawValue: text), sourceLocation: sourceLocation)
}

/// Writes a number with six significant digits; NaN and 0 without their signs, which say nothing.
public func short(_ value: Double) -> String {
    value.isNaN ? "NaN" : String(format: "%.6g", value == 0 ? 0 : value)
}

private func positionOfLargestDifference(_ a: Matrix, _ b: Matrix) -> (row: Int, column: Int) {
    let differences = zip(a.elements, b.elements).map { a, b in
        let difference = abs(a - b)
        return a == b ? 0 : difference.isNaN ? .infinity : difference
    }
    let index = differences.indices.max { differences[$0] < differences[$1] } ?? 0
    let (row, column) = index.quotientAndRemainder(dividingBy: a.columns)
    return (row, column)
}
