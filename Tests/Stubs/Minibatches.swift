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
    // 1. Refuse a count or a size below 1.
    // 2. Shuffle 0..<count with the generator.
    // 3. Cut the result into pieces of `size`; the last may be shorter.
    // fill your code here
    throw FillYourCodeHere()
}
