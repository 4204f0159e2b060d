import LinearAlgebra
import Student
import TestSupport

// What students write in place of a step against the gradient, and where the parameter goes then.

extension SGDTests {
    func steps(rate: Double) -> Subject<StepsInput> {
        .steps(
            of: "SGD", lesson: lesson, { SGD(parameters: $0, learningRate: rate) },
            right: { given in try given.values { _, past in try given.start - rate * past.sum } },
            mistakes: [
                Mistake(
                    "It goes up the gradient: plus for minus. The loss would rise.", see: "plus-for-minus"
                ) {
                    try $0.values { try $0 + rate * $1.latest }
                },
                Mistake(
                    "The parameter stays where it was. Has only a copy of it changed?", see: "only-a-copy"
                ) {
                    $0.values { value, _ in value }
                },
                Mistake(
                    "The learning rate is left out: these are steps of the whole gradient.",
                    see: "rate-left-out"
                ) {
                    try $0.values { try $0 - $1.latest }
                },
                Mistake("The learning rate is used twice: its square scales the steps.", see: "rate-twice") {
                    try $0.values { try $0 - rate * rate * $1.latest }
                },
                Mistake("The step is divided by the learning rate, and should be multiplied.", see: "formula")
                {
                    try $0.values { try $0 - $1.latest / rate }
                },
                Mistake(
                    "The value is replaced by the step: it has to go on from where it was.",
                    see: "value-replaced"
                ) {
                    $0.values { -rate * $1.latest }
                },
                Mistake(
                    "The steps get shorter from one to the next: the rate stays the same.", see: "formula"
                ) {
                    try $0.values { try $0 - rate / Double($1.count) * $1.latest }
                },
                Mistake(
                    "Gradients of earlier steps are added in: a step is by the latest one.",
                    see: "earlier-gradients"
                ) {
                    try $0.values { try $0 - rate * $1.sum }
                },
                Mistake(
                    "All elements move by the mean gradient: each has one of its own.", see: "mean-gradient"
                ) {
                    $0.values { $0 - rate * $1.latest.mean() }
                },
                Mistake("Only the gradient's sign is used: its size counts too.", see: "sign-only") {
                    try $0.values { try $0 - rate * $1.map(sign).latest }
                },
                Mistake(
                    "The gradient is multiplied by the value too: only the rate belongs there.",
                    see: "formula"
                ) {
                    try $0.values { try $0 - rate * ($1.latest * $0) }
                },
            ])
    }

    var lesson: String { "Lessons/14-sgd.md" }
}

private func sign(_ number: Double) -> Double { number > 0 ? 1 : number < 0 ? -1 : 0 }
