import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport

// What students write in place of a step against the gradient, and what comes of it.

/// What an update depends on: a parameter's value and gradient, and the learning rate.
struct UpdateInput: TestInput {
    let value: Matrix
    let gradient: Matrix
    let rate: Double

    init(_ value: Matrix, _ gradient: Matrix, rate: Double) {
        self.value = value
        self.gradient = gradient
        self.rate = rate
    }

    var parts: [(name: String, value: Matrix)] { [("value", value), ("gradient", gradient)] }
    var batch: Shape { value.shape }

    /// The value after a step.
    func step(_ transform: (_ value: Double, _ gradient: Double, _ rate: Double) -> Double) -> Matrix {
        BackwardInput(value, gradient).map { transform($0, $1, rate) }
    }
}

extension LinearTests {
    var weightUpdate: Subject<UpdateInput> {
        update(
            "the weight",
            received: { given in
                let layer = try Linear(
                    weight: given.value, bias: .zeros(rows: 1, columns: given.value.columns))
                layer.weight.gradient = given.gradient
                layer.bias.gradient = 0 * layer.bias.value
                try layer.update(learningRate: given.rate)
                return layer.weight.value
            },
            draw: {
                UpdateInput(normal($0, $1, seed: $2), normal($0, $1, seed: $2 + 1), rate: rate(seed: $2))
            })
    }

    var biasUpdate: Subject<UpdateInput> {
        update(
            "the bias",
            received: { given in
                let layer = try Linear(
                    weight: .zeros(rows: 2, columns: given.value.columns), bias: given.value)
                layer.weight.gradient = layer.weight.value
                layer.bias.gradient = given.gradient
                try layer.update(learningRate: given.rate)
                return layer.bias.value
            },
            draw: { _, columns, seed in
                UpdateInput(
                    normal(1, columns, seed: seed), normal(1, columns, seed: seed + 1), rate: rate(seed: seed)
                )
            })
    }

    private func rate(seed: UInt64) -> Double { 0.3 + Double(seed % 10) / 10 }

    private func update(
        _ parameter: String, received: @escaping (UpdateInput) throws -> Matrix,
        draw: @escaping (Int, Int, UInt64) -> UpdateInput
    ) -> Subject<UpdateInput> {
        Subject(
            "Linear.update, \(parameter)", lesson: lesson, received: received,
            right: { $0.step { $0 - $1 * $2 } }, draw: draw,
            mistakes: [
                Mistake("The step is added: that leads uphill.", see: "step-uphill") {
                    $0.step { $0 + $1 * $2 }
                },
                Mistake("It stays as it was: update has to move both weight and bias.", see: "formula") {
                    $0.value
                },
                Mistake("The learning rate is missing.", see: "formula") {
                    $0.step { value, gradient, _ in value - gradient }
                },
                Mistake("The learning rate is 0.01, whatever is passed.", see: "formula") {
                    $0.step { value, gradient, _ in value - 0.01 * gradient }
                },
                Mistake("The learning rate is 0.1, whatever is passed.", see: "formula") {
                    $0.step { value, gradient, _ in value - 0.1 * gradient }
                },
                Mistake("It is the step alone: the value that it starts from is missing.", see: "formula") {
                    $0.step { -$1 * $2 }
                },
                Mistake("It is the step alone, and uphill: it starts from the old value.", see: "formula") {
                    $0.step { $1 * $2 }
                },
                Mistake("The step is taken twice.", see: "formula") { $0.step { $0 - 2 * $1 * $2 } },
                Mistake("The gradient is divided by the rate, and not multiplied.", see: "formula") {
                    $0.step { $0 - $1 / $2 }
                },
                Mistake("The value is multiplied by the rate: the gradient should be.", see: "formula") {
                    $0.step { $0 * $2 - $1 }
                },
            ])
    }
}
