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
        expectClose(
            try SoftmaxCrossEntropy().forward(
                prediction: .zeros(rows: 4, columns: classes), target: oneHotRows(4, classes, seed: 1)),
            log(Double(classes)), "SoftmaxCrossEntropy.forward of zero logits over \(classes) classes",
            "All classes are equally likely, 1/\(classes) each: the mean over rows is ln \(classes).")
    }

    @Test("forward: takes logits, and is the mean over rows")
    func forwardValues() throws {
        // Probabilities ⅛, ¼, ⅝ in the first row and ⅓ each in the second: −(ln ⅝ + ln ⅓) / 2
        expectClose(
            try SoftmaxCrossEntropy().forward(
                prediction: [[0, ln2, ln5], [7, 7, 7]], target: [[0, 0, 1], [1, 0, 0]]),
            0.7843079589569226, "SoftmaxCrossEntropy.forward of 2 × 3 logits",
            "The sum is divided by the 2 rows. The softmax belongs to the loss: do not expect probabilities.")
    }

    @Test("forward and backward: exact for logits as far out as ±10 000")
    func stability() throws {
        let loss = SoftmaxCrossEntropy()
        expectClose(
            try loss.forward(
                prediction: [[1e4, 0, -1e4], [1e4, 0, -1e4]], target: [[1, 0, 0], [0, 0, 1]]),
            10_000, "SoftmaxCrossEntropy.forward of huge logits",
            "The second row is wrong by 20 000. The logarithm of a rounded probability would hide that.")
        expectClose(
            try loss.backward(), [[0, 0, 0], [0.5, 0, -0.5]], "SoftmaxCrossEntropy.backward of huge logits",
            "p is 1 or 0 there, and each of the 2 rows counts for one half.")
    }

    @Test("forward and backward: a row far below another one keeps its own scale")
    func unequalRows() throws {
        let loss = SoftmaxCrossEntropy()
        expectClose(
            try loss.forward(
                prediction: [[1000, 1000 + ln2], [-1000, -1000]], target: [[1, 0], [0, 1]]),
            0.8958797346140275, "SoftmaxCrossEntropy.forward of one huge and one tiny row",
            "Each row needs its own maximum: (ln 3 + ln 2) / 2.")
        expectClose(
            try loss.backward(), [[-1.0 / 3, 1.0 / 3], [0.25, -0.25]],
            "SoftmaxCrossEntropy.backward of one huge and one tiny row",
            "Each row has a softmax of its own.", tolerance: 1e-8)
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(SoftmaxCrossEntropy(), "SoftmaxCrossEntropy")
    }

    @Test("backward: p − y, divided by the number of rows")
    func backwardValues() throws {
        let loss = SoftmaxCrossEntropy()
        _ = try loss.forward(prediction: [[0, ln2, ln5], [0, 0, 0]], target: [[0, 0, 1], [1, 0, 0]])
        expectClose(
            try loss.backward(),
            [[0.0625, 0.125, -0.1875], [-1.0 / 3, 1.0 / 6, 1.0 / 6]], "SoftmaxCrossEntropy.backward",
            "The first element is (⅛ − 0) / 2: there are 2 rows.")
    }

    @Test("backward: agrees with small changes of the logits", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradient(
            of: SoftmaxCrossEntropy(), "SoftmaxCrossEntropy", at: normal(size.rows, size.columns, seed: 2),
            target: oneHotRows(size.rows, size.columns, seed: 3))
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState(
            "SoftmaxCrossEntropy", predictions: { normal($0, $1, seed: $2) }, targets: oneHotRows
        ) { SoftmaxCrossEntropy() }
    }
}
