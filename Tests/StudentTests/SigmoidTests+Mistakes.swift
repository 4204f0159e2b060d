import LinearAlgebra
import Student
import TestSupport

// What students write in place of a sigmoid, and what comes of it.

extension SigmoidTests {
    var forward: Subject<Matrix> {
        .forward(
            of: "Sigmoid", lesson: lesson, { Sigmoid() },
            draw: { normal($0, $1, seed: $2, standardDeviation: 3) }, right: { $0.map(curve) },
            mistakes: [
                Mistake(
                    "The curve falls, and should rise: look at the sign in the exponent.",
                    see: "falling-curve"
                ) {
                    $0.map { curve(-$0) }
                },
                Mistake(
                    "At the far right eˣ / (1 + eˣ) is infinity over infinity: NaN.", see: "nan-far-right"
                ) {
                    $0.map { exp($0) / (1 + exp($0)) }
                },
                Mistake("The 1 below the line is missing: this is a power of e alone.", see: "formula") {
                    exp($0)
                },
                Mistake("It is 1 + e⁻ˣ itself: all of that belongs below the line.", see: "formula") {
                    $0.map { 1 + exp(-$0) }
                },
                Mistake("e⁻ˣ is subtracted below the line, and should be added.", see: "formula") {
                    $0.map { 1 / (1 - exp(-$0)) }
                },
                Mistake("These are powers of 2, not of e.", see: "formula") {
                    $0.map { curve($0 * 0.6931471805599453) }
                },
                Mistake("It is tanh, which runs from −1 to 1: a sigmoid runs from 0 to 1.", see: "the-idea") {
                    tanh($0)
                },
                Mistake("Each row adds up to 1: a sigmoid takes each element by itself.", see: "rows-add-up")
                {
                    $0.mapRows { exp($0) / exp($0).sum() }
                },
                straightLine(slope: 0.2), straightLine(slope: 0.25), straightLine(slope: 1.0 / 6),
                Mistake("It is 1 above 0 and 0 below: a step, and it should rise smoothly.", see: "the-idea")
                {
                    $0.map { $0 > 0 ? 1 : 0 }
                },
                Mistake("It is the curve's derivative: that belongs to backward.", see: "formula") {
                    $0.map(slope(at:))
                },
            ])
    }

    var backward: Subject<BackwardInput> {
        .backward(
            of: "Sigmoid", lesson: lesson, { Sigmoid() },
            draw: { normal($0, $1, seed: $2, standardDeviation: 2) },
            right: { $0.map { $1 * slope(at: $0) } },
            mistakes: [
                Mistake(
                    "It is x (1 − x), with forward's input: it is the output that belongs there.",
                    see: "input-for-output"
                ) {
                    $0.map { $1 * $0 * (1 - $0) }
                },
                Mistake("The factor 1 − y is missing.", see: "missing-factor") { $0.map { $1 * curve($0) } },
                Mistake("The factor y is missing.", see: "formula") { $0.map { $1 * curve(-$0) } },
                Mistake("It is y (1 + y): one sign is wrong.", see: "formula") {
                    $0.map { $1 * curve($0) * (1 + curve($0)) }
                },
                Mistake("It is 1 − y², which is the derivative of tanh.", see: "formula") {
                    $0.map { $1 * (1 - curve($0) * curve($0)) }
                },
                Mistake(
                    "The sigmoid is taken twice: what forward returned has been through it.",
                    see: "taken-twice"
                ) {
                    $0.map { $1 * slope(at: curve($0)) }
                },
                Mistake(
                    "Parentheses are missing: y is subtracted from the whole product.",
                    see: "missing-parentheses"
                ) {
                    $0.map { $1 * curve($0) - curve($0) }
                },
                Mistake("It is divided by the derivative: it has to be multiplied.", see: "formula") {
                    $0.map { $1 / slope(at: $0) }
                },
                Mistake("The derivative is added to the gradient: it has to be multiplied.", see: "formula") {
                    $0.map { $1 + slope(at: $0) }
                },
                Mistake(
                    "The gradient is added up over the batch: each row has one of its own.", see: "formula"
                ) {
                    try $0.input.map(slope(at:)) * $0.outputGradient.columnSums()
                },
                Mistake("It is ReLU's derivative: the gradient passes where x is above 0.", see: "the-idea") {
                    $0.map { $0 > 0 ? $1 : 0 }
                },
                Mistake(
                    "At the far left e⁻ˣ / (1 + e⁻ˣ)² is infinity over infinity: NaN.", see: "nan-far-left"
                ) {
                    $0.map { $1 * exp(-$0) / ((1 + exp(-$0)) * (1 + exp(-$0))) }
                },
            ])
    }

    private var lesson: String { "Lessons/06-sigmoid.md" }
}

/// σ(x), as a tanh that was shrunk and moved.
private func curve(_ x: Double) -> Double { (tanh(x / 2) + 1) / 2 }

/// σ′(x), without σ.
private func slope(at x: Double) -> Double { 1 / (exp(x) + exp(-x) + 2) }

private func straightLine(slope: Double) -> Mistake<Matrix> {
    Mistake("It is a straight line, cut off at 0 and 1: powers of e are missing.", see: "formula") {
        $0.map { min(max(slope * $0 + 0.5, 0), 1) }
    }
}
