import NeuralNetwork
import Student

/// A function that follows a linear layer.
enum Activation: String, CaseIterable, Sendable {
    case relu
    case sigmoid
    case tanh
    case leakyReLU = "leaky-relu"
    case softmax

    /// A new layer of this kind, by the student.
    var layer: any Layer {
        switch self {
        case .relu: ReLU()
        case .sigmoid: Sigmoid()
        case .tanh: Tanh()
        case .leakyReLU: LeakyReLU()
        case .softmax: Softmax()
        }
    }
}

/// The layers of a network as one writes them: the number of inputs, then the size of each linear layer, with
/// the activation that follows it in front.
///
///     784,relu:128,10    Linear 784 → 128, ReLU, Linear 128 → 10
struct LayerList: Equatable, Sendable, CustomStringConvertible {
    /// A linear layer, and what follows it.
    struct Step: Equatable, Sendable {
        let size: Int
        let activation: Activation?
    }

    let inputs: Int
    let steps: [Step]

    /// The largest layer that is taken: what is beyond trains for hours and fills the memory first.
    static let largestSize = 10_000
    static let mostSteps = 50

    /// Makes a list of sizes that are known to be right.
    init(inputs: Int, steps: [Step]) {
        self.inputs = inputs
        self.steps = steps
    }

    /// Reads a list.
    ///
    /// - Throws: `UsageError`, which names the part that is wrong.
    init(_ text: String) throws(UsageError) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, parts.count <= Self.mostSteps + 1 else {
            throw UsageError(
                "--layers wants the number of inputs and then from 1 to \(Self.mostSteps) layers, "
                    + "as in 784,relu:128,10; \(text) has \(parts.count - 1).")
        }
        inputs = try Self.size(parts[0])
        var steps: [Step] = []
        for part in parts.dropFirst() {
            let words = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard words.count == 2 else {
                steps.append(Step(size: try Self.size(part), activation: nil))
                continue
            }
            guard let activation = Activation(rawValue: words[0]) else {
                throw UsageError(
                    "--layers: there is no activation \(words[0]). There are "
                        + Activation.allCases.map(\.rawValue).joined(separator: ", ") + ".")
            }
            steps.append(Step(size: try Self.size(words[1]), activation: activation))
        }
        self.steps = steps
    }

    private static func size(_ text: String) throws(UsageError) -> Int {
        guard let size = Int(text), (1...largestSize).contains(size) else {
            throw UsageError(
                "--layers: \(text.isEmpty ? "an empty part" : text) is no size from 1 to \(largestSize). "
                    + "Write layers as in 784,relu:128,10.")
        }
        return size
    }

    /// The list as it is written.
    var description: String {
        let parts = steps.map { step in (step.activation.map { "\($0.rawValue):" } ?? "") + "\(step.size)" }
        return (["\(inputs)"] + parts).joined(separator: ",")
    }

    var outputs: Int { steps.last?.size ?? inputs }
    var lastActivation: Activation? { steps.last?.activation }

    /// The inputs and outputs of each linear layer.
    var linearSizes: [(inputs: Int, outputs: Int)] {
        zip([inputs] + steps.map(\.size), steps).map { (inputs: $0, outputs: $1.size) }
    }
}
