import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

extension LinearTests {
    // MARK: A layer that starts at random

    @Test("init: the weight is in × out and random, the bias 1 × out and 0")
    func initialShapes() throws {
        var generator = SeededGenerator(seed: 1)
        let layer = try Linear(inFeatures: 3, outFeatures: 5, using: &generator)
        let shape = layer.weight.value.shape
        #expect(
            shape == Shape(rows: 3, columns: 5),
            "Linear.init: the weight is \(shape), and should be (3 × 5) for 3 inputs and 5 outputs.")
        let weight = layer.weight.value
        #expect(
            weight.min() < weight.max(),
            "Linear.init: all weights are the same, so all outputs would stay the same for ever.")
        expectClose(layer.bias.value, .zeros(rows: 1, columns: 5), "Linear.init, the bias", "It starts at 0.")
    }

    @Test("init: the weights are normal, with mean 0 and standard deviation 1/√in", arguments: [4, 100, 400])
    func initialWeights(inFeatures: Int) throws {
        var generator = SeededGenerator(seed: 2)
        let weight = try Linear(inFeatures: inFeatures, outFeatures: 4000 / inFeatures, using: &generator)
            .weight.value
        let expected = 1 / sqrt(Double(inFeatures))
        let mean = weight.mean()
        let deviation = try sqrt((weight * weight).mean() - mean * mean)
        #expect(
            abs(mean) < 0.1 * expected,
            "Linear.init: the weights' mean is \(short(mean)), and should be near 0.")
        #expect(
            abs(deviation / expected - 1) < 0.1,
            """
            Linear.init: the weights' standard deviation is \(short(deviation)) with \(inFeatures) inputs, and should be \
            near 1/√\(inFeatures) = \(short(expected)). Divide by the root of the number of inputs, not of the outputs.
            """)
        let beyond = Double(weight.elements.count { abs($0) > 2 * expected }) / 4000
        #expect(
            abs(beyond - 0.0455) < 0.02,
            """
            Linear.init: \(short(100 * beyond)) % of the weights are more than 2 standard deviations from 0; of normally \
            distributed ones it would be near 4.6 %.
            """)
    }

    @Test("init: the weights come from the generator that is passed")
    func initialRandomness() throws {
        func weight(_ generator: inout SeededGenerator) throws -> Matrix {
            try Linear(inFeatures: 3, outFeatures: 2, using: &generator).weight.value
        }
        var generator = SeededGenerator(seed: 3)
        var same = SeededGenerator(seed: 3)
        let first = try weight(&generator)
        #expect(try first == weight(&same), "Linear.init: the same seed has to give the same weights.")
        #expect(
            try first != weight(&generator),
            "Linear.init: two layers made one after the other have the same weights.")
    }

    @Test("init: fewer than one input or output is refused", arguments: [(0, 2), (2, 0), (-1, 2), (2, -1)])
    func refusedFeatures(inFeatures: Int, outFeatures: Int) throws {
        var generator = SeededGenerator(seed: 4)
        _ = try Linear(inFeatures: 1, outFeatures: 1, using: &generator)
        try expectRefusal(.invalidArgument, "Linear with \(inFeatures) inputs and \(outFeatures) outputs") {
            try Linear(inFeatures: inFeatures, outFeatures: outFeatures, using: &generator)
        }
    }
}
