import LinearAlgebra
import Student
import TestSupport

// What students write in place of a ReLU, and what comes of it.

extension ReLUTests {
    var forward: Subject<Matrix> {
        .forward(
            of: "ReLU", lesson: lesson, { ReLU() },
            draw: { awayFromZero($0, $1, seed: $2, standardDeviation: 5) },
            right: { $0.map { $0 < 0 ? 0 : $0 } },
            mistakes: [
                Mistake("Negative numbers come out positive, and should become 0.", see: "absolute-value") {
                    $0.map { $0 < 0 ? -$0 : $0 }
                },
                Mistake(
                    "Negative numbers stay and positive ones become 0: the other way around.",
                    see: "formula"
                ) {
                    $0.map { $0 < 0 ? $0 : 0 }
                },
                Mistake(
                    "Negative numbers shrink, and should become 0: this is a leaky ReLU.",
                    see: "leaky-forward"
                ) {
                    $0.map { $0 < 0 ? 0.01 * $0 : $0 }
                },
                Mistake(
                    "It is 1 where the input is positive: that number itself should stay.",
                    see: "ones-for-numbers"
                ) {
                    $0.map { $0 > 0 ? 1 : 0 }
                },
                Mistake("Positive numbers come out squared, and should stay.", see: "formula") {
                    $0.map { $0 < 0 ? 0 : $0 * $0 }
                },
                Mistake("It stops at 6: large numbers should stay as they are.", see: "formula") {
                    $0.map { $0 < 0 ? 0 : min($0, 6) }
                },
                Mistake("It never gets below 1: the bend should be at 0.", see: "formula") {
                    $0.map { max($0, 1) }
                },
                Mistake("Numbers from 0 to 1 are lost: the bend should be at 0.", see: "formula") {
                    $0.map { $0 < 1 ? 0 : $0 }
                },
            ])
    }

    var backward: Subject<BackwardInput> {
        .backward(
            of: "ReLU", lesson: lesson, { ReLU() }, draw: { awayFromZero($0, $1, seed: $2) },
            right: { $0.map { $0 < 0 ? 0 : $1 } },
            mistakes: [
                Mistake(
                    "The derivative is 1 everywhere: where the input was negative it should be 0.",
                    see: "one-everywhere"
                ) {
                    $0.outputGradient
                },
                Mistake(
                    "It looks at the gradient's sign: only the sign of forward's input counts.",
                    see: "sign-of-the-gradient"
                ) {
                    $0.map { $1 < 0 ? 0 : $1 }
                },
                Mistake(
                    "Negative gradients are stopped: only the sign of forward's input counts.",
                    see: "negative-gradients-stopped"
                ) {
                    $0.map { $0 < 0 || $1 < 0 ? 0 : $1 }
                },
                Mistake(
                    "It is the derivative alone: it has to be multiplied by the gradient.",
                    see: "derivative-alone"
                ) {
                    $0.map { input, _ in input < 0 ? 0 : 1 }
                },
                Mistake(
                    "The gradient is multiplied by the output: it should pass unchanged.",
                    see: "times-the-output"
                ) {
                    $0.map { $0 < 0 ? 0 : $0 * $1 }
                },
                Mistake(
                    "The gradient is multiplied by the input, and not by the derivative.", see: "formula"
                ) {
                    $0.map { $0 * $1 }
                },
                Mistake("It gives forward's result again, and should give a gradient.", see: "formula") {
                    $0.map { input, _ in input < 0 ? 0 : input }
                },
                Mistake(
                    "The gradient passes where the input was negative: the other way around.",
                    see: "formula"
                ) {
                    $0.map { $0 < 0 ? $1 : 0 }
                },
                Mistake("The derivative is −1 where the input was negative, and should be 0.", see: "formula")
                {
                    $0.map { $0 < 0 ? -$1 : $1 }
                },
                Mistake(
                    "A little passes where the input was negative: this is a leaky ReLU.", see: "formula"
                ) {
                    $0.map { $0 < 0 ? 0.01 * $1 : $1 }
                },
                Mistake(
                    "It passes only where the input was above 1: the bend should be at 0.", see: "formula"
                ) {
                    $0.map { $0 < 1 ? 0 : $1 }
                },
            ])
    }

    private var lesson: String { "Lessons/05-relu.md" }
}
