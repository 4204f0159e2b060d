public import LinearAlgebra
public import NeuralNetwork
public import Testing

/// Gives an optimizer one gradient a step for one parameter, and checks the parameter after each step.
///
/// - Parameters:
///   - name: The optimizer's name: "Momentum".
///   - start: The parameter's starting value.
///   - gradients: The gradient of each step.
///   - expected: The value after each step, worked out by hand.
///   - hint: A sentence that helps to find the mistake.
///   - sourceLocation: Where to report.
///   - make: Makes the optimizer.
/// - Throws: What the optimizer throws.
public func expectSteps(
    of name: String, from start: Matrix, gradients: [Matrix], give expected: [Matrix], _ hint: String,
    sourceLocation: SourceLocation = #_sourceLocation, _ make: ([Parameter]) -> any Optimizer
) throws {
    let parameter = Parameter(start)
    let optimizer = make([parameter])
    for (step, (gradient, value)) in zip(gradients, expected).enumerated() {
        parameter.gradient = gradient
        try optimizer.step()
        let isRight = expectClose(
            parameter.value, value, "\(name).step, the parameter after step \(step + 1)", hint,
            sourceLocation: sourceLocation)
        // What follows from a wrong step would only repeat it.
        guard isRight else { return }
    }
}

/// Checks that each parameter moves as it would alone, that one without a gradient is skipped, and that
/// `zeroGradients` clears every gradient and nothing else.
///
/// - Parameters:
///   - name: The optimizer's name: "Momentum".
///   - sourceLocation: Where to report.
///   - make: Makes the optimizer.
/// - Throws: What the optimizer throws.
public func expectParametersAreIndependent(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: ([Parameter]) -> any Optimizer
) throws {
    func parameters() -> [Parameter] { [Parameter([[1, -2, 3]]), Parameter([[4], [0.5]])] }
    let gradients: [Matrix] = [[[0.5, 1, -1]], [[2], [-3]]]

    let together = parameters()
    let optimizer = make(together)
    let alone = parameters()
    let optimizers = alone.map { make([$0]) }
    for step in 1...3 {
        for index in together.indices {
            together[index].gradient = Double(step) * gradients[index]
            alone[index].gradient = Double(step) * gradients[index]
            try optimizers[index].step()
        }
        try optimizer.step()
        for index in together.indices {
            expectClose(
                together[index].value, alone[index].value,
                "\(name).step, parameter \(index + 1) of 2 after step \(step)",
                "Every parameter has to move as it would if it were the only one.",
                sourceLocation: sourceLocation)
        }
        optimizer.zeroGradients()
    }
    if together.contains(where: { $0.gradient != nil }) {
        record("\(name).zeroGradients: every gradient has to be nil afterwards.", "", sourceLocation)
    }
}

/// Checks that a parameter without a gradient is left as it is, while the others move.
///
/// - Parameters:
///   - name: The optimizer's name: "Momentum".
///   - sourceLocation: Where to report.
///   - make: Makes the optimizer.
/// - Throws: What the optimizer throws.
public func expectMissingGradientIsSkipped(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: ([Parameter]) -> any Optimizer
) throws {
    let without = Parameter([[1, 2]])
    let with = Parameter([[3], [4]])
    let optimizer = make([without, with])
    with.gradient = [[1], [-1]]
    try optimizer.step()
    expectClose(
        without.value, [[1, 2]], "\(name).step, a parameter whose gradient is nil",
        "It has to be skipped.", sourceLocation: sourceLocation)
    if with.value == [[3], [4]] {
        record(
            "\(name).step: a parameter that has a gradient did not move.",
            "A parameter without a gradient is skipped; those after it are not.", sourceLocation)
    }
}
