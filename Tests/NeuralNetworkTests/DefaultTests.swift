import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Defaults")
struct DefaultTests {
    @Test("a layer has no parameters, and an update does nothing, whatever the rate")
    func layer() throws {
        let layer: any Layer = Twice()
        #expect(layer.parameters.isEmpty)
        try layer.update(learningRate: 0.1)
        try layer.update(learningRate: .nan)
        #expect(try layer.forward([[3]]) == [[6]])
    }

    @Test("a layer's own parameters and update are called through the protocol")
    func ownLayer() throws {
        let own = Own()
        let layer: any Layer = own
        #expect(layer.parameters.first === own.parameter)
        try layer.update(learningRate: 0.5)
        #expect(own.parameter.value == [[0.5]])
    }

    @Test("a loss decides at one half, unless it says otherwise")
    func loss() {
        let plain: any Loss = Difference()
        let logits: any Loss = LogitDifference()
        #expect(plain.decisionThreshold == 0.5)
        #expect(logits.decisionThreshold == 0)
    }
}

private class Twice: Layer {
    func forward(_ input: Matrix) throws -> Matrix { input * 2 }
    func backward(_ outputGradient: Matrix) throws -> Matrix { outputGradient * 2 }
}

private final class Own: Layer {
    let parameter = Parameter([[1]])
    var parameters: [Parameter] { [parameter] }
    func forward(_ input: Matrix) throws -> Matrix { input }
    func backward(_ outputGradient: Matrix) throws -> Matrix { outputGradient }
    func update(learningRate: Double) throws { parameter.value -= learningRate }
}

private final class Difference: Loss {
    func forward(prediction: Matrix, target: Matrix) throws -> Double { try (prediction - target).mean() }
    func backward() throws -> Matrix { [[1]] }
}

private final class LogitDifference: Loss {
    var decisionThreshold: Double { 0 }
    func forward(prediction: Matrix, target: Matrix) throws -> Double { 0 }
    func backward() throws -> Matrix { [[1]] }
}
