/// Moments of a training for a history of nine pictures, while nobody knows yet how long it will be.
///
/// The first moment and the latest that was due are among them; those between are spread so that each epoch's number,
/// plus five, is about the same multiple of the one before: a model changes most in its first epochs, but not
/// much in its very first. Of 300 epochs are kept 0, 2, 6, 14, 25, 56, 94, 196 and 281.
struct DecisionFrames {
    /// What the model said after an epoch.
    struct Frame: Equatable {
        let epoch: Int
        /// The probability of class 1 in each cell of a grid.
        let probabilities: [Double]
    }

    private static let limit = 9

    /// The frames that are kept, nine at most, by epoch.
    private(set) var frames: [Frame] = []

    /// Whether a frame of this epoch is worth the model's time: nearly the same picture twice is not.
    func isDue(epoch: Int) -> Bool {
        guard let last = frames.last?.epoch else { return true }
        return Double(epoch) >= Double(last) + 1 + (Double(last) / 8).rounded(.down)
    }

    /// Adds a frame, of a later epoch than those before; drops one where there are too many.
    mutating func append(_ frame: Frame) {
        frames.append(frame)
        guard frames.count > Self.limit else { return }
        let numbers = frames.map { Double($0.epoch) + 5 }
        let gaps = numbers.indices.dropFirst().dropLast().map { index in
            (index: index, ratio: numbers[index + 1] / numbers[index - 1])
        }
        if let closest = gaps.min(by: { $0.ratio < $1.ratio }) { frames.remove(at: closest.index) }
    }
}
