import NeuralNetwork

/// Divides the samples of one epoch into mini-batches at random.
///
/// Every index of `0..<count` is in exactly one batch. All batches have `size` indices, apart from the last,
/// which takes what is left.
///
/// - Parameters:
///   - count: The number of samples, 1 or more.
///   - size: The number of samples in a batch, 1 or more; larger than `count` makes one batch.
///   - generator: The source of randomness: the same state gives the same batches.
/// - Returns: The indices of each batch, in shuffled order.
/// - Throws: `NetworkError.invalidArgument` when count or size is below 1.
///
/// Lesson: Lessons/16-minibatches.md.
public func minibatches(
    count: Int, size: Int, using generator: inout some RandomNumberGenerator
) throws -> [[Int]] {
    guard count >= 1, size >= 1 else {
        throw NetworkError.invalidArgument(
            "minibatches: \(count) samples in batches of \(size); both have to be at least 1")
    }
    let shuffled = (0..<count).shuffled(using: &generator)
    return stride(from: 0, to: count, by: size).map { start in
        Array(shuffled[start..<min(start + size, count)])
    }
}
