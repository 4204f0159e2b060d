import Testing

@testable import Charts

@Suite("Pipeline") struct PipelineTests {
    private let pipeline = Pipeline(
        title: "You are here", layers: ["Linear", "ReLU", "Linear", "Softmax"], loss: "loss",
        optimizer: "SGD", highlighted: [])

    @Test("every part has its name in a box that has room for it")
    func names() throws {
        let file = try XMLReader(pipeline.svg)
        let names = [
            "data", "one-hot", "mini-batches", "loss", "accuracy", "SGD", "Linear", "ReLU", "Linear",
            "Softmax",
        ]
        #expect(file.elements("rect", style: "part").count == names.count)
        #expect(file.elements("text", style: "middle").map(\.text).filter { $0 != "labels" } == names)
        for (box, name) in zip(file.elements("rect", style: "part"), names) {
            #expect((box.number("width") ?? 0) >= name.estimatedWidth(fontSize: 12))
        }
    }

    @Test("without one-hot targets, inputs and targets both come from the data")
    func targets() throws {
        var pipeline = pipeline
        pipeline.hasOneHot = false
        let file = try XMLReader(pipeline.svg)
        #expect(!file.texts.contains("one-hot") && !file.texts.contains("labels"))
        #expect(file.texts.contains("inputs") && file.texts.contains("targets"))
        let data = try #require(file.elements("rect", style: "part").first)
        let right = try #require(data.number("x")) + #require(data.number("width"))
        let targets = try #require(file.elements("text").first { $0.text == "targets" })
        #expect(try #require(targets.number("x")) < right, "its arrow begins at the data")
    }

    @Test(
        "what is highlighted stands out, and nothing else",
        arguments: [
            (Pipeline.Part.data, "data"), (.oneHot, "one-hot"), (.minibatches, "mini-batches"),
            (.layer(1), "ReLU"), (.loss, "loss"), (.accuracy, "accuracy"), (.optimizer, "SGD"),
            (.network, "Sequential"), (.loop, "fit: epochs × batches"),
        ])
    func highlights(part: Pipeline.Part, name: String) throws {
        var pipeline = pipeline
        pipeline.highlighted = [part]
        let file = try XMLReader(pipeline.svg)
        #expect(file.elements("rect", style: "here").count == 1)
        #expect(file.elements("text", style: "here").map(\.text) == [name])
    }

    @Test(
        "boxes overlap none of the others, and lie inside of the loop",
        arguments: [
            (["Linear", "ReLU", "Linear", "Softmax"], "loss"), (["Linear", "LeakyReLU", "Linear"], "loss"),
            (["Linear", "ReLU", "Linear"], "softmax + loss"), (["Linear"], "loss"),
        ])
    func places(layers: [String], loss: String) {
        let layout = PipelineLayout(layers: layers, loss: loss, optimizer: "Momentum", hasOneHot: true)
        let boxes = layout.layers + [layout.minibatches, layout.loss, layout.accuracy, layout.optimizer]
        for (index, one) in boxes.enumerated() {
            #expect(one.x >= layout.loop.x && one.right <= layout.loop.right)
            #expect(one.y >= layout.loop.y && one.bottom <= layout.loop.bottom)
            for other in boxes[(index + 1)...] {
                #expect(
                    one.right < other.x || other.right < one.x || one.bottom < other.y || other.bottom < one.y
                )
            }
        }
        // Room for the fork to the accuracy.
        #expect(layout.network.right + 14 <= min(layout.loss.x, layout.accuracy.x))
    }
}
