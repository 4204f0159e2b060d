import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mean squared error") struct MeanSquaredErrorTests {
    private let example = LossInput([[1, 2, 3], [4, 5, 6]], [[1, 4, 2], [4, 5, 9]])

    @Test("forward: the mean over all elements of the squared difference")
    func forwardValues() throws {
        let isRight = try forward.check(
            example, gives: .single(14.0 / 6),
            "The squares 0, 4, 1, 0, 0, 9 add up to 14; there are 6 elements, in 2 rows.")
        if isRight { try forward.check(batch(rows: 4, columns: 3, seed: 1)) }
    }

    @Test("forward: errors of opposite sign do not cancel")
    func forwardSigns() throws {
        let isRight = try forward.check(
            LossInput([[3], [-3]], [[0], [0]]), gives: .single(9),
            "Square each difference first, and add up then.")
        if isRight { try forward.check(batch(rows: 4, columns: 1, seed: 2)) }
    }

    @Test("forward: 0 where all is right, and only there")
    func forwardZero() throws {
        let given = batch(rows: 3, columns: 4, seed: 3)
        guard try forward.check(given) else { return }
        try forward.check(
            LossInput(given.target - 1, given.target), gives: .single(1), "Every square is 1.",
            of: "a prediction too low by 1")
        try forward.check(
            LossInput(given.target, given.target), gives: .single(0), of: "a right prediction")
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(forward)
    }

    @Test("backward: 2/N times the difference, worked out by hand")
    func backwardValues() throws {
        let isRight = try backward.check(
            example, gives: [[0, -2.0 / 3, 1.0 / 3], [0, 0, -1]],
            "The last element is 2 · (6 − 9) / 6: mind the 2, the sign, and N = 6 elements.")
        if isRight { try backward.check(batch(rows: 4, columns: 3, seed: 4)) }
    }

    @Test("backward: agrees with small changes of the prediction", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try backward.checkGradient(at: batch(rows: size.rows, columns: size.columns, seed: 5))
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState(backward) { MeanSquaredError() }
    }
}
