import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Softmax and cross-entropy in one") struct SoftmaxCrossEntropyTests {
    private let ln2 = 0.6931471805599453
    private let ln5 = 1.6094379124341003

    @Test("forward: zero logits over k classes cost ln k", arguments: [2, 3, 10])
    func forwardZeroLogits(classes: Int) throws {
        let isRight = try forward.check(
            LossInput(.zeros(rows: 4, columns: classes), oneHotRows(4, classes, seed: 1)),
            gives: .single(log(Double(classes))),
            "All classes are equally likely, 1/\(classes) each: the mean over rows is ln \(classes).",
            of: "zero logits over \(classes) classes")
        if isRight { try forward.check(batch(rows: 3, columns: classes, seed: 1)) }
    }

    @Test("forward: takes logits, and is the mean over rows")
    func forwardValues() throws {
        // Probabilities ⅛, ¼, ⅝ in the first row and ⅓ each in the second: −(ln ⅝ + ln ⅓) / 2
        let isRight = try forward.check(
            LossInput([[0, ln2, ln5], [7, 7, 7]], [[0, 0, 1], [1, 0, 0]]), gives: .single(0.7843079589569226),
            "The sum is divided by the 2 rows. The softmax belongs to the loss: do not expect probabilities.")
        if isRight { try forward.check(batch(rows: 4, columns: 3, seed: 2)) }
    }

    @Test("forward and backward: exact for logits as far out as ±10 000")
    func stability() throws {
        let huge = LossInput([[1e4, 0, -1e4], [1e4, 0, -1e4]], [[1, 0, 0], [0, 0, 1]])
        guard
            try forward.check(
                huge, gives: .single(10_000),
                "The second row is wrong by 20 000. The logarithm of a rounded probability would hide that.",
                of: "huge logits", draw: farBatch),
            try forward.check(farBatch(rows: 3, columns: 4, seed: 4), of: "huge logits", draw: farBatch)
        else { return }
        try backward.check(
            huge, gives: [[0, 0, 0], [0.5, 0, -0.5]],
            "p is 1 or 0 there, and each of the 2 rows counts for one half.", of: "huge logits",
            draw: farBatch)
    }

    @Test("forward and backward: a row far below another one keeps its own scale")
    func unequalRows() throws {
        let apart = LossInput([[1000, 1000 + ln2], [-1000, -1000]], [[1, 0], [0, 1]])
        guard
            try forward.check(
                apart, gives: .single(0.8958797346140275),
                "Each row needs its own maximum: (ln 3 + ln 2) / 2.", of: "one huge and one tiny row",
                draw: batchOfRowsFarApart),
            try forward.check(
                batchOfRowsFarApart(rows: 4, columns: 3, seed: 4), of: "rows far apart",
                draw: batchOfRowsFarApart)
        else { return }
        try backward.check(
            apart, gives: [[-1.0 / 3, 1.0 / 3], [0.25, -0.25]], "Each row has a softmax of its own.",
            of: "one huge and one tiny row", tolerance: 1e-8, draw: batchOfRowsFarApart)
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(forward)
    }

    @Test("backward: p − y, divided by the number of rows")
    func backwardValues() throws {
        let isRight = try backward.check(
            LossInput([[0, ln2, ln5], [0, 0, 0]], [[0, 0, 1], [1, 0, 0]]),
            gives: [[0.0625, 0.125, -0.1875], [-1.0 / 3, 1.0 / 6, 1.0 / 6]],
            "The first element is (⅛ − 0) / 2: there are 2 rows.")
        if isRight { try backward.check(batch(rows: 4, columns: 3, seed: 5)) }
    }

    @Test("backward: agrees with small changes of the logits", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try backward.checkGradient(at: batch(rows: size.rows, columns: size.columns, seed: 6))
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState(backward) { SoftmaxCrossEntropy() }
    }
}
