import Datasets
import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Capstone: moons") struct MoonsTests {
    @Test("a 2-25-50-50-25-1 network learns the moons: 0.95 or more on held-out points")
    func learnsMoons() throws {
        // With the answers and 16 other seeds: 0.98 to 1.00, and never below 0.97 in the last ten epochs.
        var generator = SeededGenerator(seed: 1)
        let (training, test) = try moons(samples: 500, noise: 0.15, using: &generator)
            .split(testFraction: 0.2, using: &generator)
        let capstone = Capstone("Moons", lesson: "Lessons/18-moons.md", test: test) {
            var generator = SeededGenerator(seed: 2)
            return try parts(using: &generator)
        }
        let (_, model, loss, optimizer) = try parts(using: &generator)
        let history = try fit(
            model, to: training, validation: test, loss: loss, optimizer: optimizer, epochs: 60,
            batchSize: 20, using: &generator)
        try capstone.expectHeldOutAccuracy(of: history, model, atLeast: 0.95)
    }

    private func parts(using generator: inout SeededGenerator) throws -> Capstone.Parts {
        let layers: [any Layer] = [
            try Linear(inFeatures: 2, outFeatures: 25, using: &generator), ReLU(),
            try Linear(inFeatures: 25, outFeatures: 50, using: &generator), ReLU(),
            try Linear(inFeatures: 50, outFeatures: 50, using: &generator), ReLU(),
            try Linear(inFeatures: 50, outFeatures: 25, using: &generator), ReLU(),
            try Linear(inFeatures: 25, outFeatures: 1, using: &generator), Sigmoid(),
        ]
        let model = Sequential(layers)
        return (
            layers, model, BinaryCrossEntropy(),
            SGD(parameters: model.parameters, learningRate: 0.1)
        )
    }

    @Test("the whole network's gradients agree with small changes of inputs, weights and biases")
    func wholeNetwork() throws {
        let network = Sequential(
            try Linear(weight: normal(2, 4, seed: 1), bias: normal(1, 4, seed: 2)), ReLU(),
            try Linear(weight: normal(4, 3, seed: 3), bias: normal(1, 3, seed: 4)), Sigmoid(),
            try Linear(weight: normal(3, 2, seed: 5), bias: normal(1, 2, seed: 6)), Softmax())
        try expectGradients(
            of: network, "Network", at: normal(5, 2, seed: 7), seed: 9,
            "The backward of Linear, ReLU, Sigmoid, Softmax or Sequential is wrong: their suites tell which.")
    }

    @Test("Sigmoid followed by BinaryCrossEntropy learns as SigmoidCrossEntropy does")
    func sigmoidTwoWays() throws {
        let logits = normal(6, 2, seed: 9)
        let target = oneHotRows(6, 2, seed: 10)
        let sigmoid = Sigmoid()
        let apart = BinaryCrossEntropy()
        let fused = SigmoidCrossEntropy()
        expectClose(
            try apart.forward(prediction: try sigmoid.forward(logits), target: target),
            try fused.forward(prediction: logits, target: target),
            "The loss of Sigmoid, then BinaryCrossEntropy",
            "SigmoidCrossEntropy gives another one: one of the three is wrong, and its suite tells which.")
        expectClose(
            try sigmoid.backward(try apart.backward()), try fused.backward(),
            "The gradient through BinaryCrossEntropy, then Sigmoid",
            "SigmoidCrossEntropy gives another one: one of the three is wrong, and its suite tells which.")
    }
}
