import LinearAlgebra
import TestSupport
import Testing

/// Records an issue unless two matrices agree; the message names the call and the seed.
///
/// - Returns: True when they agree.
func agree(
    _ student: Matrix, _ reference: Matrix, _ name: String, _ draw: Draw, tolerance: Double = 1e-9,
    sourceLocation: SourceLocation
) -> Bool {
    expectClose(
        student, reference, name, hint(draw), tolerance: tolerance, sourceLocation: sourceLocation)
}

/// Records an issue unless two numbers agree; the message names the call and the seed.
///
/// - Returns: True when they agree.
func agree(
    _ student: Double, _ reference: Double, _ name: String, _ draw: Draw, tolerance: Double = 1e-9,
    sourceLocation: SourceLocation
) -> Bool {
    expectClose(
        student, reference, name, hint(draw), tolerance: tolerance, sourceLocation: sourceLocation)
}

/// Records an issue unless a condition holds; the message names the seed.
///
/// - Returns: The condition.
func holds(
    _ condition: Bool, _ finding: @autoclosure () -> String, _ draw: Draw, sourceLocation: SourceLocation
) -> Bool {
    if !condition {
        record(finding(), hint(draw), sourceLocation)
    }
    return condition
}

private func hint(_ draw: Draw) -> String {
    "On random sizes and values, seed \(draw.seed)."
}
