import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Sequential") struct SequentialTests {
    /// A chain of spies whose factors are 2, 3 and 5.
    private struct Chain {
        let log = CallLog()
        let spies: [SpyLayer]
        let model: Sequential

        init() {
            let log = log
            spies = zip(["first", "second", "third"], [2.0, 3, 5]).map { name, factor in
                SpyLayer(name, factor: factor, parameters: [Parameter([[factor]])], log: log)
            }
            model = Sequential(spies)
        }
    }

    @Test("forward: goes through all layers in order, each taking what the one before gave")
    func forward() throws {
        let chain = Chain()
        expectClose(
            try chain.model.forward([[1, -1]]), [[30, -30]], "Sequential.forward of layers ×2, ×3 and ×5",
            "The result is that of the last layer.")
        #expect(
            chain.log.calls == ["first.forward", "second.forward", "third.forward"],
            "Sequential.forward called \(chain.log.calls); each layer's forward once, first to last, is right."
        )
        expectClose(
            try #require(chain.spies[2].inputs.first), [[6, -6]], "What the third layer was given",
            "Each layer takes the output of the one before, not the first input.")
    }

    @Test("backward: goes through all layers in reverse, down to and including the first")
    func backward() throws {
        let chain = Chain()
        _ = try chain.model.forward([[1, 2]])
        chain.log.calls = []
        let gradient = try chain.model.backward([[1, -1]])
        #expect(
            chain.log.calls == ["third.backward", "second.backward", "first.backward"],
            """
            Sequential.backward called \(chain.log.calls); each layer's backward once, last to first, is right. \
            A layer that is not reached never learns.
            """)
        expectClose(
            gradient, [[30, -30]], "Sequential.backward of layers ×2, ×3 and ×5",
            "The result is what the first layer's backward returns.")
        expectClose(
            try #require(
                chain.spies[0].gradients.first, "Sequential.backward never reached the first layer."),
            [[15, -15]], "What the first layer's backward was given",
            "Each layer takes the gradient that the one after it returned.")
    }

    @Test("update: reaches every layer once, with the rate")
    func update() throws {
        let chain = Chain()
        try chain.model.update(learningRate: 0.25)
        #expect(
            chain.spies.map(\.rates) == [[0.25], [0.25], [0.25]],
            """
            Sequential.update(learningRate: 0.25): the layers were updated with the rates \
            \(chain.spies.map(\.rates)); every layer once with 0.25 is right.
            """)
    }

    @Test("a chain can be a layer of another chain, and has the parameters of all")
    func nested() throws {
        let chain = Chain()
        let log = CallLog()
        let outer = Sequential(SpyLayer("before", factor: -1, log: log), chain.model)
        expectClose(try outer.forward([[1]]), [[-30]], "Sequential.forward of a chain in a chain")
        expectClose(try outer.backward([[1]]), [[-30]], "Sequential.backward of a chain in a chain")
        #expect(
            outer.parameters.map(\.value) == [[[2]], [[3]], [[5]]],
            "Sequential.parameters: those of all layers, first layer first.")
    }

    @Test("a single layer: the same as the layer itself")
    func singleLayer() throws {
        let spy = SpyLayer("only", factor: 7, log: CallLog())
        let model = Sequential([spy])
        expectClose(
            try model.forward([[1, 2], [3, 4]]), [[7, 14], [21, 28]], "Sequential.forward of one layer")
        expectClose(
            try model.backward([[1, 0], [0, 1]]), [[7, 0], [0, 7]], "Sequential.backward of one layer")
    }

    @Test("an error of a layer comes through")
    func errors() throws {
        let model = Sequential(SpyLayer("before", log: CallLog()), Refusing())
        try expectShapeError("Sequential.forward with a layer that throws a ShapeError") {
            try model.forward([[1]])
        }
        try expectRefusal(.backwardBeforeForward, "Sequential.backward with a layer that throws that") {
            try model.backward([[1]])
        }
        try expectRefusal(.missingGradient, "Sequential.update with a layer that throws that") {
            try model.update(learningRate: 1)
        }
    }

    private final class Refusing: Layer {
        func forward(_ input: Matrix) throws -> Matrix {
            throw ShapeError(operation: "Refusing.forward", left: input.shape, right: input.shape)
        }
        func backward(_ outputGradient: Matrix) throws -> Matrix {
            throw NetworkError.backwardBeforeForward("Refusing.backward")
        }
        func update(learningRate: Double) throws {
            throw NetworkError.missingGradient("Refusing.update")
        }
    }
}
