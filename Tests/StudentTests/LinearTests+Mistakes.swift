import LinearAlgebra
import Student
import TestSupport

// What students write in place of X·W + b, and what comes of it; for the gradients see LinearTests+Gradients.swift.

/// What a linear layer's `forward` depends on.
struct LinearInput: TestInput {
    let input: Matrix
    let weight: Matrix
    let bias: Matrix

    init(_ input: Matrix, _ weight: Matrix, _ bias: Matrix) {
        self.input = input
        self.weight = weight
        self.bias = bias
    }

    var parts: [(name: String, value: Matrix)] { [("input", input), ("weight", weight), ("bias", bias)] }
    var batch: Shape { input.shape }

    /// The output, with the products of only some inputs.
    func output(ofFeatures features: some Sequence<Int>) -> Matrix {
        var output = Matrix.zeros(rows: input.rows, columns: weight.columns)
        for row in 0..<input.rows {
            for column in 0..<weight.columns {
                output[row, column] = features.reduce(bias[0, column]) { sum, feature in
                    sum + input[row, feature] * weight[feature, column]
                }
            }
        }
        return output
    }

    var output: Matrix { output(ofFeatures: 0..<input.columns) }
}

extension LinearTests {
    var forward: Subject<LinearInput> {
        Subject(
            "Linear.forward", lesson: lesson,
            received: { try Linear(weight: $0.weight, bias: $0.bias).forward($0.input) },
            right: { $0.output },
            draw: draw,
            mistakes: [
                Mistake("The bias is missing.", see: "formula") { try $0.output - $0.bias },
                Mistake("The bias is subtracted, and should be added.", see: "formula") {
                    try $0.output - 2 * $0.bias
                },
                Mistake("The bias is added twice.", see: "formula") { try $0.output + $0.bias },
                Mistake("The bias is added once for every input, and should be added once.", see: "formula") {
                    try $0.output + Double($0.input.columns - 1) * $0.bias
                },
                Mistake("The bias is added to the first row alone: every row gets it.", see: "formula") {
                    given in
                    var output = try given.output - given.bias
                    for column in 0..<output.columns { output[0, column] += given.bias[0, column] }
                    return output
                },
                Mistake("The bias is added to the weights, and should be to the sums.", see: "formula") {
                    try LinearInput($0.input, $0.weight + $0.bias, 0 * $0.bias).output
                },
                Mistake("It is the mean of the products, and should be their sum.", see: "formula") {
                    try ($0.output - $0.bias) / Double($0.input.columns) + $0.bias
                },
                Mistake(
                    "Only the last input counts: the products of all inputs are added up.", see: "formula"
                ) {
                    $0.output(ofFeatures: [$0.input.columns - 1])
                },
                Mistake("Negative results become 0: that is ReLU, a layer of its own.", see: "the-idea") {
                    $0.output.map { max($0, 0) }
                },
                Mistake(
                    "`*` goes element by element: a row times a column needs another product.",
                    see: "element-by-element"
                ) {
                    try $0.input * $0.weight + $0.bias
                },
                Mistake("W comes first, and should come second: samples are the rows of X.", see: "formula") {
                    try $0.weight.times($0.input) + $0.bias
                },
                Mistake("W is transposed, and is in × out already.", see: "weight-transposed") {
                    try $0.input.times($0.weight.transposed()) + $0.bias
                },
            ])
    }

    /// A batch for a layer of three outputs.
    func draw(rows: Int, columns: Int, seed: UInt64) -> LinearInput {
        LinearInput(
            normal(rows, columns, seed: seed), normal(columns, 3, seed: seed + 1),
            normal(1, 3, seed: seed + 2))
    }

    var lesson: String { "Lessons/04-linear.md" }
}

extension Matrix {
    /// The matrix product, and the error that there is where the shapes do not fit.
    func times(_ other: Matrix) throws -> Matrix {
        guard columns == other.rows else {
            throw ShapeError(operation: "matmul", left: shape, right: other.shape)
        }
        return LinearInput(self, other, .zeros(rows: 1, columns: other.columns)).output
    }
}
