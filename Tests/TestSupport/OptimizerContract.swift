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
        let done: Void? = try attempt("\(name).step", hint, sourceLocation: sourceLocation) {
            try optimizer.step()
        }
        guard done != nil else { return }
        let isRight = expectClose(
            parameter.value, value, "\(name).step, the parameter after step \(step + 1)", hint,
            sourceLocation: sourceLocation)
        // What follows from a wrong step would only repeat it.
        guard isRight else { return }
    }
}

/// Checks that each parameter moves as it would alone, against its gradient in the first step, and that
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
        let done: Void? = try attempt(
            "\(name).step with two parameters, (1 × 3) and (2 × 1)",
            "What it remembers, it has to remember for each parameter on its own.",
            sourceLocation: sourceLocation
        ) { try optimizer.step() }
        guard done != nil else { return }
        if step == 1 {
            for (index, start) in parameters().enumerated() {
                expectMove(
                    from: start.value, to: together[index].value, against: gradients[index],
                    "\(name).step, parameter \(index + 1) of 2", sourceLocation)
            }
        }
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

/// Checks that a parameter without a gradient is left as it is, at first and later on, while the others move.
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
    let gradient: Matrix = [[1], [-1]]
    with.gradient = gradient
    let done: Void? = try attempt(
        "\(name).step with a parameter whose gradient is nil", "It has to be skipped.",
        sourceLocation: sourceLocation
    ) { try optimizer.step() }
    guard done != nil else { return }
    expectClose(
        without.value, [[1, 2]], "\(name).step, a parameter whose gradient is nil",
        "It has to be skipped.", sourceLocation: sourceLocation)
    expectMove(
        from: [[3], [4]], to: with.value, against: gradient,
        "\(name).step, a parameter after one that has to be skipped", sourceLocation)

    without.gradient = [[-1, 1]]
    try optimizer.step()
    let reached = without.value
    without.gradient = nil
    try optimizer.step()
    expectClose(
        without.value, reached, "\(name).step, a parameter whose gradient is nil, after a step with one",
        "It has to be skipped, whatever earlier steps have left.", sourceLocation: sourceLocation)
}

/// Records an issue unless the first step went against the gradient in every element.
private func expectMove(
    from start: Matrix, to end: Matrix, against gradient: Matrix, _ name: String,
    _ sourceLocation: SourceLocation
) {
    guard start.shape == end.shape else {
        record("\(name): it was \(start.shape), and is \(end.shape) now.", "", sourceLocation)
        return
    }
    let moves = zip(end.elements, start.elements).map { $0 - $1 }
    if !zip(moves, gradient.elements).allSatisfy({ $0 * $1 < 0 }) {
        let changes = moves.map(short).joined(separator: ", ")
        record(
            "\(name): it has to move against its gradient.",
            "With the gradient \(gradient.elements) the first step changed it by [\(changes)].",
            sourceLocation)
    }
}
