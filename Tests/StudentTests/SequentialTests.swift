import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Sequential") struct SequentialTests {
    private let lesson = "Lessons/13-sequential.md"

    @Test("forward: goes through all layers in order, each taking what the one before gave")
    func forward() throws {
        let walks = try Chain.several.map { try $0.forward([[1, -1]]) }
        let advice =
            Walk.wrongForwards.diagnosis(of: walks, lesson: lesson, isRight: \.isRightForward)
            ?? "Each layer's forward once, first to last, with what the one before returned."
        let isRight =
            expectCalls(
                of: walks[0], ["first.forward", "second.forward", "third.forward"], by: "forward", advice)
            && expectClose(
                walks[0].steps[2].given, [[6, -6]], "Sequential.forward, what the third layer is given",
                advice)
            && expectClose(
                walks[0].result, [[30, -30]], "Sequential.forward of layers ×2, ×3 and ×5", advice)
        if isRight {
            expectTrue(
                walks.allSatisfy(\.isRightForward),
                "Sequential.forward: right with three layers, and wrong with four or five.", advice)
        }
    }

    @Test("backward: goes through all layers in reverse, down to and including the first")
    func backward() throws {
        let walks = try Chain.several.map { try $0.backward([[1, -1]]) }
        let advice =
            Walk.wrongBackwards.diagnosis(of: walks, lesson: lesson, isRight: \.isRightBackward)
            ?? "Each layer's backward once, last to first, with what the one after returned."
        let isRight =
            expectCalls(
                of: walks[0], ["third.backward", "second.backward", "first.backward"], by: "backward",
                advice)
            && expectClose(
                walks[0].steps[2].given, [[15, -15]], "Sequential.backward, what the first layer is given",
                advice)
            && expectClose(
                walks[0].result, [[30, -30]], "Sequential.backward of layers ×2, ×3 and ×5", advice)
        if isRight {
            expectTrue(
                walks.allSatisfy(\.isRightBackward),
                "Sequential.backward: right with three layers, and wrong with four or five.", advice)
        }
    }

    @Test("update: reaches every layer once, with the rate")
    func update() throws {
        let walks = try Chain.several.map { try $0.update(0.25) }
        let rates = walks[0].steps.map { "\($0.call) with \(short($0.given[0, 0]))" }
        expectTrue(
            walks.allSatisfy(\.isRightUpdate),
            """
            Sequential.update(learningRate: 0.25) of layers first, second and third calls \
            \(rates.isEmpty ? "nothing" : rates.joined(separator: ", ")).
            """,
            Walk.wrongUpdates.diagnosis(of: walks, lesson: lesson, isRight: \.isRightUpdate)
                ?? "Every layer has to be updated once, with the rate as it is.")
    }

    @Test("a chain can be a layer of another chain, and has the parameters of all")
    func nested() throws {
        let chain = Chain()
        let outer = Sequential(SpyLayer("before", factor: -1, log: chain.log), chain.model)
        let advice = "A chain is a layer like any other: look at the other tests first."
        let isRight =
            try expectClose(
                outer.forward([[1]]), [[-30]], "Sequential.forward of a chain in a chain", advice)
            && expectClose(
                outer.backward([[1]]), [[-30]], "Sequential.backward of a chain in a chain", advice)
        if isRight {
            let forwards = ["before", "first", "second", "third"].map { "\($0).forward" }
            let backwards = ["third", "second", "first", "before"].map { "\($0).backward" }
            expectTrue(
                chain.log.calls == forwards + backwards,
                "Sequential: a chain in a chain does not call each layer once each way, in order.", advice)
        }
        expectTrue(
            outer.parameters.map(\.value) == [[[2]], [[3]], [[5]]],
            """
            Sequential.parameters: there are \(outer.parameters.count), and should be 3.
            """, "They are those of all layers, first layer first.")
    }

    @Test("a single layer: the same as the layer itself")
    func singleLayer() throws {
        let log = CallLog()
        let model = Sequential([SpyLayer("only", factor: 7, log: log)])
        let advice = "The only layer is the first and the last: the chain gives what it gives."
        let isRight =
            try expectClose(
                model.forward([[1, 2], [3, 4]]), [[7, 14], [21, 28]], "Sequential.forward of one layer",
                advice)
            && expectClose(
                model.backward([[1, 0], [0, 1]]), [[7, 0], [0, 7]], "Sequential.backward of one layer",
                advice)
        if isRight {
            expectTrue(
                log.calls == ["only.forward", "only.backward"],
                "Sequential of one layer calls \(log.calls.joined(separator: ", ")).",
                "That should be one forward, and then one backward.")
        }
    }

    @Test("an error of a layer comes through")
    func errors() throws {
        let model = Sequential(SpyLayer("before", log: CallLog()), Refusing())
        try expectShapeError("Sequential.forward, with a layer that throws") {
            try model.forward([[1]])
        }
        try expectRefusal(.backwardBeforeForward, "Sequential.backward, with a layer that throws") {
            try model.backward([[1]])
        }
        try expectRefusal(.missingGradient, "Sequential.update, with a layer that throws") {
            try model.update(learningRate: 1)
        }
    }

    private func expectCalls(
        of walk: Walk, _ expected: [String], by function: String, _ advice: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Bool {
        expectTrue(
            walk.calls == expected,
            """
            Sequential.\(function) of three layers calls \(walk.list), and should call \
            \(expected.joined(separator: ", ")).
            """, advice, sourceLocation: sourceLocation)
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
