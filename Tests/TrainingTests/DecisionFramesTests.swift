import Foundation
import Testing

@testable import Training

@Suite("DecisionFrames") struct DecisionFramesTests {
    /// The epochs that are kept of a training.
    static func kept(epochs: some Sequence<Int>) -> [Int] {
        var frames = DecisionFrames()
        for epoch in epochs where frames.isDue(epoch: epoch) {
            frames.append(DecisionFrames.Frame(epoch: epoch, probabilities: [Double(epoch)]))
        }
        #expect(frames.frames.allSatisfy { $0.probabilities == [Double($0.epoch)] })
        return frames.frames.map(\.epoch)
    }

    @Test("a short training is kept whole", arguments: [0, 1, 4, 8])
    func short(last: Int) {
        #expect(Self.kept(epochs: 0...last) == Array(0...last))
    }

    @Test(
        "of a long one nine frames are kept: the first, a late one, and more early ones than late ones",
        arguments: [20, 100, 300, 5_000])
    func long(last: Int) throws {
        let kept = Self.kept(epochs: 0...last)
        #expect(kept.count == 9)
        #expect(kept.first == 0)
        #expect(try #require(kept.last) > last * 8 / 10)
        #expect(kept[4] <= last / 3, "\(kept)")
        let ratios = zip(kept, kept.dropFirst()).map { Double($1 + 5) / Double($0 + 5) }
        let even = pow(Double(last + 5) / 5, 1.0 / 8)
        #expect(try #require(ratios.max()) < 2 * even, "\(kept)")
    }

    @Test("of 300 epochs those are kept that the comment tells")
    func example() {
        #expect(Self.kept(epochs: 0...300) == [0, 2, 6, 14, 25, 56, 94, 196, 281])
    }

    @Test("the model is asked less and less often")
    func due() {
        var asked = 0
        var frames = DecisionFrames()
        for epoch in 0...10_000 where frames.isDue(epoch: epoch) {
            asked += 1
            frames.append(DecisionFrames.Frame(epoch: epoch, probabilities: []))
        }
        #expect(asked < 90)
    }

    @Test("epochs that go back or are absurd are not kept twice, and do no harm")
    func absurd() {
        #expect(Self.kept(epochs: [1, 1, 0, -5, .max, .max, .min, 3]) == [1, .max])
    }
}
