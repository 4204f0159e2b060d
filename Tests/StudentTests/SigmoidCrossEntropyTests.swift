import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Sigmoid and cross-entropy in one") struct SigmoidCrossEntropyTests {
    private let ln3 = 1.0986122886681098

    @Test("forward: takes logits, and is the mean over all elements")
    func forwardValues() throws {
        let loss = SigmoidCrossEntropy()
        expectClose(
            try loss.forward(prediction: [[0, 0], [0, 0]], target: [[1, 0], [0, 1]]), 0.6931471805599453,
            "SigmoidCrossEntropy.forward of logits 0", "A logit of 0 is a probability of ½: the loss is ln 2."
        )
        // σ(ln 3) = ¾, σ(−ln 3) = ¼: −(ln ¾ + ln ¼ + ln ¾ + ln ½ + ln ½ + ln ¼) / 6
        expectClose(
            try loss.forward(
                prediction: [[ln3, ln3, -ln3], [0, 0, -ln3]], target: [[1, 0, 0], [1, 0, 1]]),
            0.789041204710539, "SigmoidCrossEntropy.forward of 2 × 3 logits",
            "The sum is divided by all 6 elements. The sigmoid belongs to the loss: do not expect probabilities."
        )
        #expect(loss.decisionThreshold == 0, "SigmoidCrossEntropy.decisionThreshold: for logits it is 0.")
    }

    @Test("forward: targets between 0 and 1 count for both sides")
    func forwardSoftTargets() throws {
        // −(0.3 ln ¾ + 0.7 ln ¼)
        expectClose(
            try SigmoidCrossEntropy().forward(prediction: [[ln3]], target: [[0.3]]), 1.0567106745194577,
            "SigmoidCrossEntropy.forward of y = 0.3", "Both terms of the formula count here.")
    }

    @Test("forward and backward: exact for logits as far out as ±10 000")
    func stability() throws {
        let loss = SigmoidCrossEntropy()
        let logits: Matrix = [[1e4, -1e4], [1e4, -1e4]]
        let target: Matrix = [[1, 0], [0, 1]]
        expectClose(
            try loss.forward(prediction: logits, target: target), 5000,
            "SigmoidCrossEntropy.forward of huge logits",
            "Two of four are wrong by 10 000. Clipping a rounded probability would hide that.")
        expectClose(
            try loss.backward(), [[0, 0], [0.25, -0.25]], "SigmoidCrossEntropy.backward of huge logits",
            "p is 1 or 0 there, and each element counts for ¼.")
    }

    @Test("forward: small losses of sure and right predictions are not rounded to 0")
    func precision() throws {
        let value = try SigmoidCrossEntropy().forward(prediction: [[20]], target: [[1]])
        #expect(
            abs(value / 2.061153620314381e-09 - 1) < 1e-4,
            """
            SigmoidCrossEntropy.forward of the logit 20 for y = 1 is \(short(value)), and should be 2.06115e-09: \
            ln(1 + e⁻²⁰).
            """)
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(SigmoidCrossEntropy(), "SigmoidCrossEntropy")
    }

    @Test("backward: σ(z) − y, divided by the number of elements")
    func backwardValues() throws {
        let loss = SigmoidCrossEntropy()
        _ = try loss.forward(prediction: [[0, ln3], [-ln3, 0]], target: [[1, 1], [0, 0]])
        expectClose(
            try loss.backward(), [[-0.125, -0.0625], [0.0625, 0.125]], "SigmoidCrossEntropy.backward",
            "The first element is (½ − 1) / 4: there are 4 elements.")
    }

    @Test("backward: agrees with small changes of the logits", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradient(
            of: SigmoidCrossEntropy(), "SigmoidCrossEntropy", at: normal(size.rows, size.columns, seed: 1),
            target: uniform(size.rows, size.columns, in: 0...1, seed: 2).map { $0 > 0.5 ? 1 : 0 })
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState(
            "SigmoidCrossEntropy", predictions: { normal($0, $1, seed: $2) }, targets: oneHotRows
        ) { SigmoidCrossEntropy() }
    }
}
