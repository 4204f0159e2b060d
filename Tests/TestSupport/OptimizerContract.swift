public import LinearAlgebra
public import NeuralNetwork
public import Testing

extension Subject where Input == StepsInput {
    /// An optimizer's `step`: the values of one parameter after each step, a row a step.
    ///
    /// - Parameters:
    ///   - optimizer: Its name: "Momentum".
    ///   - lesson: The page that explains it.
    ///   - make: Makes an optimizer that has taken no step yet.
    ///   - draw: Makes a start and gradients, from the number of steps, that of elements, and a seed.
    ///   - right: What is right.
    ///   - mistakes: What students are known to do instead.
    /// - Returns: The function as tests see it.
    public static func steps(
        of optimizer: String, lesson: String, _ make: @escaping ([Parameter]) -> any Optimizer,
        draw: @escaping (Int, Int, UInt64) -> StepsInput = StepsInput.drawn,
        right: @escaping (StepsInput) throws -> Matrix, mistakes: [Mistake<StepsInput>]
    ) -> Subject {
        Subject(
            "\(optimizer).step, a row a step", lesson: lesson,
            received: { try StepsInput.run([$0], make) }, right: right, draw: draw, mistakes: mistakes)
    }

    /// Checks the values after each step, worked out by hand, and then those of drawn inputs.
    ///
    /// After the first step that is wrong, what follows would only repeat it, and is left out.
    ///
    /// - Parameters:
    ///   - input: Where the parameter starts, and its gradients.
    ///   - expected: The values after each step, a row a step, worked out by hand.
    ///   - hint: A sentence that helps where the mistake is not a known one.
    ///   - sourceLocation: Where to report.
    /// - Throws: `FillYourCodeHere` from a stub.
    public func checkSteps(
        _ input: StepsInput, give expected: Matrix, _ hint: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let firstWrong = (1...expected.rows).first { steps in
            let received = try? received(input.prefix(steps))
            return received?.matches(expected.selectingRows(0..<steps)) != true
        }
        let steps = firstWrong ?? expected.rows
        let isRight = try check(
            input.prefix(steps), gives: expected.selectingRows(0..<steps), hint,
            sourceLocation: sourceLocation)
        if isRight { try checkDrawn(hint, sourceLocation: sourceLocation) }
    }
}

/// Checks that each of two parameters moves as it would alone, against its gradient in the first step, and that
/// `zeroGradients` clears the gradients and nothing else.
///
/// - Parameters:
///   - optimizer: The optimizer's name: "Momentum".
///   - lesson: The page that explains it.
///   - hint: A sentence that helps where the mistake is not a known one.
///   - mistakes: What students are known to do with a second parameter.
///   - sourceLocation: Where to report.
///   - make: Makes the optimizer.
/// - Throws: What the optimizer throws.
public func expectParametersAreIndependent(
    _ optimizer: String, lesson: String, _ hint: String, mistakes: [Mistake<StepsInput>] = [],
    sourceLocation: SourceLocation = #_sourceLocation, _ make: @escaping ([Parameter]) -> any Optimizer
) throws {
    let input = StepsInput(
        from: [[1, -2, 3, 4, 0.5]], [[0.5, 1, -1, 2, -3], [1, 2, -2, 4, -6], [0, 1, 1, 0, 1]])
    let subject = Subject<StepsInput>(
        "\(optimizer).step of two parameters, a row a step", lesson: lesson,
        received: { try StepsInput.run($0.halves, make) },
        right: { try $0.ofHalves { half, _ in try StepsInput.run([half], make) } },
        draw: StepsInput.drawn,
        mistakes: mistakes + [
            onlyOneMoves(index: 0, "Only the first parameter moves: a step is for all of them.", make),
            onlyOneMoves(index: 1, "Only the last parameter moves: a step is for all of them.", make),
        ])
    guard try expectMoves(input, optimizer, sourceLocation, make),
        try subject.check(input, hint, sourceLocation: sourceLocation)
    else { return }
    try expectZeroGradientsClears(optimizer, input, sourceLocation, make)
}

private func onlyOneMoves(
    index: Int, _ sentence: String, _ make: @escaping ([Parameter]) -> any Optimizer
) -> Mistake<StepsInput> {
    Mistake(sentence, see: "your-task") {
        try $0.ofHalves { half, which in
            try which == index ? StepsInput.run([half], make) : half.values { value, _ in value }
        }
    }
}

private func expectZeroGradientsClears(
    _ optimizer: String, _ input: StepsInput, _ sourceLocation: SourceLocation,
    _ make: ([Parameter]) -> any Optimizer
) throws {
    let parameters = [Parameter([[1, 2]]), Parameter([[3], [4]])]
    for parameter in parameters { parameter.gradient = parameter.value }
    make(parameters).zeroGradients()
    let left = parameters.compactMap(\.gradient)
    if left.contains(where: { $0.elements.allSatisfy { $0 == 0 } }) {
        record(
            "\(optimizer).zeroGradients: the gradients are 0, and have to be nil.",
            "With nil, what has no gradient is skipped.", sourceLocation)
    } else if !left.isEmpty {
        record(
            "\(optimizer).zeroGradients: \(left.count) of 2 gradients are still there. All have to be nil.",
            "", sourceLocation)
    }
    expectClose(
        try StepsInput.run([input], clearing: true, make), try StepsInput.run([input], make),
        "\(optimizer).step with zeroGradients after each step",
        "zeroGradients clears more than the gradients: what step remembers has to stay.",
        sourceLocation: sourceLocation)
}

/// Records an issue unless a parameter, on its own, goes against the gradient in the first step, in every element,
/// and stays finite.
///
/// - Returns: Whether it does: if not, what follows would only repeat it.
func expectMoves(
    _ input: StepsInput, _ optimizer: String, _ sourceLocation: SourceLocation,
    _ make: ([Parameter]) -> any Optimizer
) throws -> Bool {
    let values = try StepsInput.run([input], make)
    guard values.shape == input.gradients.shape else {
        record(
            "\(optimizer).step: the parameter was \(input.start.shape), and is \(values.shape) now.", "",
            sourceLocation)
        return false
    }
    if let index = values.elements.firstIndex(where: { !$0.isFinite }) {
        record(
            """
            \(optimizer).step: the value is \(short(values.elements[index])) after step \
            \(index / values.columns + 1).
            """, "", sourceLocation)
        return false
    }
    let moves = try values.selectingRows([0]) - input.start
    let products = try (moves * input.gradients.selectingRows([0])).elements
    if products.allSatisfy({ $0 < 0 }) { return true }
    let finding =
        if moves.elements.allSatisfy({ $0 == 0 }) {
            "the parameter has not moved in the first step."
        } else if products.allSatisfy({ $0 > 0 }) {
            "the first step goes along with the gradient, and has to go against it."
        } else {
            "the first step has to go against the gradient, in every element."
        }
    record("\(optimizer).step: \(finding)", "", sourceLocation)
    return false
}
