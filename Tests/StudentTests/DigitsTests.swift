import Datasets
import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Capstone: digits") struct DigitsTests {
    @Test("a 784-64-10 network reads digits: 0.90 or more of 1,000 held-out images")
    func readsDigits() throws {
        var generator = SeededGenerator(seed: 1)
        let (training, test) = try MNIST.sample().split(testFraction: 0.2, using: &generator)
        let model = Sequential(
            try Linear(inFeatures: 784, outFeatures: 64, using: &generator), Sigmoid(),
            try Linear(inFeatures: 64, outFeatures: 10, using: &generator))
        let history = try fit(
            model, to: training, validation: test, loss: SoftmaxCrossEntropy(),
            optimizer: Momentum(parameters: model.parameters, learningRate: 1),
            epochs: 5, batchSize: 32, using: &generator)
        let reached = try #require(history.last?.validationAccuracy, "fit returned no validation accuracy.")
        #expect(
            reached >= 0.9,
            """
            Digits: \(reached) of the held-out images are read rightly, and 0.90 should be. The training loss \
            went from \(history[0].trainingLoss) to \(history[history.count - 1].trainingLoss). See the lesson \
            for where to look.
            """)
    }
}
