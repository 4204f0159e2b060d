import LinearAlgebra
public import NeuralNetwork
public import Testing

/// Checks that a parameter without a gradient is left as it is, at first and later on, while the others move.
///
/// - Parameters:
///   - optimizer: The optimizer's name: "Momentum".
///   - sourceLocation: Where to report.
///   - make: Makes the optimizer.
/// - Returns: Whether a step with such a parameter is possible at all.
/// - Throws: What the optimizer throws.
@discardableResult
public func expectMissingGradientIsSkipped(
    _ optimizer: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: ([Parameter]) -> any Optimizer
) throws -> Bool {
    let without = Parameter([[1, 2]])
    let with = Parameter([[3, 4]])
    let tested = make([without, with])
    let input = StepsInput(from: [[3, 4]], [[1, -1]])
    with.gradient = input.gradients
    let done: Void? = try attempt(
        "\(optimizer).step with a gradient that is nil",
        "That parameter has to be skipped, and the others have to move.", sourceLocation: sourceLocation
    ) { try tested.step() }
    guard done != nil else { return false }
    expectClose(
        without.value, [[1, 2]], "\(optimizer).step, a parameter whose gradient is nil",
        "It has to be skipped.", sourceLocation: sourceLocation)
    guard try expectMoves(input, optimizer, sourceLocation, make) else { return true }
    let alone = try StepsInput.run([input], make)
    if try isSecondIgnored(make) {
        record(
            "\(optimizer).step: only the first parameter moves. A step is for all of them.", "",
            sourceLocation)
    } else if with.value == input.start {
        record(
            "\(optimizer).step: a gradient that is nil ends the step for the parameters after it.",
            "Only the parameter without a gradient is skipped.", sourceLocation)
    } else {
        expectClose(
            with.value, alone, "\(optimizer).step, a parameter after one without a gradient",
            "It has to move as if it were the only one.", sourceLocation: sourceLocation)
    }
    try expectStaysLater(optimizer, sourceLocation, make)
    return true
}

/// Whether the second of two parameters stays where it is though both have a gradient.
private func isSecondIgnored(_ make: ([Parameter]) -> any Optimizer) throws -> Bool {
    let (first, second) = (Parameter([[1, 2]]), Parameter([[3, 4]]))
    let optimizer = make([first, second])
    first.gradient = [[1, -1]]
    second.gradient = [[1, -1]]
    try optimizer.step()
    return second.value == [[3, 4]] && first.value != [[1, 2]]
}

private func expectStaysLater(
    _ optimizer: String, _ sourceLocation: SourceLocation, _ make: ([Parameter]) -> any Optimizer
) throws {
    let reached = try values(after: [[[-1, 1]]], make)
    let skipped = try values(after: [[[-1, 1]], nil], make)
    if skipped == reached { return }
    let isTakenForZero = skipped == (try values(after: [[[-1, 1]], [[0, 0]]], make))
    expectClose(
        skipped, reached, "\(optimizer).step, a second step in which the gradient is nil",
        isTakenForZero
            ? "A gradient that is nil is taken for one of 0. It has to be skipped."
            : "What is left of earlier steps moves it on. It has to be skipped.",
        sourceLocation: sourceLocation)
}

/// Checks that a step in which a parameter has no gradient is, for this parameter, as if it had not been.
///
/// - Parameters:
///   - optimizer: The optimizer's name: "RMSProp".
///   - memory: What it remembers: "mean square".
///   - sourceLocation: Where to report.
///   - make: Makes the optimizer.
/// - Throws: What the optimizer throws.
public func expectSkippedStepLeavesNoTrace(
    _ optimizer: String, memory: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: ([Parameter]) -> any Optimizer
) throws {
    let expected = try values(after: [[[4, -1]], [[2, 3]]], make)
    let received = try values(after: [[[4, -1]], nil, [[2, 3]]], make)
    let isTakenForZero = received == (try values(after: [[[4, -1]], [[0, 0]], [[2, 3]]], make))
    expectClose(
        received, expected, "\(optimizer).step, after a step in which the gradient was nil",
        isTakenForZero
            ? "A gradient that is nil is taken for one of 0: the \(memory) fades. It has to stay."
            : "The \(memory) of a parameter that is skipped has to stay as it is.",
        sourceLocation: sourceLocation)
}

/// The value of a single parameter after steps with the given gradients.
private func values(after gradients: [Matrix?], _ make: ([Parameter]) -> any Optimizer) throws -> Matrix {
    let parameter = Parameter([[1, 2]])
    let optimizer = make([parameter])
    for gradient in gradients {
        parameter.gradient = gradient
        try optimizer.step()
    }
    return parameter.value
}
