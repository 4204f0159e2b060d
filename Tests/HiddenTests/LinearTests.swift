import LinearAlgebra
import NeuralNetwork
import Reference
import Student
import Testing

@Suite("Linear layer against the reference") struct LinearTests {
    @Test("init: shapes, zero biases, and weights with mean 0 and standard deviation 1/√in")
    func initial() throws {
        try onRandomCases(12) { draw in
            let inFeatures = draw.integer(in: 1...60)
            let outFeatures = 6000 / inFeatures + draw.integer(in: 1...20)
            let layer = try Student.Linear(
                inFeatures: inFeatures, outFeatures: outFeatures, using: &draw.generator)
            let reference = try Reference.Linear(
                inFeatures: inFeatures, outFeatures: outFeatures, using: &draw.generator)
            let name = "Linear(inFeatures: \(inFeatures), outFeatures: \(outFeatures))"
            return try holds(
                layer.weight.value.shape == reference.weight.value.shape,
                "\(name): the weight is \(layer.weight.value.shape), not \(reference.weight.value.shape).",
                draw, sourceLocation: #_sourceLocation)
                && agree(
                    layer.bias.value, reference.bias.value, "\(name), the bias", draw,
                    sourceLocation: #_sourceLocation)
                && isNormal(layer.weight.value * sqrt(Double(inFeatures)), name, draw)
        }
    }

    /// Checks mean, standard deviation and tails of at least 6000 numbers, each to within five standard errors.
    private func isNormal(_ z: Matrix, _ name: String, _ draw: Draw) throws -> Bool {
        let mean = z.mean()
        let deviation = try sqrt((z * z).mean() - mean * mean)
        let tails = Double(z.elements.count { abs($0) > 2 }) / Double(z.elements.count)
        return holds(
            abs(mean) < 0.065 && abs(deviation - 1) < 0.046 && abs(tails - 0.0455) < 0.0135,
            """
            \(name): the weights times √in have mean \(mean), standard deviation \(deviation), and \
            \(100 * tails) % of them are beyond ±2; for a normal distribution it is 0, 1 and 4.55 %.
            """, draw, sourceLocation: #_sourceLocation)
    }

    @Test("forward: the same for random weights, biases and batches")
    func forward() throws {
        try expectSameForward("Linear", make)
    }

    @Test("backward: the same gradients of input, weight and bias")
    func backward() throws {
        try expectSameBackward("Linear", make)
    }

    private func make(_ draw: inout Draw) throws -> LayerCase {
        let weight = draw.normal(draw.count(), draw.count())
        let bias = draw.normal(1, weight.columns)
        return LayerCase(
            try Student.Linear(weight: weight, bias: bias), try Reference.Linear(weight: weight, bias: bias)
        ) { $0.normal($0.count(), weight.rows) }
    }

    @Test("update: the same weights and biases after random updates, and no gradients left")
    func update() throws {
        try onRandomCases { draw in
            let weight = draw.normal(draw.count(), draw.count())
            let bias = draw.normal(1, weight.columns)
            let student = try Student.Linear(weight: weight, bias: bias)
            let reference = try Reference.Linear(weight: weight, bias: bias)
            for call in 1...3 {
                for (student, reference) in zip(student.parameters, reference.parameters) {
                    let gradient = draw.normal(student.value.rows, student.value.columns)
                    student.gradient = gradient
                    reference.gradient = gradient
                }
                let rate = draw.number(in: 0.001...2)
                try student.update(learningRate: rate)
                try reference.update(learningRate: rate)
                let name = "Linear.update of a \(weight.shape) weight, call \(call) on one object"
                guard
                    agree(
                        student.weight.value, reference.weight.value, "\(name), the weight", draw,
                        sourceLocation: #_sourceLocation),
                    agree(
                        student.bias.value, reference.bias.value, "\(name), the bias", draw,
                        sourceLocation: #_sourceLocation),
                    holds(
                        student.parameters.allSatisfy { $0.gradient == nil },
                        "\(name): gradients have to be nil afterwards.", draw,
                        sourceLocation: #_sourceLocation)
                else { return false }
            }
            return true
        }
    }
}
