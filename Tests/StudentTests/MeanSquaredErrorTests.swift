import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mean squared error") struct MeanSquaredErrorTests {
    private let prediction: Matrix = [[1, 2, 3], [4, 5, 6]]
    private let target: Matrix = [[1, 4, 2], [4, 5, 9]]

    @Test("forward: the mean over all elements of the squared difference")
    func forwardValues() throws {
        expectClose(
            try MeanSquaredError().forward(prediction: prediction, target: target), 14.0 / 6,
            "MeanSquaredError.forward",
            "The squares 0, 4, 1, 0, 0, 9 add up to 14; there are 6 elements, in 2 rows.")
    }

    @Test("forward: errors of opposite sign do not cancel")
    func forwardSigns() throws {
        expectClose(
            try MeanSquaredError().forward(prediction: [[3], [-3]], target: [[0], [0]]), 9,
            "MeanSquaredError.forward", "Square each difference first, and add up then.")
    }

    @Test("forward: 0 where all is right, and only there")
    func forwardZero() throws {
        expectClose(
            try MeanSquaredError().forward(prediction: prediction, target: prediction + 1), 1,
            "MeanSquaredError.forward of a prediction too low by 1", "Every square is 1.")
        expectClose(
            try MeanSquaredError().forward(prediction: prediction, target: prediction), 0,
            "MeanSquaredError.forward of a right prediction")
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(MeanSquaredError(), "MeanSquaredError")
    }

    @Test("backward: 2/N times the difference, worked out by hand")
    func backwardValues() throws {
        let loss = MeanSquaredError()
        _ = try loss.forward(prediction: prediction, target: target)
        expectClose(
            try loss.backward(), [[0, -2.0 / 3, 1.0 / 3], [0, 0, -1]], "MeanSquaredError.backward",
            "The last element is 2 · (6 − 9) / 6: mind the 2, the sign, and N = 6 elements.")
    }

    @Test("backward: agrees with small changes of the prediction", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradient(
            of: MeanSquaredError(), "MeanSquaredError", at: normal(size.rows, size.columns, seed: 1),
            target: normal(size.rows, size.columns, seed: 2))
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState(
            "MeanSquaredError", predictions: { normal($0, $1, seed: $2) }, targets: oneHotRows
        ) { MeanSquaredError() }
    }
}
