import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mend: layer stack") struct LayerStackTests {
    @Test("backward: every layer once, last to first, each with what the one after it returned")
    func everyLayer() throws {
        let descents = try Descent.several
        let advice =
            Descent.mistakes.diagnosis(of: descents, lesson: lesson, isRight: \.isRight)
            ?? "Write down which layers are called, and in what order."
        for descent in descents {
            let isRight = expectTrue(
                descent.isRight,
                """
                LayerStack.backward of \(descent.factors.count) layers calls \(descent.list), and returns \
                \(short(descent.result)).
                """, advice)
            guard isRight else { return }
        }
    }

    @Test("backward: a stack of one layer alone reaches it")
    func singleLayer() throws {
        let descent = try Descent(of: [7])
        expectTrue(
            descent.isRight,
            "LayerStack.backward of one layer calls \(descent.list), and returns \(short(descent.result)).",
            "The only layer is the last and the first: what should the stack do with it?")
    }

    @Test("backward: agrees with small changes of the input and of every parameter", arguments: [1, 2, 4])
    func derivatives(count: Int) throws {
        let layers = (0..<count).map { Stretch(normal(1, 3, seed: UInt64(10 + $0))) }
        try expectGradients(
            of: LayerStack(layers), "LayerStack", at: normal(4, 3, seed: 1),
            parameterNames: (1...count).map { "layer \($0)'s weight" },
            "Is there a gradient in each layer after backward? Print them, first layer first.")
    }

    @Test("forward and parameters: all layers in order, as before")
    func forward() throws {
        guard try isReachingAll() else { return }
        let log = CallLog()
        let spies = [2.0, 3, 5].enumerated().map { index, factor in
            SpyLayer("\(index)", factor: factor, parameters: [Parameter([[factor]])], log: log)
        }
        let stack = LayerStack(spies)
        let advice = "forward and parameters were right as they were handed out."
        expectClose(
            try stack.forward([[1, -2]]), [[30, -60]], "LayerStack.forward of ×2, ×3 and ×5", advice)
        expectTrue(
            log.calls == ["0.forward", "1.forward", "2.forward"],
            "LayerStack.forward calls \(log.calls.joined(separator: ", ")).", advice)
        expectTrue(
            stack.parameters.map(\.value) == [[[2]], [[3]], [[5]]],
            "LayerStack.parameters are \(stack.parameters.count), and should be 3, first layer first.", advice
        )
    }

    @Test("an error of any layer comes through, and no layer at all changes nothing")
    func errors() throws {
        guard try isReachingAll() else { return }
        for place in 0..<3 {
            var layers: [any Layer] = (0..<2).map { SpyLayer("\($0)", log: CallLog()) }
            layers.insert(Stretch([[1, 2, 3]]), at: place)
            try expectRefusal(.backwardBeforeForward, "LayerStack.backward before any forward") {
                try LayerStack(layers).backward([[1, 2, 3]])
            }
        }
        expectClose(try LayerStack([]).forward([[1, 2]]), [[1, 2]], "LayerStack.forward of no layers")
        expectClose(try LayerStack([]).backward([[3, 4]]), [[3, 4]], "LayerStack.backward of no layers")
    }

    /// What brings the defect out, before a test of something else.
    private func isReachingAll() throws -> Bool {
        let descent = try Descent(of: [2, 3])
        return expectTrue(
            descent.isRight, "LayerStack.backward of two layers calls \(descent.list).",
            "Mend this first: which layers should it call?")
    }

    private var lesson: String { Descent.lesson }
}

/// A layer that multiplies each column by a weight of its own, and bends the result.
private final class Stretch: Layer {
    private let weight: Parameter
    private var latest: (input: Matrix, output: Matrix)?

    init(_ weight: Matrix) { self.weight = Parameter(weight) }

    var parameters: [Parameter] { [weight] }

    func forward(_ input: Matrix) throws -> Matrix {
        let output = try tanh(input * weight.value)
        latest = (input, output)
        return output
    }

    func backward(_ outputGradient: Matrix) throws -> Matrix {
        guard let (input, output) = latest else { throw NetworkError.backwardBeforeForward("Stretch") }
        let slope = try outputGradient - outputGradient * output * output
        weight.gradient = try (slope * input).columnSums()
        return try slope * weight.value
    }
}

/// What a stack of spies did in `backward`.
private struct Descent {
    static let lesson = "Lessons/20-whats-wrong.md"

    /// What each layer multiplies by, first to last.
    let factors: [Double]
    /// The layers that were called, and what each was given.
    let steps: [Step]
    let result: Double

    struct Step: Equatable {
        let layer: Int
        let given: Double
    }

    init(of factors: [Double]) throws {
        self.factors = factors
        let log = CallLog()
        let spies = factors.enumerated().map { SpyLayer("\($0)", factor: $1, log: log) }
        let stack = LayerStack(spies)
        _ = try stack.forward([[1]])
        let calls = log.calls.count
        result = try stack.backward([[1]])[0, 0]
        steps = log.calls.dropFirst(calls).compactMap { call in
            let parts = call.split(separator: ".")
            guard parts.last == "backward", let layer = Int(parts[0]) else { return nil }
            return Step(layer: layer, given: spies[layer].gradients.first?[0, 0] ?? .nan)
        }
    }

    static var several: [Descent] {
        get throws { try [[2, 3, 5], [3, 2, 7, 5], [11, 2, 3, 7, 5]].map { try Descent(of: $0) } }
    }

    /// The calls as a message tells them.
    var list: String {
        steps.isEmpty
            ? "no layer"
            : (steps.count == 1 ? "layer " : "layers ")
                + steps.map { "\($0.layer)" }.joined(separator: ", ")
    }

    var isRight: Bool { isWalk(factors.indices.reversed()) }

    /// Whether these layers were called, each with what the one before returned, and what the last returned is the
    /// result.
    private func isWalk(_ layers: some Sequence<Int>) -> Bool {
        var gradient = 1.0
        let expected = layers.map { layer in
            defer { gradient *= factors[layer] }
            return Step(layer: layer, given: gradient)
        }
        return steps == expected && result == gradient
    }

    static var mistakes: [Symptom<Descent>] {
        [
            Symptom(
                "One layer is never reached, and so it never learns: which one is it?", see: "layer-stack"
            ) { $0.isWalk($0.factors.indices.dropFirst().reversed()) },
            Symptom("Now another layer is never reached: the one where the gradient comes in.") {
                $0.isWalk($0.factors.indices.dropLast().reversed())
            },
            Symptom("Now two layers are never reached.") {
                $0.isWalk($0.factors.indices.dropFirst().dropLast().reversed())
            },
            Symptom("It goes first to last now: where does the gradient come in?") {
                $0.isWalk($0.factors.indices)
            },
            Symptom("The first layer is called, and what it returns is lost.") {
                $0.steps.map(\.layer) == $0.factors.indices.reversed()
                    && $0.result == $0.factors.dropFirst().reduce(1, *)
            },
            Symptom("One layer is called twice now.") {
                $0.steps.map(\.layer) == $0.factors.indices.reversed() + [0]
            },
            Symptom("The first layer is given what came in at the top: the chain is broken there.") {
                let usual = $0.factors.indices.dropFirst().reversed() + [0]
                return $0.steps.map(\.layer) == usual && $0.steps.last?.given == 1
            },
        ]
    }
}
