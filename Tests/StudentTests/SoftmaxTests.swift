import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Softmax") struct SoftmaxTests {
    private let ln2 = 0.6931471805599453
    private let ln5 = 1.6094379124341003

    @Test("forward: logits 0, ln 2 and ln 5 have the probabilities ⅛, ¼ and ⅝")
    func forwardValues() throws {
        expectClose(
            try Softmax().forward([[0, ln2, ln5], [ln5, ln5, ln5]]),
            [[0.125, 0.25, 0.625], [1.0 / 3, 1.0 / 3, 1.0 / 3]], "Softmax.forward",
            "e to the logits is 1, 2 and 5 in the first row; their sum, row by row, is 8.")
    }

    @Test("forward: each row adds up to 1, whatever is in the other rows", arguments: Size.typical)
    func forwardRows(size: Size) throws {
        let input = normal(size.rows, size.columns, seed: 1, standardDeviation: 2)
        let output = try Softmax().forward(input)
        guard
            expectClose(
                output.rowSums(), .ones(rows: size.rows, columns: 1),
                "The row sums of Softmax.forward of a (\(size)) input", "Divide by the sum of the row.")
        else { return }
        for row in 0..<size.rows {
            expectClose(
                output.selectingRows([row]), try Softmax().forward(input.selectingRows([row])),
                "Row \(row) of Softmax.forward", "A row alone has to give the same as in a batch.")
        }
    }

    @Test("forward: adding a number to a row changes nothing")
    func forwardShift() throws {
        let input: Matrix = [[0, ln2, ln5], [ln2, 0, ln5], [0, 0, 0]]
        expectClose(
            try Softmax().forward(input + [[5], [-70], [300]]),
            [[0.125, 0.25, 0.625], [0.25, 0.125, 0.625], [1.0 / 3, 1.0 / 3, 1.0 / 3]],
            "Softmax.forward of rows of ln 1, ln 2 and ln 5, shifted by 5, −70 and 300",
            "The common factor cancels in the quotient: the probabilities are those of the rows unshifted.")
    }

    @Test("forward: finite for logits as far out as ±10 000")
    func forwardStability() throws {
        expectClose(
            try Softmax().forward([[1e4, 0, -1e4], [-1e4, -1e4, -1e4]]),
            [[1, 0, 0], [1.0 / 3, 1.0 / 3, 1.0 / 3]], "Softmax.forward of huge logits",
            "e to a large power is infinity: take each row's maximum away first.")
    }

    @Test("forward: a row far below another one keeps its probabilities")
    func forwardUnequalRows() throws {
        expectClose(
            try Softmax().forward([[1000, 1000 + ln2], [-1000, -1000]]), [[1.0 / 3, 2.0 / 3], [0.5, 0.5]],
            "Softmax.forward of one huge and one tiny row",
            "Each row needs its own maximum: with that of the whole matrix the low row underflows to 0/0.")
    }

    @Test("backward: the full Jacobian product, worked out by hand")
    func backwardValues() throws {
        let layer = Softmax()
        _ = try layer.forward([[0, ln2, ln5], [0, 0, 0]])
        expectClose(
            try layer.backward([[8, 0, 0], [3, 0, -3]]), [[0.875, -0.25, -0.625], [1, 0, -1]],
            "Softmax.backward",
            "In the first row Σ ∂L/∂p · p is 8 · ⅛ = 1: the gradient is p times (8 − 1, 0 − 1, 0 − 1).")
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradients(
            of: Softmax(), "Softmax", at: normal(size.rows, size.columns, seed: 3), seed: 4,
            "Every probability of a row depends on every logit of that row.")
    }

    @Test("backward: the gradient of each row adds up to 0")
    func backwardRowSums() throws {
        let layer = Softmax()
        _ = try layer.forward(normal(4, 5, seed: 5))
        let gradient = try layer.backward(normal(4, 5, seed: 6))
        expectClose(
            gradient.rowSums(), .zeros(rows: 4, columns: 1), "The row sums of Softmax.backward",
            "Moving all logits of a row together changes nothing, so these have to be 0.")
        #expect(
            abs(gradient).max() > 1e-3, "Softmax.backward: the gradient is all but 0, and should not be.")
    }

    @Test("backward: finite for logits as far out as ±10 000")
    func backwardStability() throws {
        let layer = Softmax()
        _ = try layer.forward([[1e4, 0, -1e4], [0, 0, -1e4]])
        expectClose(
            try layer.backward([[1, 2, 3], [1, 2, 3]]), [[0, 0, 0], [-0.25, 0.25, 0]],
            "Softmax.backward of huge logits", "No logarithm and no quotient is needed here.")
    }

    @Test("backward: belongs to the latest forward")
    func backwardState() throws {
        try expectLatestForwardCounts("Softmax", columns: 4) { Softmax() }
    }

    @Test("backward: before any forward it is refused")
    func backwardBeforeForward() throws {
        try expectBackwardNeedsForward(Softmax(), "Softmax")
    }
}
