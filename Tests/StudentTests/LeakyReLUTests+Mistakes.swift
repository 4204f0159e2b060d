import LinearAlgebra
import Student
import TestSupport

// What students write in place of a leaky ReLU, and what comes of it.

extension LeakyReLUTests {
    /// `forward` with a slope of its own, or with the one that a layer has when none is given.
    func forward(slope: Double?) -> Subject<Matrix> {
        let leak = slope ?? 0.01
        return .forward(
            of: slope.map { "LeakyReLU(slope: \($0))" } ?? "LeakyReLU()", lesson: lesson,
            { slope.map { LeakyReLU(slope: $0) } ?? LeakyReLU() },
            draw: { awayFromZero($0, $1, seed: $2, standardDeviation: 5) },
            right: { $0.map { $0 < 0 ? leak * $0 : $0 } },
            mistakes: [
                Mistake("Negative numbers become 0, as in ReLU: the slope is missing.", see: "relu-instead") {
                    $0.map { $0 < 0 ? 0 : $0 }
                },
                Mistake("The sign is lost: negative numbers come out positive.", see: "sign-lost") {
                    $0.map { $0 < 0 ? -leak * $0 : $0 }
                },
                Mistake("Positive numbers are multiplied by the slope too, and should stay.", see: "formula")
                {
                    $0.map { leak * $0 }
                },
                Mistake("The slope is on the wrong side: it belongs to negative numbers.", see: "wrong-side")
                {
                    $0.map { $0 < 0 ? $0 : leak * $0 }
                },
                Mistake("Negative numbers become the slope itself, and not a multiple.", see: "formula") {
                    $0.map { $0 < 0 ? leak : $0 }
                },
                Mistake(
                    "Negative numbers all become minus the slope, and not a multiple.", see: "slope-itself"
                ) {
                    $0.map { $0 < 0 ? -leak : $0 }
                },
                Mistake("The slope is added: negative numbers are multiplied by it.", see: "formula") {
                    $0.map { $0 < 0 ? $0 + leak : $0 }
                },
                Mistake("The slope is subtracted: negative numbers are multiplied by it.", see: "formula") {
                    $0.map { $0 < 0 ? $0 - leak : $0 }
                },
                Mistake("Negative numbers are divided by the slope, and not multiplied.", see: "formula") {
                    $0.map { $0 < 0 ? $0 / leak : $0 }
                },
            ] + slopes(otherThan: leak) { slope in { $0.map { $0 < 0 ? slope * $0 : $0 } } })
    }

    /// `backward`, with a slope of its own.
    func backward(slope: Double) -> Subject<BackwardInput> {
        .backward(
            of: "LeakyReLU(slope: \(slope))", lesson: lesson, { LeakyReLU(slope: slope) },
            draw: { awayFromZero($0, $1, seed: $2) },
            right: { $0.map { $0 < 0 ? slope * $1 : $1 } },
            mistakes: [
                Mistake(
                    "Nothing passes where the input was negative: backward needs the slope too.",
                    see: "nothing-passes"
                ) {
                    $0.map { $0 < 0 ? 0 : $1 }
                },
                Mistake(
                    "The derivative is 1 everywhere: where the input was negative it is the slope.",
                    see: "all-passes"
                ) {
                    $0.outputGradient
                },
                Mistake(
                    "It looks at the gradient's sign: only the sign of forward's input counts.",
                    see: "gradients-sign"
                ) {
                    $0.map { $1 < 0 ? slope * $1 : $1 }
                },
                Mistake(
                    "It is the derivative alone: it has to be multiplied by the gradient.",
                    see: "derivative-alone"
                ) {
                    $0.map { input, _ in input < 0 ? slope : 1 }
                },
                Mistake(
                    "The derivative below 0 is the slope, and not the slope times x.", see: "slope-times-x"
                ) {
                    $0.map { $0 < 0 ? slope * $0 * $1 : $1 }
                },
                Mistake(
                    "The gradient is multiplied by the output, and not by the derivative.", see: "formula"
                ) {
                    $0.map { ($0 < 0 ? slope * $0 : $0) * $1 }
                },
                Mistake("It gives forward's result again, and should give a gradient.", see: "formula") {
                    $0.map { input, _ in input < 0 ? slope * input : input }
                },
                Mistake("The slope is on the wrong side: it belongs to negative inputs.", see: "formula") {
                    $0.map { $0 < 0 ? $1 : slope * $1 }
                },
                Mistake("The slope has the wrong sign where the input was negative.", see: "formula") {
                    $0.map { $0 < 0 ? -slope * $1 : $1 }
                },
                Mistake("Where the input was negative it is divided by the slope.", see: "formula") {
                    $0.map { $0 < 0 ? $1 / slope : $1 }
                },
                Mistake("The slope is added where the input was negative: multiply by it.", see: "formula") {
                    $0.map { $0 < 0 ? $1 + slope : $1 }
                },
                Mistake("The gradient is multiplied by the slope everywhere.", see: "formula") {
                    $0.map { slope * $1 }
                },
            ] + slopes(otherThan: slope) { other in { $0.map { $0 < 0 ? other * $1 : $1 } } })
    }

    /// Slopes that are put into the code, whatever the layer is given.
    private func slopes<Input>(
        otherThan right: Double, result: (Double) -> (Input) throws -> Matrix
    ) -> [Mistake<Input>] {
        [0.01, 0.1, 0.2, 0.3].filter { $0 != right }.map { slope in
            Mistake(
                "The slope is \(slope), and should be \(right) here.", see: "slope-ignored",
                gives: result(slope))
        }
    }

    private var lesson: String { "Lessons/22-leaky-relu.md" }
}
