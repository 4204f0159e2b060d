import LinearAlgebra
import NeuralNetwork

/// Counts positive numbers, batch after batch.
public final class Counting {
    private var total = 0

    /// Begins at 0.
    public init() {}

    /// Counts a batch's elements above 0, and returns how many there were in all batches so far.
    public func add(_ batch: Matrix) throws -> Int {
        // fill your code here
        throw FillYourCodeHere()
    }
}
