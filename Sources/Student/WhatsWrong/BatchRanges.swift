import NeuralNetwork

/// Cuts the samples into batches of neighbours: ranges of `size` indices, the last with what is left.
///
/// What was observed: it was used for a year on sixty thousand samples, and nobody noticed anything. Then somebody
/// had a network learn ten samples by heart. It knew nine of them, and one it never got right.
///
/// - Parameters:
///   - count: The number of samples, 1 or more.
///   - size: The number of samples in a batch, 1 or more.
/// - Returns: The ranges in order, none of them empty.
/// - Throws: `NetworkError.invalidArgument` when count or size is below 1.
///
/// Lesson: Lessons/20-whats-wrong.md.
public func batchRanges(count: Int, size: Int) throws -> [Range<Int>] {
    guard count >= 1, size >= 1 else {
        throw NetworkError.invalidArgument("batchRanges: \(count) samples, batches of \(size)")
    }
    let end = count - 1
    return stride(from: 0, to: end, by: size).map { start in
        start..<min(start + size, end)
    }
}
