import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Binary cross-entropy") struct BinaryCrossEntropyTests {
    @Test("forward: the natural logarithm of the probability given to what is right")
    func forwardValues() throws {
        guard
            try forward.check(
                LossInput([[0.1]], [[1]]), gives: .single(2.302585092994046),
                "−ln 0.1 = ln 10 = 2.3026: the logarithm is the natural one.", of: "p = 0.1 for y = 1"),
            try forward.check(
                LossInput([[0.2]], [[0]]), gives: .single(0.2231435513142097),
                "Here the loss is −ln(1 − 0.2).", of: "p = 0.2 for y = 0")
        else { return }
        try forward.check(batch(rows: 4, columns: 1, seed: 1))
    }

    @Test("forward: the mean over all elements, not over rows")
    func forwardMean() throws {
        // −(4 ln ½ + ln ¼ + ln ¾) / 6
        let isRight = try forward.check(
            LossInput([[0.5, 0.25, 0.75], [0.5, 0.5, 0.5]], [[1, 1, 1], [0, 1, 0]]),
            gives: .single(0.741094192635242), "The sum is divided by all 6 elements.")
        if isRight { try forward.check(batch(rows: 4, columns: 3, seed: 2)) }
    }

    @Test("forward: targets between 0 and 1 count for both sides")
    func forwardSoftTargets() throws {
        // −(¼ ln 0.4 + ¾ ln 0.6)
        let isRight = try forward.check(
            LossInput([[0.4]], [[0.25]]), gives: .single(0.6121919007930318),
            "Both terms of the formula count here.", of: "p = 0.4 for y = ¼", draw: softBatch)
        if isRight { try forward.check(softBatch(rows: 1, columns: 1, seed: 3), draw: softBatch) }
    }

    @Test("forward and backward: finite for probabilities of exactly 0 and 1")
    func stability() throws {
        guard
            try forward.check(
                LossInput([[0], [1]], [[1], [0]]), gives: .single(27.63103),
                "Clip to [1e-12, 1 − 1e-12] before taking the logarithm: −ln 1e-12 = 27.63.",
                of: "certain and wrong predictions", tolerance: 1e-4, draw: certainBatch),
            try forward.check(
                LossInput([[0], [1]], [[0], [1]]), gives: .single(0),
                "0 · ln 0 is NaN unless the probability is clipped first.",
                of: "certain and right predictions", draw: certainBatch),
            try forward.check(
                certainBatch(rows: 5, columns: 1, seed: 4), of: "some certain predictions",
                tolerance: 1e-5, draw: certainBatch)
        else { return }
        let loss = BinaryCrossEntropy()
        _ = try loss.forward(prediction: [[0], [1], [0], [1]], target: [[1], [0], [0], [1]])
        expectFinite(
            try loss.backward(), "BinaryCrossEntropy.backward of certain predictions",
            "It divides by 0: it has to use the probabilities as forward has clipped them.")
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(forward)
    }

    @Test("backward: worked out by hand")
    func backwardValues() throws {
        let isRight = try backward.check(
            LossInput([[0.5, 0.2], [0.8, 0.5]], [[1, 0], [1, 0]]),
            gives: [[-0.5, 0.3125], [-0.3125, 0.5]],
            "For y = 1 it is −1/p, for y = 0 it is 1/(1 − p), and each counts for ¼ of the mean.")
        if isRight { try backward.check(softBatch(rows: 4, columns: 3, seed: 5)) }
    }

    @Test("backward: agrees with small changes of the prediction", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try backward.checkGradient(at: batch(rows: size.rows, columns: size.columns, seed: 6))
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState(backward) { BinaryCrossEntropy() }
    }
}
