import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Binary cross-entropy") struct BinaryCrossEntropyTests {
    @Test("forward: the natural logarithm of the probability given to what is right")
    func forwardValues() throws {
        expectClose(
            try BinaryCrossEntropy().forward(prediction: [[0.1]], target: [[1]]), 2.302585092994046,
            "BinaryCrossEntropy.forward of p = 0.1 for y = 1",
            "−ln 0.1 = ln 10 = 2.3026: the logarithm is the natural one.")
        expectClose(
            try BinaryCrossEntropy().forward(prediction: [[0.2]], target: [[0]]), 0.2231435513142097,
            "BinaryCrossEntropy.forward of p = 0.2 for y = 0", "Here the loss is −ln(1 − 0.2).")
    }

    @Test("forward: the mean over all elements, not over rows")
    func forwardMean() throws {
        let prediction: Matrix = [[0.5, 0.25, 0.75], [0.5, 0.5, 0.5]]
        let target: Matrix = [[1, 1, 1], [0, 1, 0]]
        // −(4 ln ½ + ln ¼ + ln ¾) / 6
        expectClose(
            try BinaryCrossEntropy().forward(prediction: prediction, target: target), 0.741094192635242,
            "BinaryCrossEntropy.forward of 2 × 3 probabilities", "The sum is divided by all 6 elements.")
    }

    @Test("forward: targets between 0 and 1 count for both sides")
    func forwardSoftTargets() throws {
        // −(¼ ln 0.4 + ¾ ln 0.6)
        expectClose(
            try BinaryCrossEntropy().forward(prediction: [[0.4]], target: [[0.25]]), 0.6121919007930318,
            "BinaryCrossEntropy.forward of p = 0.4 for y = ¼", "Both terms of the formula count here.")
    }

    @Test("forward and backward: finite for probabilities of exactly 0 and 1")
    func stability() throws {
        let loss = BinaryCrossEntropy()
        expectClose(
            try loss.forward(prediction: [[0], [1]], target: [[1], [0]]), 27.631,
            "BinaryCrossEntropy.forward of certain and wrong predictions",
            "Clip to [1e-12, 1 − 1e-12] before taking the logarithm: −ln 1e-12 = 27.63.", tolerance: 1e-4)
        expectFinite(
            try loss.backward(), "BinaryCrossEntropy.backward of certain and wrong predictions",
            "It has to use the probabilities as forward has clipped them.")
        expectClose(
            try loss.forward(prediction: [[0], [1]], target: [[0], [1]]), 0,
            "BinaryCrossEntropy.forward of certain and right predictions",
            "0 · ln 0 is NaN unless the probability is clipped first.")
        expectFinite(
            try loss.backward(), "BinaryCrossEntropy.backward of certain and right predictions",
            "It has to use the probabilities as forward has clipped them.")
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(BinaryCrossEntropy(), "BinaryCrossEntropy")
    }

    @Test("backward: worked out by hand")
    func backwardValues() throws {
        let loss = BinaryCrossEntropy()
        _ = try loss.forward(prediction: [[0.5, 0.2], [0.8, 0.5]], target: [[1, 0], [1, 0]])
        expectClose(
            try loss.backward(), [[-0.5, 0.3125], [-0.3125, 0.5]], "BinaryCrossEntropy.backward",
            "For y = 1 it is −1/p, for y = 0 it is 1/(1 − p), and each counts for ¼ of the mean.")
    }

    @Test("backward: agrees with small changes of the prediction", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradient(
            of: BinaryCrossEntropy(), "BinaryCrossEntropy",
            at: uniform(size.rows, size.columns, in: 0.1...0.9, seed: 1),
            target: uniform(size.rows, size.columns, in: 0...1, seed: 2).map { $0 > 0.5 ? 1 : 0 })
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState(
            "BinaryCrossEntropy", predictions: probabilityRows, targets: oneHotRows
        ) { BinaryCrossEntropy() }
    }
}
