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
        let isRight = try forward.check(
            [[0, ln2, ln5], [ln5, ln5, ln5]], gives: [[0.125, 0.25, 0.625], [1.0 / 3, 1.0 / 3, 1.0 / 3]],
            "e to the logits is 1, 2 and 5 in the first row; their sum, row by row, is 8.")
        if isRight { try forward.check(normal(4, 3, seed: 7)) }
    }

    @Test("forward: each row adds up to 1, whatever is in the other rows", arguments: Size.typical)
    func forwardRows(size: Size) throws {
        let input = normal(size.rows, size.columns, seed: 1, standardDeviation: 2)
        guard try forward.check(input, "Each row has to add up to 1: divide by its sum, and by nothing else.")
        else { return }
        let output = try Softmax().forward(input)
        for row in 0..<size.rows {
            expectClose(
                output.selectingRows([row]), try Softmax().forward(input.selectingRows([row])),
                "Row \(row) of Softmax.forward", "A row alone has to give the same as in a batch.")
        }
    }

    @Test("forward: adding a number to a row changes nothing")
    func forwardShift() throws {
        let input: Matrix = [[0, ln2, ln5], [ln2, 0, ln5], [0, 0, 0]]
        let isRight = try forward.check(
            input + [[5], [-70], [300]],
            gives: [[0.125, 0.25, 0.625], [0.25, 0.125, 0.625], [1.0 / 3, 1.0 / 3, 1.0 / 3]],
            "The common factor cancels in the quotient: the probabilities are those of the rows unshifted.",
            of: "rows of ln 1, ln 2 and ln 5, shifted by 5, −70 and 300", draw: farApart)
        if isRight { try forward.check(farApart(rows: 3, columns: 4, seed: 8), draw: farApart) }
    }

    @Test("forward: finite for logits as far out as ±10 000")
    func forwardStability() throws {
        let isRight = try forward.check(
            [[1e4, 0, -1e4], [-1e4, -1e4, -1e4]], gives: [[1, 0, 0], [1.0 / 3, 1.0 / 3, 1.0 / 3]],
            "e to a large power is infinity: take each row's maximum away first.", of: "huge logits",
            draw: huge)
        if isRight { try forward.check(huge(3, 4, seed: 9), of: "huge logits", draw: huge) }
    }

    @Test("forward: a row far below another one keeps its probabilities")
    func forwardUnequalRows() throws {
        let isRight = try forward.check(
            [[1000, 1000 + ln2], [-1000, -1000]], gives: [[1.0 / 3, 2.0 / 3], [0.5, 0.5]],
            "Each row needs its own maximum: with that of the whole matrix the low row underflows to 0/0.",
            of: "one huge and one tiny row", draw: farApart)
        if isRight { try forward.check(farApart(rows: 4, columns: 2, seed: 10), draw: farApart) }
    }

    @Test("backward: the full Jacobian product, worked out by hand")
    func backwardValues() throws {
        let isRight = try backward.check(
            BackwardInput([[0, ln2, ln5], [0, 0, 0]], [[8, 0, 0], [3, 0, -3]]),
            gives: [[0.875, -0.25, -0.625], [1, 0, -1]],
            "In the first row Σ ∂L/∂p · p is 8 · ⅛ = 1: the gradient is p times (8 − 1, 0 − 1, 0 − 1).")
        if isRight { try backward.check(BackwardInput(normal(4, 3, seed: 11), normal(4, 3, seed: 12))) }
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try backward.checkGradient(
            at: BackwardInput(
                normal(size.rows, size.columns, seed: 3), normal(size.rows, size.columns, seed: 4)),
            "Every probability of a row depends on every logit of that row.")
    }

    @Test("backward: the gradient of each row adds up to 0")
    func backwardRowSums() throws {
        let given = BackwardInput(normal(4, 5, seed: 5), normal(4, 5, seed: 6))
        guard try backward.check(given) else { return }
        let layer = Softmax()
        _ = try layer.forward(given.input)
        expectClose(
            try layer.backward(given.outputGradient).rowSums(), .zeros(rows: 4, columns: 1),
            "The row sums of Softmax.backward",
            "Moving all logits of a row together changes nothing, so these have to be 0.")
    }

    @Test("backward: finite for logits as far out as ±10 000")
    func backwardStability() throws {
        let isRight = try backward.check(
            BackwardInput([[1e4, 0, -1e4], [0, 0, -1e4]], [[1, 2, 3], [1, 2, 3]]),
            gives: [[0, 0, 0], [-0.25, 0.25, 0]], "No logarithm and no quotient is needed here.",
            of: "huge logits", draw: hugeBatch)
        if isRight { try backward.check(hugeBatch(3, 4, seed: 13), of: "huge logits", draw: hugeBatch) }
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
