import LinearAlgebra
import TestSupport

// How students lead a batch through a chain, and where they lose it.

extension Walk {
    var isRightForward: Bool { calls("forward", of: all) }
    var isRightBackward: Bool { calls("backward", of: all.reversed()) }
    var isRightUpdate: Bool { updates(all) }

    static var wrongForwards: [Symptom<Walk>] {
        [
            Symptom("No layer is called.", see: "the-idea") { $0.steps.isEmpty },
            Symptom("The last layer is left out.", see: "the-idea") {
                $0.calls("forward", of: $0.all.dropLast())
            },
            Symptom("The first layer is left out.", see: "the-idea") {
                $0.calls("forward", of: $0.all.dropFirst())
            },
            Symptom("The first and the last layer are left out.", see: "the-idea") {
                $0.calls("forward", of: $0.all.dropFirst().dropLast())
            },
            Symptom("It ends after the first layer: there are more to go through.", see: "the-idea") {
                $0.calls("forward", of: $0.all.prefix(1))
            },
            Symptom("Only the last layer is called.", see: "the-idea") {
                $0.calls("forward", of: $0.all.suffix(1))
            },
            Symptom("It goes last to first: forwards the first layer comes first.", see: "the-idea") {
                $0.calls("forward", of: $0.all.reversed())
            },
            Symptom(
                "Every layer is given the first input: pass on what the one before gave.",
                see: "first-input-everywhere"
            ) {
                $0.calls("forward", of: $0.all, given: .start)
            },
            Symptom("What the layers give is lost: the chain returns its input.", see: "input-returned") {
                $0.calls("forward", of: $0.all, returning: $0.start)
                    || $0.calls("forward", of: $0.all, given: .start, returning: $0.start)
            },
            Symptom("Each layer is called twice, and should be called once.", see: "called-twice") {
                $0.calls("forward", of: $0.all, times: 2)
            },
        ]
    }

    static var wrongBackwards: [Symptom<Walk>] {
        [
            Symptom("No layer is called: nothing learns.", see: "the-idea") { $0.steps.isEmpty },
            Symptom(
                "It stops before the first layer: a layer that is not reached never learns.",
                see: "first-layer-not-reached"
            ) {
                $0.calls("backward", of: $0.all.dropFirst().reversed())
            },
            Symptom("The last layer is left out: the gradient enters there.", see: "the-idea") {
                $0.calls("backward", of: $0.all.dropLast().reversed())
            },
            Symptom(
                "Neither the last layer nor the first is reached: they never learn.",
                see: "both-ends-not-reached"
            ) {
                $0.calls("backward", of: $0.all.dropFirst().dropLast().reversed())
            },
            Symptom("It ends after the last layer: the others have to learn as well.", see: "the-idea") {
                $0.calls("backward", of: $0.all.suffix(1))
            },
            Symptom("Only the first layer is called.", see: "the-idea") {
                $0.calls("backward", of: $0.all.prefix(1))
            },
            Symptom("It goes first to last: a gradient travels last to first.", see: "first-to-last") {
                $0.calls("backward", of: $0.all)
            },
            Symptom(
                "Every layer is given the last gradient: pass on what the one after gave.",
                see: "last-gradient-everywhere"
            ) {
                $0.calls("backward", of: $0.all.reversed(), given: .start)
            },
            Symptom(
                "What the layers give is lost: the chain returns its own gradient.", see: "gradient-returned"
            ) {
                $0.calls("backward", of: $0.all.reversed(), returning: $0.start)
                    || $0.calls("backward", of: $0.all.reversed(), given: .start, returning: $0.start)
            },
            Symptom("Each layer is called twice, and should be called once.", see: "called-twice") {
                $0.calls("backward", of: $0.all.reversed(), times: 2)
            },
            Symptom("It calls forward once more: on the way back it is backward.", see: "the-idea") {
                $0.calls("forward", of: $0.all.reversed()) || $0.calls("forward", of: $0.all)
            },
            Symptom(
                "It updates the layers on the way: backward only finds the gradients.",
                see: "updates-on-the-way"
            ) {
                $0.without("update").isRightBackward && $0.steps.contains { $0.call.hasSuffix(".update") }
            },
        ]
    }

    static var wrongUpdates: [Symptom<Walk>] {
        [
            Symptom("No layer is updated: nothing learns.", see: "your-task") { $0.steps.isEmpty },
            Symptom("Only the first layer is updated.", see: "your-task") { $0.updates($0.all.prefix(1)) },
            Symptom("Only the last layer is updated.", see: "your-task") { $0.updates($0.all.suffix(1)) },
            Symptom("The first layer is left out: it never learns.", see: "your-task") {
                $0.updates($0.all.dropFirst())
            },
            Symptom("The last layer is left out: it never learns.", see: "your-task") {
                $0.updates($0.all.dropLast())
            },
            Symptom("Each layer is updated twice, and should be once.", see: "your-task") {
                $0.updates($0.all, times: 2)
            },
            Symptom(
                "The rate is divided by the number of layers: each takes it as it is.", see: "rate-divided"
            ) {
                $0.updates($0.all, rate: $0.start / Double($0.layers.count))
            },
            Symptom("The rate's sign is wrong.", see: "your-task") { $0.updates($0.all, rate: -$0.start) },
        ]
    }

    /// The walk, had a function never been called.
    private func without(_ function: String) -> Walk {
        Walk(
            factors: factors, layers: layers, start: start,
            steps: steps.filter { !$0.call.hasSuffix(".\(function)") }, result: result)
    }
}
