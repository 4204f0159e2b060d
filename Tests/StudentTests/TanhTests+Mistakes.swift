import LinearAlgebra
import Student
import TestSupport

// What students write in place of a hyperbolic tangent, and what comes of it.

extension TanhTests {
    var forward: Subject<Matrix> {
        .forward(
            of: "Tanh", lesson: lesson, { Tanh() },
            draw: { normal($0, $1, seed: $2, standardDeviation: 2) }, right: { $0.map(curve) },
            mistakes: [
                Mistake(
                    "Far out the quotient of powers of e is infinity over infinity: NaN.",
                    see: "far-out-quotient"
                ) {
                    $0.map { (exp($0) - exp(-$0)) / (exp($0) + exp(-$0)) }
                },
                Mistake("Far out e²ˣ is infinite, and infinity over infinity is NaN.", see: "far-out-e2x") {
                    $0.map { (exp(2 * $0) - 1) / (exp(2 * $0) + 1) }
                },
                Mistake(
                    "The curve falls, and should rise: look at the signs in the exponents.", see: "formula"
                ) {
                    $0.map { curve(-$0) }
                },
                Mistake("It is a sigmoid, from 0 to 1: tanh runs from −1 to 1.", see: "sigmoid-instead") {
                    $0.map { (curve($0 / 2) + 1) / 2 }
                },
                Mistake("It is a sigmoid of 2x, still to be stretched and moved.", see: "formula") {
                    $0.map { (curve($0) + 1) / 2 }
                },
                Mistake("It is the tanh of x/2: the sigmoid in it takes 2x.", see: "half-the-input") {
                    $0.map { curve($0 / 2) }
                },
                Mistake("Only what stands above the line is there: eˣ − e⁻ˣ.", see: "formula") {
                    $0.map { exp($0) - exp(-$0) }
                },
                Mistake("It is ½ (eˣ − e⁻ˣ), the hyperbolic sine: eˣ + e⁻ˣ is missing.", see: "formula") {
                    $0.map { (exp($0) - exp(-$0)) / 2 }
                },
                Mistake(
                    "Parentheses are missing: only e⁻ˣ is divided, and only by eˣ.",
                    see: "forward-parentheses"
                ) {
                    $0.map { exp($0) - exp(-$0) / exp($0) + exp(-$0) }
                },
                Mistake("It is a straight line, cut off at −1 and 1.", see: "formula") {
                    clip($0, min: -1, max: 1)
                },
                Mistake("It is −1 or 1: a step, and it should rise smoothly.", see: "the-idea") {
                    $0.map { $0 < 0 ? -1 : 1 }
                },
                Mistake("It is the curve's derivative: that belongs to backward.", see: "formula") {
                    $0.map(slope(at:))
                },
            ])
    }

    var backward: Subject<BackwardInput> {
        .backward(
            of: "Tanh", lesson: lesson, { Tanh() }, draw: { normal($0, $1, seed: $2) },
            right: { $0.map { $1 * slope(at: $0) } },
            mistakes: [
                Mistake("It is y (1 − y), which is the derivative of a sigmoid.", see: "sigmoid-slope") {
                    $0.map { $1 * curve($0) * (1 - curve($0)) }
                },
                Mistake(
                    "It is 1 − x², with forward's input: it is the output that belongs there.",
                    see: "input-for-output"
                ) {
                    $0.map { $1 * (1 - $0 * $0) }
                },
                Mistake("It is 1 − y: the square is missing.", see: "square-missing") {
                    $0.map { $1 * (1 - curve($0)) }
                },
                Mistake("It is (1 − y)²: only y is squared.", see: "formula") {
                    $0.map { $1 * (1 - curve($0)) * (1 - curve($0)) }
                },
                Mistake("It is 1 + y²: one sign is wrong.", see: "formula") {
                    $0.map { $1 * (1 + curve($0) * curve($0)) }
                },
                Mistake("It is y² itself: it has to be subtracted from 1.", see: "formula") {
                    $0.map { $1 * curve($0) * curve($0) }
                },
                Mistake("It is 1 − 2y: y has to be squared, not doubled.", see: "formula") {
                    $0.map { $1 * (1 - 2 * curve($0)) }
                },
                Mistake(
                    "Parentheses are missing: y² is subtracted from the gradient.",
                    see: "backward-parentheses"
                ) {
                    $0.map { $1 - curve($0) * curve($0) }
                },
                Mistake(
                    "The tanh is taken twice: what forward returned has been through it.", see: "taken-twice"
                ) {
                    $0.map { $1 * slope(at: curve($0)) }
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
            ])
    }

    private var lesson: String { "Lessons/21-tanh.md" }
}

/// tanh x, as a sigmoid that was stretched and moved.
private func curve(_ x: Double) -> Double { 1 - 2 / (exp(2 * x) + 1) }

/// tanh′(x), without tanh.
private func slope(at x: Double) -> Double { 4 / (exp(2 * x) + exp(-2 * x) + 2) }
