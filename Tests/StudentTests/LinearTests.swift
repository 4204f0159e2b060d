import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

/// How a layer starts is in LinearTests+Init.swift.
@Suite("Linear layer") struct LinearTests {
    private let weight: Matrix = [[1, 2], [3, 4], [5, 6]]
    private let bias: Matrix = [[0.5, -1]]
    private let input: Matrix = [[1, 0, 2], [-1, 3, 1]]

    // MARK: Forward

    @Test("forward: Z = X·W + b, worked out by hand")
    func forwardValues() throws {
        let layer = try Linear(weight: weight, bias: bias)
        expectClose(
            try layer.forward(input), [[11.5, 13], [13.5, 15]], "Linear.forward",
            "The first element is 1·1 + 0·3 + 2·5 + 0.5: a row of X times a column of W, plus the bias.")
    }

    @Test("forward: the bias is added to every row of the batch")
    func forwardAddsBias() throws {
        let layer = try Linear(weight: .zeros(rows: 2, columns: 3), bias: [[1, -2, 3]])
        expectClose(
            try layer.forward(.ones(rows: 4, columns: 2)),
            [[1, -2, 3], [1, -2, 3], [1, -2, 3], [1, -2, 3]],
            "Linear.forward with zero weights", "With W = 0 every row is the bias.")
    }

    @Test("forward: any batch and any number of features", arguments: Size.typical)
    func forwardShapes(size: Size) throws {
        let weight = normal(size.columns, 3, seed: 5)
        let bias = normal(1, 3, seed: 6)
        let input = normal(size.rows, size.columns, seed: 7)
        var expected = Matrix.zeros(rows: size.rows, columns: 3)
        for row in 0..<size.rows {
            for column in 0..<3 {
                expected[row, column] = (0..<size.columns).reduce(bias[0, column]) { sum, feature in
                    sum + input[row, feature] * weight[feature, column]
                }
            }
        }
        expectClose(
            try Linear(weight: weight, bias: bias).forward(input), expected,
            "Linear.forward of a (\(size)) input with a (\(size.columns) × 3) weight")
    }

    @Test("forward: an input of another width is refused")
    func forwardRefusesWidth() throws {
        let layer = try Linear(weight: weight, bias: bias)
        _ = try layer.forward(input)
        for columns in [1, 2, 4] {
            try expectShapeError("Linear.forward with \(columns) columns for 3 inputs") {
                try layer.forward(.ones(rows: 2, columns: columns))
            }
        }
    }

    // MARK: Backward

    @Test("backward: all three gradients, worked out by hand; weight and bias stay as they are")
    func backwardValues() throws {
        let layer = try Linear(weight: weight, bias: bias)
        _ = try layer.forward(input)
        let result = try attempt(
            "Linear.backward", "X is (2 × 3), W is (3 × 2) and ∂L/∂Z is (2 × 2): what has to be transposed?"
        ) { try layer.backward([[1, 2], [0.5, -1]]) }
        guard let inputGradient = result else { return }
        expectClose(
            try #require(layer.weight.gradient, "Linear.backward: weight.gradient is still nil."),
            [[0.5, 3], [1.5, -3], [2.5, 3]], "Linear.backward, ∂L/∂W",
            """
            The X of forward, transposed, times ∂L/∂Z: summed over the batch and not divided by it, for the \
            loss has taken the mean already.
            """)
        expectClose(
            try #require(layer.bias.gradient, "Linear.backward: bias.gradient is still nil."),
            [[1.5, 1]], "Linear.backward, ∂L/∂b",
            "The bias has reached every row, so the gradients of all rows are added up.")
        expectClose(
            inputGradient, [[5, 11, 17], [-1.5, -2.5, -3.5]], "Linear.backward, ∂L/∂X",
            "One column for each input feature: W has to be transposed.")
        expectClose(layer.weight.value, weight, "The weight after Linear.backward", "Only update changes it.")
        expectClose(layer.bias.value, bias, "The bias after Linear.backward", "Only update changes it.")
    }

    @Test("backward: agrees with small changes of input, weight and bias", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        let layer = try Linear(weight: normal(size.columns, 3, seed: 8), bias: normal(1, 3, seed: 9))
        try expectGradients(
            of: layer, "Linear", at: normal(size.rows, size.columns, seed: 10),
            parameterNames: ["weight", "bias"])
    }

    @Test("backward: belongs to the latest forward, and replaces stored gradients")
    func backwardState() throws {
        try expectLatestForwardCounts("Linear", columns: 3) { try Linear(weight: weight, bias: bias) }
    }

    @Test("backward: before any forward it is refused")
    func backwardBeforeForward() throws {
        try expectBackwardNeedsForward(Linear(weight: weight, bias: bias), "Linear")
    }

    @Test("backward: a gradient of another shape than Z is refused")
    func backwardRefusesShapes() throws {
        let layer = try Linear(weight: weight, bias: bias)
        _ = try layer.forward(input)
        _ = try layer.backward(.ones(rows: 2, columns: 2))
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
        let layer = try Linear(weight: weight, bias: bias)
        layer.weight.gradient = [[1, -2], [0, 10], [4, 5]]
        layer.bias.gradient = [[-5, 2]]
        try layer.update(learningRate: 0.1)
        expectClose(
            layer.weight.value, [[0.9, 2.2], [3, 3], [4.6, 5.5]], "The weight after Linear.update",
            "W ← W − η ∂L/∂W, with η = 0.1 here.")
        expectClose(
            layer.bias.value, [[1, -1.2]], "The bias after Linear.update",
            "b ← b − η ∂L/∂b, with η = 0.1 here.")
        #expect(
            layer.weight.gradient == nil && layer.bias.gradient == nil,
            "Linear.update: a gradient that has been used has to be set to nil.")
    }

    @Test("update: without a gradient it is refused")
    func updateNeedsGradients() throws {
        let layer = try Linear(weight: weight, bias: bias)
        try expectRefusal(.missingGradient, "Linear.update before any backward") {
            try layer.update(learningRate: 0.1)
        }
        layer.weight.gradient = weight
        layer.bias.gradient = bias
        try layer.update(learningRate: 0.1)
        try expectRefusal(.missingGradient, "Linear.update a second time after one backward") {
            try layer.update(learningRate: 0.1)
        }
    }

    @Test("update: a rate that is not finite and above 0 is refused", arguments: [0, -0.1, .infinity, .nan])
    func updateRefusesRates(rate: Double) throws {
        let layer = try Linear(weight: weight, bias: bias)
        layer.weight.gradient = weight
        layer.bias.gradient = bias
        try layer.update(learningRate: 0.5)
        layer.weight.gradient = weight
        layer.bias.gradient = bias
        try expectRefusal(.invalidArgument, "Linear.update with the learning rate \(rate)") {
            try layer.update(learningRate: rate)
        }
        expectClose(
            layer.weight.value, weight / 2, "The weight after a refused Linear.update",
            "Nothing may change then: it is what the update before, with the rate ½, has left.")
    }
}
