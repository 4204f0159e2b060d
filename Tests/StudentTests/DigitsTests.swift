import Datasets
import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Capstone: digits") struct DigitsTests {
    @Test("a 784-64-10 network reads digits: 0.90 or more of 1,000 held-out images")
    func readsDigits() throws {
        // With the answers and this split and 9 seeds for the rest: 0.925 to 0.946.
        var generator = SeededGenerator(seed: 5)
        let (training, test) = try MNIST.sample().split(testFraction: 0.2, using: &generator)
        let capstone = Capstone("Digits", lesson: "Lessons/19-digits.md", test: test) {
            var generator = SeededGenerator(seed: 6)
            return try parts(using: &generator)
        }
        let (_, model, loss, optimizer) = try parts(using: &generator)
        let history = try fit(
            model, to: training, validation: test, loss: loss, optimizer: optimizer, epochs: 5,
            batchSize: 16, using: &generator)
        try capstone.expectHeldOutAccuracy(of: history, model, atLeast: 0.9)
    }

    private func parts(using generator: inout SeededGenerator) throws -> Capstone.Parts {
        let layers: [any Layer] = [
            try Linear(inFeatures: 784, outFeatures: 64, using: &generator), Sigmoid(),
            try Linear(inFeatures: 64, outFeatures: 10, using: &generator),
        ]
        let model = Sequential(layers)
        return (
            layers, model, SoftmaxCrossEntropy(),
            Momentum(parameters: model.parameters, learningRate: 1)
        )
    }

    @Test("Softmax followed by CrossEntropy learns as SoftmaxCrossEntropy does")
    func softmaxTwoWays() throws {
        let logits = normal(6, 10, seed: 2)
        let target = try oneHot([3, 1, 4, 1, 5, 9], classes: 10)
        let softmax = Softmax()
        let apart = CrossEntropy()
        let fused = SoftmaxCrossEntropy()
        let probability = try softmax.forward(logits)
        expectClose(
            try apart.forward(prediction: probability, target: target),
            try fused.forward(prediction: logits, target: target),
            "The loss of Softmax, then CrossEntropy",
            "SoftmaxCrossEntropy gives another one: one of the three is wrong, and its suite tells which.")
        expectClose(
            try softmax.backward(try apart.backward()), try fused.backward(),
            "The gradient through CrossEntropy, then Softmax",
            "SoftmaxCrossEntropy gives another one: one of the three is wrong, and its suite tells which.")
        expectClose(
            try accuracy(prediction: probability, target: target),
            try accuracy(prediction: logits, target: target), "The accuracy of probabilities",
            "That of the logits is another one: a row's largest logit has its largest probability.")
    }
}
