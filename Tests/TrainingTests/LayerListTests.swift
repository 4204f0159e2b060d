import Testing

@testable import Training

@Suite("Layers as they are written")
struct LayerListTests {
    @Test(
        "a list reads back as it was written",
        arguments: [
            "2,1", "784,relu:128,10", "2,leaky-relu:3,tanh:4,sigmoid:1", "784,sigmoid:32,softmax:10",
        ])
    func roundTrip(text: String) throws {
        #expect(try LayerList(text).description == text)
    }

    @Test("an activation belongs to the linear layer that it follows")
    func parts() throws {
        let list = try LayerList("784,relu:128,10")
        #expect(
            list.steps == [
                LayerList.Step(size: 128, activation: .relu), LayerList.Step(size: 10, activation: nil),
            ])
        #expect(list.linearSizes.map(\.inputs) == [784, 128])
        #expect(list.linearSizes.map(\.outputs) == [128, 10])
    }

    @Test(
        "what is not understood is named",
        arguments: [
            ("784", "from 1 to 50 layers"),
            ("2" + String(repeating: ",1", count: 51), "has 51"),
            ("784,rely:10", "no activation rely"),
            ("784,,10", "an empty part is no size"),
            ("784,0", "0 is no size"),
            ("-2,1", "-2 is no size"),
            ("2,relu:", "an empty part is no size"),
            ("2,relu:3:4", "relu:3:4 is no size"),
            ("2,99999999999999999999", "99999999999999999999 is no size"),
            ("2,10001", "10001 is no size"),
        ])
    func refused(text: String, problem: String) {
        let error = #expect(throws: UsageError.self) { try LayerList(text) }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }
}
