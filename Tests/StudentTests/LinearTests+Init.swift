import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

extension LinearTests {
    // MARK: A layer that starts at random

    @Test("init: the weight is in × out and random, the bias 1 × out and 0")
    func initialShapes() throws {
        let layer = try layer(3, 5, seed: 1)
        let shape = layer.weight.value.shape
        #expect(
            shape == Shape(rows: 3, columns: 5),
            "Linear.init: the weight is \(shape), and should be (3 × 5) for 3 inputs\nand 5 outputs.")
        let weight = layer.weight.value
        #expect(
            weight.min() < weight.max(),
            "Linear.init: all weights are the same, so all outputs would stay the same\nfor ever.")
        expectClose(
            layer.bias.value, .zeros(rows: 1, columns: 5), "Linear.init, the bias",
            "A bias for each output, in one row: all start at 0.")
    }

    @Test("init: the weights are normal, with mean 0 and standard deviation 1/√in", arguments: [4, 100, 400])
    func initialWeights(inFeatures: Int) throws {
        let outFeatures = 4000 / inFeatures
        let weight = try layer(inFeatures, outFeatures, seed: 2).weight.value
        let expected = 1 / sqrt(Double(inFeatures))
        let mean = weight.mean()
        #expect(
            abs(mean) < 0.1 * expected,
            "Linear.init: the weights' mean is \(short(mean)), and should be near 0.")
        let deviation = try standardDeviation(of: weight)
        #expect(
            abs(deviation / expected - 1) < 0.1,
            """
            Linear.init: the weights' standard deviation is \(short(deviation)) with \(inFeatures) inputs,
            and should be near 1/√\(inFeatures) = \(short(expected)).
            \((try? scaleMistake()) ?? "The more inputs are added up, the smaller each weight has to be.")
            See \(lesson)#formula.
            """)
        let share = Double(weight.elements.count { abs($0 - mean) > 2 * deviation }) / 4000
        let hint =
            share == 0
            ? "They are spread evenly, and should be normal: dense in the middle."
            : "They should be normally distributed: dense in the middle."
        #expect(
            abs(share - 0.0455) < 0.02,
            """
            Linear.init: \(short(100 * share)) % of the weights are more than two standard deviations
            away from their mean, and it should be near 4.6 %.
            \(hint)
            """)
    }

    /// What the standard deviation is in place of 1/√in, if it is that for layers of several sizes.
    private func scaleMistake() throws -> String? {
        let mistakes: [(sentence: String, deviation: (_ inputs: Double, _ outputs: Double) -> Double)] = [
            ("It is 1/in: the square root is missing.", { inputs, _ in 1 / inputs }),
            ("It is 1/√out: what counts is the number of inputs.", { _, outputs in 1 / sqrt(outputs) }),
            ("It is √in: divide by the root, and do not multiply.", { inputs, _ in sqrt(inputs) }),
            ("It is √(2/in), He's start: this course uses 1/√in.", { inputs, _ in sqrt(2 / inputs) }),
            (
                "It is √(2/(in + out)), Glorot's start: this course uses 1/√in.",
                { sqrt(2 / ($0 + $1)) }
            ),
            (
                "It is 1/√(3 in), that of numbers spread evenly between ±1/√in.",
                { inputs, _ in 1 / sqrt(3 * inputs) }
            ),
            ("It is 1 for layers of any size: nothing is divided by √in.", { _, _ in 1 }),
            ("It is 1 divided by the root of in + out: only the inputs count.", { 1 / sqrt($0 + $1) }),
            ("It is 0.01 for layers of any size.", { _, _ in 0.01 }),
            ("It is 0.1 for layers of any size.", { _, _ in 0.1 }),
        ]
        let samples = try [(4, 1000), (25, 160), (100, 40), (400, 10)].map { inputs, outputs in
            let weight = try layer(inputs, outputs, seed: 5).weight.value
            return (Double(inputs), Double(outputs), try standardDeviation(of: weight))
        }
        return mistakes.first { mistake in
            samples.allSatisfy { abs($2 / mistake.deviation($0, $1) - 1) < 0.1 }
        }?.sentence
    }

    private func standardDeviation(of weight: Matrix) throws -> Double {
        let mean = weight.mean()
        return try sqrt((weight * weight).mean() - mean * mean)
    }

    private func layer(_ inFeatures: Int, _ outFeatures: Int, seed: UInt64) throws -> Linear {
        var generator = SeededGenerator(seed: seed)
        return try Linear(inFeatures: inFeatures, outFeatures: outFeatures, using: &generator)
    }

    @Test("init: the weights come from the generator that is passed")
    func initialRandomness() throws {
        var generator = SeededGenerator(seed: 3)
        let first = try Linear(inFeatures: 3, outFeatures: 2, using: &generator).weight.value
        #expect(
            try first == layer(3, 2, seed: 3).weight.value,
            """
            Linear.init: the same seed gives other weights the second time.
            They have to come from the generator that is passed, and nowhere else.
            """)
        guard try first != layer(3, 2, seed: 4).weight.value else {
            Issue.record(
                """
                Linear.init: another seed gives the same weights.
                They have to be drawn with the generator that is passed.
                """)
            return
        }
        #expect(
            try first != Linear(inFeatures: 3, outFeatures: 2, using: &generator).weight.value,
            """
            Linear.init: two layers made one after the other have the same weights.
            The generator that is passed has to move on, and not a copy of it.
            """)
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
