import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Cross-entropy") struct CrossEntropyTests {
    private let example = LossInput([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]], [[0, 1, 0], [0, 0, 1]])

    @Test("forward: the natural logarithm of the right class's probability")
    func forwardValues() throws {
        let isRight = try forward.check(
            LossInput([[0.1, 0.9]], [[1, 0]]), gives: .single(2.302585092994046),
            "−ln 0.1 = ln 10 = 2.3026: the logarithm is the natural one, and only the right class counts.",
            of: "p = 0.1 for the right class")
        if isRight { try forward.check(batch(rows: 1, columns: 4, seed: 1)) }
    }

    @Test("forward: the mean over rows, the classes of a row summed")
    func forwardMean() throws {
        // −(ln 0.25 + ln 0.8) / 2
        let isRight = try forward.check(
            example, gives: .single(0.8047189562170503), "The sum is divided by the 2 rows.")
        if isRight { try forward.check(batch(rows: 4, columns: 3, seed: 2)) }
    }

    @Test("forward and backward: finite for probabilities of exactly 0 and 1")
    func stability() throws {
        guard
            try forward.check(
                LossInput([[0, 1], [1, 0]], [[1, 0], [0, 1]]), gives: .single(27.631021115928547),
                "Clip to [1e-12, 1 − 1e-12] before taking the logarithm: −ln 1e-12 = 27.63.",
                of: "certain and wrong predictions", tolerance: 1e-4, draw: certainBatch),
            try forward.check(
                LossInput([[0, 1], [1, 0]], [[0, 1], [1, 0]]), gives: .single(0),
                "0 · ln 0 is NaN unless the probability is clipped first.",
                of: "certain and right predictions", draw: certainBatch),
            try forward.check(
                certainBatch(rows: 4, columns: 3, seed: 3), of: "certain predictions", draw: certainBatch)
        else { return }
        let loss = CrossEntropy()
        _ = try loss.forward(prediction: [[0, 1], [1, 0]], target: [[1, 0], [1, 0]])
        expectFinite(
            try loss.backward(), "CrossEntropy.backward of certain predictions",
            "It divides by 0: it has to use the probabilities as forward has clipped them.")
    }

    @Test("forward: different shapes are refused, also where they would broadcast")
    func forwardShapes() throws {
        try expectLossRefusesShapes(forward)
    }

    @Test("backward: worked out by hand")
    func backwardValues() throws {
        let isRight = try backward.check(
            example, gives: [[0, -2, 0], [0, 0, -0.625]],
            """
            It is −y/p, each row counting for one half: −1 / 0.25 / 2 = −2. This is the gradient of the \
            probabilities; p − y is that of the logits.
            """)
        if isRight { try backward.check(batch(rows: 4, columns: 3, seed: 4)) }
    }

    @Test("backward: agrees with small changes of the prediction", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        let target = oneHotRows(size.rows, size.columns, seed: 2)
        try backward.checkGradient(
            at: LossInput(uniform(size.rows, size.columns, in: 0.1...0.9, seed: 1), target))
    }

    @Test("backward: belongs to the latest forward, and needs one")
    func state() throws {
        try expectLossKeepsItsState(backward) { CrossEntropy() }
    }
}
