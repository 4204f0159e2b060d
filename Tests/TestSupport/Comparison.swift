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
    let deviation = Deviation(received, from: expected) { abs($0 - $1) / (tolerance * max(1, abs($1))) }
    guard let deviation else { return true }
    deviation.message(name, received, expected, advice: hint).record(at: sourceLocation)
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
    expectClose(
        .single(received), .single(expected), name, hint, tolerance: tolerance, sourceLocation: sourceLocation
    )
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

/// Records an issue with one text: the finding first, then the hint; six lines at most.
///
/// - Parameters:
///   - finding: The exercise and function, and what is wrong.
///   - hint: A sentence that helps to find the mistake.
///   - sourceLocation: Where to report.
public func record(_ finding: String, _ hint: String, _ sourceLocation: SourceLocation) {
    Message(finding: finding, advice: hint).record(at: sourceLocation)
}
