import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport

/// A chain of spies, each with a factor of its own.
struct Chain {
    /// The spies' factors, first to last.
    let factors: [Double]
    let log = CallLog()
    let spies: [SpyLayer]
    let model: Sequential

    init(_ factors: [Double] = [2, 3, 5]) {
        self.factors = factors
        let log = log
        spies = zip(["first", "second", "third", "fourth", "fifth"], factors).map { name, factor in
            SpyLayer(name, factor: factor, parameters: [Parameter([[factor]])], log: log)
        }
        model = Sequential(spies)
    }

    /// Chains of several lengths, that of the default first.
    static var several: [Chain] { [Chain(), Chain([3, 2, 7, 5]), Chain([11, 2, 3, 7, 5])] }

    func forward(_ input: Matrix) throws -> Walk {
        try walk(from: input) { try model.forward(input) }
    }

    func backward(_ gradient: Matrix) throws -> Walk {
        _ = try model.forward(gradient)
        return try walk(from: gradient) { try model.backward(gradient) }
    }

    func update(_ rate: Double) throws -> Walk {
        try walk(from: .single(rate)) {
            try model.update(learningRate: rate)
            return .single(rate)
        }
    }

    private func walk(from start: Matrix, _ call: () throws -> Matrix) rethrows -> Walk {
        let earlier = log.calls
        let result = try call()
        let steps = log.calls.indices.dropFirst(earlier.count).map { index in
            let name = log.calls[index]
            let repetition = log.calls[..<index].count { $0 == name }
            return Walk.Step(call: name, given: given(name)[repetition])
        }
        return Walk(factors: factors, layers: spies.map(\.name), start: start, steps: steps, result: result)
    }

    /// What a spy was given in all its calls of one name: "first.forward".
    private func given(_ call: String) -> [Matrix] {
        spies.flatMap { spy -> [Matrix] in
            switch call {
            case "\(spy.name).forward": spy.inputs
            case "\(spy.name).backward": spy.gradients
            case "\(spy.name).update": spy.rates.map(Matrix.single)
            default: []
            }
        }
    }
}

/// What one call of a chain made of its layers.
struct Walk {
    struct Step: Equatable {
        /// The layer and the function: "first.forward".
        let call: String
        let given: Matrix
    }

    /// The layers' factors, first to last.
    let factors: [Double]
    /// The layers' names, first to last.
    let layers: [String]
    /// What the chain was given.
    let start: Matrix
    let steps: [Step]
    let result: Matrix

    var calls: [String] { steps.map(\.call) }

    /// The calls as a message tells them.
    var list: String { calls.isEmpty ? "nothing" : calls.joined(separator: ", ") }

    /// The layers' places, first to last.
    var all: [Int] { Array(layers.indices) }

    /// What a layer gets to see.
    enum Given {
        /// What the layer called before it has returned.
        case resultBefore
        /// What the chain was given.
        case start
    }

    /// Whether it called the layers in this order, and gave back what the last of them returned.
    func calls(
        _ function: String, of order: some Sequence<Int>, times: Int = 1, given: Given = .resultBefore,
        returning returned: Matrix? = nil
    ) -> Bool {
        var (latest, expected) = (start, [Step]())
        for layer in order {
            let value = given == .start ? start : latest
            let step = Step(call: "\(layers[layer]).\(function)", given: value)
            expected += [Step](repeating: step, count: times)
            latest = factors[layer] * value
        }
        return steps == expected && result == returned ?? latest
    }

    /// Whether it updated these layers, in any order, with this rate.
    func updates(_ order: some Sequence<Int>, times: Int = 1, rate: Matrix? = nil) -> Bool {
        let expected = order.flatMap { layer in
            [Step](
                repeating: Step(call: "\(layers[layer]).update", given: rate ?? start), count: times)
        }
        return steps.sorted { $0.call < $1.call } == expected.sorted { $0.call < $1.call }
    }
}
