import LinearAlgebra
import NeuralNetwork
import Testing

/// A prediction and its target, of one shape.
typealias Batch = (prediction: Matrix, target: Matrix)

/// Checks a loss's `forward` against the reference's: three random batches on each of many objects.
///
/// - Parameters:
///   - name: The loss's name: "CrossEntropy".
///   - tolerance: How far off the value may be, relative to its size or to 1.
///   - make: Makes a student's loss and the reference's.
///   - sourceLocation: Where to report.
///   - batch: Makes a random batch.
/// - Throws: What the student's loss throws.
func expectSameValue(
    _ name: String, tolerance: Double = 1e-9, _ make: () -> (student: any Loss, reference: any Loss),
    sourceLocation: SourceLocation = #_sourceLocation, on batch: (inout Draw) throws -> Batch
) throws {
    try onRandomCases { draw in
        let losses = make()
        for call in 1...3 {
            let (prediction, target) = try batch(&draw)
            guard
                agree(
                    try losses.student.forward(prediction: prediction, target: target),
                    try losses.reference.forward(prediction: prediction, target: target),
                    "\(name).forward of a \(prediction.shape) prediction, call \(call) on one object", draw,
                    tolerance: tolerance, sourceLocation: sourceLocation)
            else { return false }
        }
        return true
    }
}

/// Checks a loss's `backward` against the reference's: three random batches on each of many objects, sometimes
/// with an earlier forward in between.
///
/// - Parameters:
///   - name: The loss's name: "CrossEntropy".
///   - make: Makes a student's loss and the reference's.
///   - sourceLocation: Where to report.
///   - batch: Makes a random batch.
/// - Throws: What the student's loss throws.
func expectSameGradient(
    _ name: String, _ make: () -> (student: any Loss, reference: any Loss),
    sourceLocation: SourceLocation = #_sourceLocation, on batch: (inout Draw) throws -> Batch
) throws {
    try onRandomCases { draw in
        let losses = make()
        for call in 1...3 {
            if draw.chance(of: 0.3) {
                let earlier = try batch(&draw)
                _ = try losses.student.forward(prediction: earlier.prediction, target: earlier.target)
            }
            let (prediction, target) = try batch(&draw)
            _ = try losses.student.forward(prediction: prediction, target: target)
            _ = try losses.reference.forward(prediction: prediction, target: target)
            guard
                agree(
                    try losses.student.backward(), try losses.reference.backward(),
                    "\(name).backward after a \(prediction.shape) prediction, call \(call) on one object",
                    draw, sourceLocation: sourceLocation)
            else { return false }
        }
        return true
    }
}
