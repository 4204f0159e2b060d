import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Cross-entropy") struct CrossEntropyTests {
    @Test("forward: the natural logarithm of the right class's probability")
    func forwardValues() throws {
        expectClose(
            try CrossEntropy().forward(prediction: [[0.1, 0.9]], target: [[1, 0]]), 2.302585092994046,
            "CrossEntropy.forward of p = 0.1 for the right class",
            "−ln 0.1 = ln 10 = 2.3026: the logarithm is the natural one, and only the right class counts.")
    }

    @Test("forward: the mean over rows, the classes of a row summed")
    func forwardMean() throws {
        let prediction: Matrix = [[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]]
        let target: Matrix = [[0, 1, 0], [0, 0, 1]]
        // −(ln 0.25 + ln 0.8) / 2
        expectClose(
            try CrossEntropy().forward(prediction: prediction, target: target), 0.8047189562170503,
            "CrossEntropy.forward of 2 × 3 probabilities", "The sum is divided by the 2 rows.")
    }

    @Test("forward and backward: finite for probabilities of exactly 0 and 1")
    func stability() throws {
        let loss = CrossEntropy()
        expectClose(
            try loss.forward(prediction: [[0, 1], [1, 0]], target: [[1, 0], [0, 1]]), 27.631,
            "CrossEntropy.forward of certain and wrong predictions",
            "Clip to [1e-12, 1 − 1e-12] before taking the logarithm: −ln 1e-12 = 27.63.", tolerance: 1e-4)
        expectFinite(
            try loss.backward(), "CrossEntropy.backward of certain and wrong predictions",
            "It has to use the probabilities as forward has clipped them.")
        expectClose(
            try loss.forward(prediction: [[0, 1], [1, 0]], target: [[0, 1], [1, 0]]), 0,
            "CrossEntropy.forward of certain and right predictions",
            "0 · ln 0 is NaN unless the probability is clipped first.")
        expectFinite(
            try loss.backward(), "CrossEntropy.backward of certain and right predictions",
            "It has to use the probabilities as forward has clipped them.")
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(CrossEntropy(), "CrossEntropy")
    }

    @Test("backward: worked out by hand")
    func backwardValues() throws {
        let loss = CrossEntropy()
        _ = try loss.forward(
            prediction: [[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]], target: [[0, 1, 0], [0, 0, 1]])
        expectClose(
            try loss.backward(), [[0, -2, 0], [0, 0, -0.625]], "CrossEntropy.backward",
            """
            It is −y/p, each row counting for one half: −1 / 0.25 / 2 = −2. This is the gradient of the \
            probabilities; p − y is that of the logits.
            """)
    }

    @Test("backward: agrees with small changes of the prediction", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        try expectGradient(
            of: CrossEntropy(), "CrossEntropy",
            at: uniform(size.rows, size.columns, in: 0.1...0.9, seed: 1),
            target: oneHotRows(size.rows, size.columns, seed: 2))
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState("CrossEntropy", predictions: probabilityRows, targets: oneHotRows) {
            CrossEntropy()
        }
    }
}
