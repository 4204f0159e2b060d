import LinearAlgebra
import NeuralNetwork
import Student

/// Whether these tests run on the answers; what needs layers that work is run on them alone.
let areAnswers = String(reflecting: Linear.self) == "Reference.Linear"

/// A layer that does what it is told.
final class SpyLayer: Layer {
    private let onForward: (Matrix) throws -> Matrix
    private let onBackward: (Matrix) throws -> Matrix
    let parameters: [Parameter]

    init(
        _ parameters: Matrix..., forward: @escaping (Matrix) throws -> Matrix = { $0 },
        backward: @escaping (Matrix) throws -> Matrix = { $0 }
    ) {
        self.parameters = parameters.map(Parameter.init)
        onForward = forward
        onBackward = backward
    }

    func forward(_ input: Matrix) throws -> Matrix { try onForward(input) }
    func backward(_ outputGradient: Matrix) throws -> Matrix { try onBackward(outputGradient) }
    func update(learningRate: Double) throws { throw SpyError() }
}

/// A loss that gives the numbers it is told, one after the other.
final class SpyLoss: Loss {
    private var values: [Double]
    let decisionThreshold: Double

    init(_ values: Double..., decisionThreshold: Double = 0.5) {
        self.values = values
        self.decisionThreshold = decisionThreshold
    }

    func forward(prediction: Matrix, target: Matrix) throws -> Double {
        guard !values.isEmpty else { throw SpyError() }
        return values.removeFirst()
    }

    func backward() throws -> Matrix { [[0]] }
}

/// An optimizer that cannot step.
final class SpyOptimizer: Optimizer {
    private(set) var isCleared = false

    func step() throws { throw SpyError() }
    func zeroGradients() { isCleared = true }
}

struct SpyError: Error, Equatable {}
