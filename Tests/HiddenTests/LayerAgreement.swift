import LinearAlgebra
import NeuralNetwork
import Testing

/// A student's layer and the reference's, which start alike, and what to feed them with.
struct LayerCase {
    let student: any Layer
    let reference: any Layer
    /// Makes a batch, of another size each time.
    let input: (inout Draw) -> Matrix

    init(_ student: any Layer, _ reference: any Layer, input: @escaping (inout Draw) -> Matrix) {
        self.student = student
        self.reference = reference
        self.input = input
    }
}

/// Checks `forward` against the reference: random layers, three batches each.
///
/// - Parameters:
///   - name: The layer's name: "Linear".
///   - sourceLocation: Where to report.
///   - make: Makes a random case.
/// - Throws: What the student's layer throws.
func expectSameForward(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: (inout Draw) throws -> LayerCase
) throws {
    try onRandomCases { draw in
        let layers = try make(&draw)
        for call in 1...3 {
            let input = layers.input(&draw)
            guard
                agree(
                    try layers.student.forward(input), try layers.reference.forward(input),
                    "\(name).forward of a \(input.shape) input, call \(call) on one object", draw,
                    sourceLocation: sourceLocation)
            else { return false }
        }
        return true
    }
}

/// Checks `backward` against the reference: random layers, three batches each, sometimes with an earlier
/// forward in between.
///
/// - Parameters:
///   - name: The layer's name: "Linear".
///   - sourceLocation: Where to report.
///   - make: Makes a random case.
/// - Throws: What the student's layer throws.
func expectSameBackward(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: (inout Draw) throws -> LayerCase
) throws {
    try onRandomCases { draw in
        let layers = try make(&draw)
        for call in 1...3 {
            if draw.chance(of: 0.3) {
                _ = try layers.student.forward(layers.input(&draw))
            }
            let input = layers.input(&draw)
            _ = try layers.student.forward(input)
            let output = try layers.reference.forward(input)
            let upstream = draw.normal(output.rows, output.columns)
            let situation = "\(name).backward after a \(input.shape) input, call \(call) on one object"
            guard
                agree(
                    try layers.student.backward(upstream), try layers.reference.backward(upstream),
                    "\(situation), the input's gradient", draw, sourceLocation: sourceLocation),
                parameterGradientsAgree(layers, situation, draw, sourceLocation)
            else { return false }
        }
        return true
    }
}

private func parameterGradientsAgree(
    _ layers: LayerCase, _ situation: String, _ draw: Draw, _ sourceLocation: SourceLocation
) -> Bool {
    zip(layers.student.parameters, layers.reference.parameters).enumerated().allSatisfy { index, pair in
        guard let expected = pair.1.gradient else { return true }
        let gradient = pair.0.gradient
        return holds(
            gradient != nil, "\(situation): parameters[\(index)].gradient is nil.", draw,
            sourceLocation: sourceLocation)
            && agree(
                gradient ?? expected, expected, "\(situation), parameters[\(index)].gradient", draw,
                sourceLocation: sourceLocation)
    }
}
