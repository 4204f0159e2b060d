import LinearAlgebra
import NeuralNetwork
import Student
import Testing

@testable import Training

@Suite("sampleOrder") struct SampleOrderTests {
    /// Whether `fit` is done; the tests of it say what is wrong with it when it is.
    static let hasFit: Bool = {
        var generator = SeededGenerator(seed: 1)
        do {
            _ = try sampleOrder(count: 1, batchSize: 1, epochs: 1, using: &generator)
        } catch is FillYourCodeHere {
            return false
        } catch {}
        return true
    }()

    @Test(
        "each epoch has each sample once, and another order",
        .enabled(if: hasFit, "fit is still to be filled"),
        arguments: [(10, 3, 4), (12, 4, 2), (5, 1, 3), (5, 99, 2), (1, 1, 2)])
    func permutations(count: Int, batchSize: Int, epochs: Int) throws {
        var generator = SeededGenerator(seed: 7)
        let orders = try sampleOrder(count: count, batchSize: batchSize, epochs: epochs, using: &generator)
        #expect(orders.count == epochs)
        for order in orders { #expect(order.sorted() == Array(0..<count)) }
        if count > 4 { #expect(Set(orders).count == epochs) }
    }

    @Test(
        "a real training takes the samples in this order",
        .enabled(if: hasFit, "fit is still to be filled"))
    func realTraining() throws {
        var generator = SeededGenerator(seed: 3)
        let orders = try sampleOrder(count: 11, batchSize: 4, epochs: 3, using: &generator)

        let layer = Noting()
        let inputs = Matrix.normal(rows: 11, columns: 2, using: &generator)
        let samples = try Dataset(inputs: inputs, targets: .zeros(rows: 11, columns: 2))
        generator = SeededGenerator(seed: 3)
        _ = try fit(
            layer, to: samples, loss: Distance(), optimizer: Idle(), epochs: 3, batchSize: 4,
            using: &generator)
        #expect(layer.seen == orders.joined().flatMap { [inputs[$0, 0], inputs[$0, 1]] })
    }

    @Test(
        "less than one sample, epoch or sample a batch is refused",
        arguments: [(0, 1, 1), (1, 0, 1), (1, 1, 0)])
    func nothing(count: Int, batchSize: Int, epochs: Int) {
        var generator = SeededGenerator(seed: 1)
        #expect(throws: NetworkError.self) {
            try sampleOrder(count: count, batchSize: batchSize, epochs: epochs, using: &generator)
        }
    }

    @Test("batches that each epoch may have are joined")
    func joined() throws {
        let orders = try epochOrders(
            of: [[2, 0], [1], [0, 1], [2]], count: 3, batchSize: 2, epochs: 2)
        #expect(orders == [[2, 0, 1], [0, 1, 2]])
    }

    @Test(
        "each kind of wrong batch is told",
        arguments: [
            (
                [], .batches(expected: 4, found: 0),
                "fit learns from 0 batches, and all epochs together have 4."
            ),
            (
                [[2, 0], [1], [0, 1, 2], []], .batchSize(epoch: 2, batch: 1, expected: 2, found: 3),
                "fit: batch 1 of epoch 2 has 3 samples, and 2 belong there."
            ),
            (
                [[2, 0], [1], [0, 0], [2]], .missing(epoch: 2, samples: [1]),
                "fit: 1 of the samples do not come in epoch 2: number 1, counted from 0."
            ),
            (
                [[2.5, .nan], [-1], [0, 1], [2]], .missing(epoch: 1, samples: [0, 1, 2]),
                "fit: 3 of the samples do not come in epoch 1: number 0, 1, 2, counted from 0."
            ),
        ] as [([[Double]], SampleOrderError, String)])
    func wrongBatches(batches: [[Double]], expected: SampleOrderError, message: String) {
        let error = #expect(throws: SampleOrderError.self) {
            try epochOrders(of: batches, count: 3, batchSize: 2, epochs: 2)
        }
        #expect(error == expected)
        #expect("\(expected)".hasPrefix(message))
    }
}

/// Notes all that goes forwards.
private final class Noting: Layer {
    var seen: [Double] = []

    func forward(_ input: Matrix) throws -> Matrix {
        seen += input.elements
        return input
    }

    func backward(_ outputGradient: Matrix) throws -> Matrix { outputGradient }
}

private final class Distance: Loss {
    private var latest: Matrix = []

    func forward(prediction: Matrix, target: Matrix) throws -> Double {
        latest = prediction
        return try (prediction - target).sum()
    }

    func backward() throws -> Matrix { latest }
}

private final class Idle: Optimizer {
    func step() throws {}
    func zeroGradients() {}
}
