import LinearAlgebra
import NeuralNetwork
import Testing

/// How to make a student's optimizer and the reference's, with the same settings.
typealias OptimizerCase = (
    student: ([Parameter]) -> any Optimizer, reference: ([Parameter]) -> any Optimizer
)

/// Which gradients are nil.
enum MissingGradients {
    /// None.
    case none
    /// Any, at any step: the parameter is skipped, and whatever is kept for it stays.
    case anywhere
    /// Those of some parameters, from some step on for good: what happens when they come back is left open.
    case fromSomeStepOn
}

/// Checks `step` against the reference: random parameters, 20 steps of random gradients, compared after each.
///
/// - Parameters:
///   - name: The optimizer's name: "Momentum".
///   - missing: Which gradients are nil.
///   - sourceLocation: Where to report.
///   - make: Draws settings.
/// - Throws: What the student's optimizer throws.
func expectSameSteps(
    _ name: String, missing: MissingGradients = .none, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: (inout Draw) -> OptimizerCase
) throws {
    try onRandomCases(30) { draw in
        let settings = make(&draw)
        let values = (0..<draw.integer(in: 1...4)).map { _ in draw.normal(draw.count(), draw.count()) }
        let ends = values.map { _ in draw.integer(in: 0...30) }
        let scale = draw.number(in: 0.01...10)
        let student = values.map(Parameter.init)
        let reference = values.map(Parameter.init)
        let studentOptimizer = settings.student(student)
        let referenceOptimizer = settings.reference(reference)
        for step in 1...20 {
            for (index, value) in values.enumerated() {
                let gradient = draw.normal(value.rows, value.columns, standardDeviation: scale)
                let isMissing =
                    switch missing {
                    case .none: false
                    case .anywhere: draw.chance(of: 0.3)
                    case .fromSomeStepOn: step > ends[index]
                    }
                student[index].gradient = isMissing ? nil : gradient
                reference[index].gradient = isMissing ? nil : gradient
            }
            try studentOptimizer.step()
            try referenceOptimizer.step()
            for (index, (student, reference)) in zip(student, reference).enumerated() {
                guard
                    agree(
                        student.value, reference.value,
                        "\(name).step, parameter \(index + 1) of \(values.count) after step \(step)", draw,
                        sourceLocation: sourceLocation)
                else { return false }
            }
        }
        return true
    }
}
