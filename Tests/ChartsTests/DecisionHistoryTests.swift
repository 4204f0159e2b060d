import Testing

@testable import Charts

@Suite("DecisionHistory") struct DecisionHistoryTests {
    @Test("a history has a small map with its epoch for each frame, three in a row")
    func history() throws {
        let frames = [0, 5, 10, 20].map { DecisionHistory.Frame(epoch: $0, map: Samples.map) }
        let file = try XMLReader(DecisionHistory(title: "", frames: frames).svg)
        let images = file.elements("image")
        #expect(
            file.elements("text", style: "middle").map(\.text) == [
                "epoch 0", "epoch 5", "epoch 10", "epoch 20",
            ])
        #expect(images.map { $0.number("x") } == [4, 124, 244, 4])
        #expect(Set(images.map { $0.number("y") }).count == 2)
    }
}
