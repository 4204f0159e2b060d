import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Sigmoid and cross-entropy in one") struct SigmoidCrossEntropyTests {
    private let ln3 = 1.0986122886681098

    @Test("forward: takes logits, and is the mean over all elements")
    func forwardValues() throws {
        guard
            try forward.check(
                LossInput([[0, 0], [0, 0]], [[1, 0], [0, 1]]), gives: .single(0.6931471805599453),
                "A logit of 0 is a probability of ½: the loss is ln 2.", of: "logits 0"),
            // σ(ln 3) = ¾, σ(−ln 3) = ¼: −(ln ¾ + ln ¼ + ln ¾ + ln ½ + ln ½ + ln ¼) / 6
            try forward.check(
                LossInput([[ln3, ln3, -ln3], [0, 0, -ln3]], [[1, 0, 0], [1, 0, 1]]),
                gives: .single(0.789041204710539),
                """
                The sum is divided by all 6 elements. The sigmoid belongs to the loss: do not expect \
                probabilities.
                """),
            try forward.check(batch(rows: 4, columns: 3, seed: 1))
        else { return }
        expectClose(
            SigmoidCrossEntropy().decisionThreshold, 0, "SigmoidCrossEntropy.decisionThreshold",
            "It is for logits, not for probabilities: class 1 begins where the logit is 0.")
    }

    @Test("forward: targets between 0 and 1 count for both sides")
    func forwardSoftTargets() throws {
        // −(0.3 ln ¾ + 0.7 ln ¼)
        let isRight = try forward.check(
            LossInput([[ln3]], [[0.3]]), gives: .single(1.0567106745194577),
            "Both terms of the formula count here.", of: "y = 0.3", draw: softBatch)
        if isRight { try forward.check(softBatch(rows: 1, columns: 1, seed: 2), draw: softBatch) }
    }

    @Test("forward and backward: exact for logits as far out as ±10 000")
    func stability() throws {
        let huge = LossInput([[1e4, -1e4], [1e4, -1e4]], [[1, 0], [0, 1]])
        guard
            try forward.check(
                huge, gives: .single(5000),
                "Two of four are wrong by 10 000. Clipping a rounded probability would hide that.",
                of: "huge logits", draw: farBatch),
            try forward.check(farBatch(rows: 3, columns: 4, seed: 4), of: "huge logits", draw: farBatch)
        else { return }
        try backward.check(
            huge, gives: [[0, 0], [0.25, -0.25]], "p is 1 or 0 there, and each element counts for ¼.",
            of: "huge logits", draw: farBatch)
    }

    @Test("forward: small losses of sure and right predictions are not rounded to 0")
    func precision() throws {
        try forward.check(
            LossInput([[20]], [[1]]), gives: .single(2.061153620314381e-09),
            "ln(1 + e⁻²⁰) is small, and not 0: a clipped probability rounds it.",
            of: "the logit 20 for y = 1", tolerance: 2e-13, draw: farBatch)
        try forward.check(
            LossInput([[-15]], [[0]]), of: "the logit −15 for y = 0",
            tolerance: 2e-12, draw: farBatch)
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(forward)
    }

    @Test("backward: σ(z) − y, divided by the number of elements")
    func backwardValues() throws {
        let isRight = try backward.check(
            LossInput([[0, ln3], [-ln3, 0]], [[1, 1], [0, 0]]),
            gives: [[-0.125, -0.0625], [0.0625, 0.125]],
            "The first element is (½ − 1) / 4: there are 4 elements.")
        if isRight { try backward.check(softBatch(rows: 4, columns: 3, seed: 4)) }
    }

    @Test("backward: agrees with small changes of the logits", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try backward.checkGradient(at: batch(rows: size.rows, columns: size.columns, seed: 5))
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState(backward) { SigmoidCrossEntropy() }
    }
}
