import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

/// How a layer starts is in LinearTests+Init.swift, what may go wrong in the other files of this name.
@Suite("Linear layer") struct LinearTests {
    private let weight: Matrix = [[1, 2], [3, 4], [5, 6]]
    private let bias: Matrix = [[0.5, -1]]
    private let input: Matrix = [[1, 0, 2], [-1, 3, 1]]
    private let output: Matrix = [[11.5, 13], [13.5, 15]]

    // MARK: Forward

    @Test("forward: Z = X·W + b, worked out by hand")
    func forwardValues() throws {
        let isRight = try forward.check(
            LinearInput(input, weight, bias), gives: output,
            "The first element is 1·1 + 0·3 + 2·5 + 0.5: a row of X times a column of W, plus the bias.")
        if isRight { try forward.check(draw(rows: 4, columns: 5, seed: 11)) }
    }

    @Test("forward: the bias is added to every row of the batch")
    func forwardAddsBias() throws {
        try forward.check(
            LinearInput(.ones(rows: 4, columns: 2), .zeros(rows: 2, columns: 3), [[1, -2, 3]]),
            gives: [[1, -2, 3], [1, -2, 3], [1, -2, 3], [1, -2, 3]], "With W = 0 every row is the bias.")
    }

    @Test("forward: any batch and any number of features", arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        try forward.check(
            draw(rows: size.rows, columns: size.columns, seed: 5),
            "Every element is a row of X times a column of W, plus the bias of that column.")
    }

    @Test("forward: an input of another width is refused")
    func forwardRefusesWidth() throws {
        guard try forward.check(LinearInput(input, weight, bias), gives: output) else { return }
        let layer = try Linear(weight: weight, bias: bias)
        for columns in [1, 2, 4] {
            try expectShapeError("Linear.forward with \(columns) columns for 3 inputs") {
                try layer.forward(.ones(rows: 2, columns: columns))
            }
        }
    }

    // MARK: Backward

    @Test("backward: all three gradients, worked out by hand; weight and bias stay as they are")
    func backwardValues() throws {
        let given = LinearBackwardInput(LinearInput(input, weight, bias), [[1, 2], [0.5, -1]])
        let isRight = try inputGradient.check(
            given, gives: [[5, 11, 17], [-1.5, -2.5, -3.5]],
            "X is (2 × 3), W is (3 × 2) and ∂L/∂Z is (2 × 2): what has to be transposed?")
        guard isRight, try storesGradients(given) else { return }
        try weightGradient.check(
            given, gives: [[0.5, 3], [1.5, -3], [2.5, 3]],
            "Each weight adds up, over the batch, its input times the gradient of its output.")
        try biasGradient.check(
            given, gives: [[1.5, 1]],
            "The bias has reached every row, so the gradients of all rows are added up.")
        let layer = try given.run().layer
        let hint = "backward only stores gradients: it is update that changes weight and bias."
        expectClose(layer.weight.value, weight, "Linear.backward, the weight afterwards", hint)
        expectClose(layer.bias.value, bias, "Linear.backward, the bias afterwards", hint)
    }

    @Test("backward: agrees with small changes of input, weight and bias", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        let given = drawBackward(rows: size.rows, columns: size.columns, seed: 8)
        guard try forward.check(given.forward), try inputGradient.checkGradient(at: given),
            try storesGradients(given)
        else { return }
        try weightGradient.checkGradient(at: given)
        try biasGradient.checkGradient(at: given)
    }

    private func storesGradients(_ given: LinearBackwardInput) throws -> Bool {
        let layer = try given.run().layer
        let missing = zip(["weight", "bias"], layer.parameters).filter { $1.gradient == nil }.map(\.0)
        #expect(
            missing.isEmpty,
            """
            Linear.backward: stores nothing in \(missing.map { "\($0).gradient" }.joined(separator: " and in ")).
            One of the three gradients is returned, the other two are stored.
            """)
        return missing.isEmpty
    }

    @Test("backward: belongs to the latest forward, and replaces stored gradients")
    func backwardState() throws {
        try expectLatestForwardCounts("Linear", columns: 3, parameterNames: ["weight", "bias"]) {
            try Linear(weight: weight, bias: bias)
        }
    }

    @Test("backward: before any forward it is refused")
    func backwardBeforeForward() throws {
        try expectBackwardNeedsForward(
            Linear(weight: weight, bias: bias), "Linear", parameterNames: ["weight", "bias"])
    }

    @Test("backward: a gradient of another shape than Z is refused")
    func backwardRefusesShapes() throws {
        let given = LinearBackwardInput(LinearInput(input, weight, bias), .ones(rows: 2, columns: 2))
        guard try inputGradient.check(given) else { return }
        let layer = try given.run().layer
        for (rows, columns) in [(3, 2), (2, 3), (3, 3)] {
            try expectShapeError(
                "Linear.backward with a (\(rows) × \(columns)) gradient for a (2 × 2) output"
            ) {
                try layer.backward(.ones(rows: rows, columns: columns))
            }
        }
    }

    // MARK: Update

    @Test("update: both parameters move against their gradients, which are cleared")
    func updateValues() throws {
        let weightIsRight = try weightUpdate.check(
            UpdateInput(weight, [[1, -2], [0, 10], [4, 5]], rate: 0.1),
            gives: [[0.9, 2.2], [3, 3], [4.6, 5.5]], "W ← W − η ∂L/∂W, with η = 0.1 here.")
        let biasIsRight = try biasUpdate.check(
            UpdateInput(bias, [[-5, 2]], rate: 0.1), gives: [[1, -1.2]], "b ← b − η ∂L/∂b, with η = 0.1 here."
        )
        guard weightIsRight, biasIsRight, try weightUpdate.check(update(rate: 0.7)) else { return }
        let layer = try Linear(weight: weight, bias: bias)
        layer.weight.gradient = [[1, -2], [0, 10], [4, 5]]
        layer.bias.gradient = [[-5, 2]]
        try layer.update(learningRate: 0.1)
        expectClose(
            layer.weight.value, [[0.9, 2.2], [3, 3], [4.6, 5.5]], "Linear.update, the weight",
            "Each parameter has a gradient of its own.")
        expectClose(
            layer.bias.value, [[1, -1.2]], "Linear.update, the bias",
            "Each parameter has a gradient of its own.")
        for (name, parameter) in zip(["weight", "bias"], layer.parameters) {
            #expect(
                parameter.gradient == nil,
                "Linear.update: \(name).gradient is still there afterwards: once used,\nit has to become nil."
            )
        }
    }

    @Test("update: without a gradient it is refused")
    func updateNeedsGradients() throws {
        let layer = try Linear(weight: weight, bias: bias)
        try expectRefusal(.missingGradient, "Linear.update before any backward") {
            try layer.update(learningRate: 0.1)
        }
        guard try weightUpdate.check(update(rate: 0.7)) else { return }
        layer.weight.gradient = weight
        layer.bias.gradient = bias
        try layer.update(learningRate: 0.5)
        expectClose(
            layer.weight.value, weight / 2, "Linear.update after a refused one",
            "What was refused must have changed nothing: here W − ½ W is right.")
        try expectRefusal(.missingGradient, "Linear.update a second time after one backward") {
            try layer.update(learningRate: 0.1)
        }
    }

    @Test("update: a rate that is not finite and above 0 is refused", arguments: [0, -0.1, .infinity, .nan])
    func updateRefusesRates(rate: Double) throws {
        let layer = try Linear(weight: weight, bias: bias)
        layer.weight.gradient = weight
        layer.bias.gradient = bias
        let call = "Linear.update with the learning rate \(short(rate))"
        try expectRefusal(.invalidArgument, call) { try layer.update(learningRate: rate) }
        let isUnchanged = expectClose(
            layer.weight.value, weight, "\(call), the weight", "What is refused must change nothing.")
        if isUnchanged { try weightUpdate.check(update(rate: 0.7)) }
    }

    private func update(rate: Double) -> UpdateInput {
        UpdateInput(normal(3, 2, seed: 12), normal(3, 2, seed: 13), rate: rate)
    }
}
