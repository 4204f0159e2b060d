import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport

// What students store and return in backward, and what comes of it.

/// What a linear layer's gradients depend on.
struct LinearBackwardInput: TestInput {
    let forward: LinearInput
    let outputGradient: Matrix

    init(_ forward: LinearInput, _ outputGradient: Matrix) {
        self.forward = forward
        self.outputGradient = outputGradient
    }

    var input: Matrix { forward.input }
    var weight: Matrix { forward.weight }

    var parts: [(name: String, value: Matrix)] {
        [("input", input), ("outputGradient", outputGradient), ("weight", weight)]
    }
    var batch: Shape { input.shape }

    /// Makes the layer, and lets the batch through and back.
    func run() throws -> (layer: Linear, inputGradient: Matrix) {
        let layer = try Linear(weight: weight, bias: forward.bias)
        _ = try layer.forward(input)
        return (layer, try layer.backward(outputGradient))
    }

    /// ∂L/∂W, with only some of the samples.
    func weightGradient(ofSamples samples: some Sequence<Int>) -> Matrix {
        var gradient = 0 * weight
        for sample in samples {
            for row in 0..<weight.rows {
                for column in 0..<weight.columns {
                    gradient[row, column] += input[sample, row] * outputGradient[sample, column]
                }
            }
        }
        return gradient
    }

    /// ∂L/∂b, with only some of the samples.
    func biasGradient(ofSamples samples: some Sequence<Int>) -> Matrix {
        var gradient = 0 * forward.bias
        for sample in samples {
            for column in 0..<gradient.columns { gradient[0, column] += outputGradient[sample, column] }
        }
        return gradient
    }

    /// ∂L/∂X, with only some of the outputs.
    func inputGradient(ofOutputs outputs: some Sequence<Int>) -> Matrix {
        var gradient = 0 * input
        for row in 0..<input.rows {
            for column in 0..<input.columns {
                gradient[row, column] = outputs.reduce(0) { sum, output in
                    sum + outputGradient[row, output] * weight[column, output]
                }
            }
        }
        return gradient
    }

    var samples: Range<Int> { 0..<input.rows }
    var outputs: Range<Int> { 0..<weight.columns }
}

/// The parameter's gradient is nil.
struct NoGradient: Error {}

extension LinearTests {
    var inputGradient: Subject<LinearBackwardInput> {
        Subject(
            "Linear.backward", lesson: lesson, received: { try $0.run().inputGradient },
            right: { $0.inputGradient(ofOutputs: $0.outputs) },
            differences: { given in
                try centredDifferences(at: given.input, upstream: given.outputGradient) {
                    try Linear(weight: given.weight, bias: given.forward.bias).forward($0)
                }
            },
            draw: drawBackward,
            mistakes: [
                Mistake("∂L/∂X is divided by the batch: the loss has done that already.") {
                    $0.inputGradient(ofOutputs: $0.outputs) / Double($0.samples.count)
                },
                Mistake("It is ∂L/∂W, which is stored: ∂L/∂X is returned.", see: "weight-gradient-returned") {
                    $0.weightGradient(ofSamples: $0.samples)
                },
                Mistake("It is ∂L/∂Z as it came in: the way back leads through W.", see: "formula") {
                    $0.outputGradient
                },
                Mistake("Only the last output counts: an input reaches all of them.", see: "formula") {
                    $0.inputGradient(ofOutputs: [$0.outputs.count - 1])
                },
                // What follows cannot be multiplied. It all comes to light here, whichever gradient it is in.
                Mistake("∂L/∂Z · W: to get ∂L/∂X, W has to be transposed.", see: "weight-not-transposed") {
                    try $0.outputGradient.times($0.weight)
                },
                Mistake("W · ∂L/∂Z: the factors of ∂L/∂X come the other way around.", see: "formula") {
                    try $0.weight.times($0.outputGradient)
                },
                Mistake("Wᵀ · ∂L/∂Z: the factors of ∂L/∂X come the other way around.", see: "formula") {
                    try $0.weight.transposed().times($0.outputGradient)
                },
                Mistake("X · ∂L/∂Z: to get ∂L/∂W, X has to be transposed.", see: "input-not-transposed") {
                    try $0.input.times($0.outputGradient)
                },
                Mistake("∂L/∂Z · X: ∂L/∂W has X first, and transposed.", see: "formula") {
                    try $0.outputGradient.times($0.input)
                },
                Mistake("∂L/∂Z · Xᵀ: the factors of ∂L/∂W come the other way around.", see: "formula") {
                    try $0.outputGradient.times($0.input.transposed())
                },
                Mistake("`*` goes element by element: ∂L/∂X needs a row times a column.") {
                    try $0.outputGradient * $0.weight
                },
                Mistake("`*` goes element by element: ∂L/∂X needs a row times a column.") {
                    try $0.outputGradient * $0.weight.transposed()
                },
                Mistake("`*` goes element by element: ∂L/∂W needs a row times a column.") {
                    try $0.input * $0.outputGradient
                },
                Mistake("`*` goes element by element: ∂L/∂W needs a row times a column.") {
                    try $0.input.transposed() * $0.outputGradient
                },
            ])
    }

    var weightGradient: Subject<LinearBackwardInput> {
        Subject(
            "Linear.backward, ∂L/∂W", lesson: lesson,
            received: { given in
                guard let gradient = try given.run().layer.weight.gradient else { throw NoGradient() }
                return gradient
            },
            right: { $0.weightGradient(ofSamples: $0.samples) },
            differences: { given in
                try centredDifferences(at: given.weight, upstream: given.outputGradient) {
                    try Linear(weight: $0, bias: given.forward.bias).forward(given.input)
                }
            },
            draw: drawBackward,
            mistakes: [
                Mistake(
                    "It is divided by the batch: the loss has done that already.", see: "divided-by-the-batch"
                ) {
                    $0.weightGradient(ofSamples: $0.samples) / Double($0.samples.count)
                },
                Mistake("It is transposed: ∂L/∂W has the shape of W, in × out.", see: "formula") {
                    $0.weightGradient(ofSamples: $0.samples).transposed()
                },
                Mistake(
                    "It is made with forward's result, and needs what forward was given.", see: "output-kept"
                ) {
                    try $0.forward.output.transposed().times($0.outputGradient)
                },
                Mistake(
                    "Only the first sample counts: those of the whole batch are added up.", see: "formula"
                ) {
                    $0.weightGradient(ofSamples: [0])
                },
                Mistake("Only the last sample counts: those of the whole batch are added up.", see: "formula")
                {
                    $0.weightGradient(ofSamples: [$0.samples.count - 1])
                },
                Mistake("It is ∂L/∂X, which is returned: ∂L/∂W is stored.", see: "the-idea") {
                    $0.inputGradient(ofOutputs: $0.outputs)
                },
                Mistake("It points downhill: the minus belongs to the update.", see: "minus-too-early") {
                    -1 * $0.weightGradient(ofSamples: $0.samples)
                },
            ])
    }

    var biasGradient: Subject<LinearBackwardInput> {
        Subject(
            "Linear.backward, ∂L/∂b", lesson: lesson,
            received: { given in
                guard let gradient = try given.run().layer.bias.gradient else { throw NoGradient() }
                return gradient
            },
            right: { $0.biasGradient(ofSamples: $0.samples) },
            differences: { given in
                try centredDifferences(at: given.forward.bias, upstream: given.outputGradient) {
                    try Linear(weight: given.weight, bias: $0).forward(given.input)
                }
            },
            draw: drawBackward,
            mistakes: [
                Mistake(
                    "It is divided by the batch: the loss has done that already.", see: "divided-by-the-batch"
                ) {
                    $0.biasGradient(ofSamples: $0.samples) / Double($0.samples.count)
                },
                Mistake(
                    "It has a row for each sample: the bias reached every row, so add them up.",
                    see: "bias-row-for-each-sample"
                ) {
                    $0.outputGradient
                },
                Mistake("It is summed along each row, and should be down each column.", see: "formula") {
                    $0.outputGradient.rowSums()
                },
                Mistake("It is the sum of everything: each bias has a column of its own.", see: "formula") {
                    .single($0.outputGradient.sum())
                },
                Mistake("Only the first sample counts: those of the whole batch are added up.") {
                    $0.biasGradient(ofSamples: [0])
                },
                Mistake("Only the last sample counts: those of the whole batch are added up.") {
                    $0.biasGradient(ofSamples: [$0.samples.count - 1])
                },
                Mistake("It points downhill: the minus belongs to the update.", see: "minus-too-early") {
                    -1 * $0.biasGradient(ofSamples: $0.samples)
                },
            ])
    }

    /// A batch for a layer of three outputs, and its gradient.
    func drawBackward(rows: Int, columns: Int, seed: UInt64) -> LinearBackwardInput {
        LinearBackwardInput(
            draw(rows: rows, columns: columns, seed: seed), normal(rows, 3, seed: seed + 3))
    }
}
