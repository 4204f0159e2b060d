public import LinearAlgebra

/// Samples and what is right for each: row i of `targets` belongs to row i of `inputs`.
public struct Dataset: Sendable {
    /// The samples, n × d: one row each.
    public let inputs: Matrix
    /// What is right, n × k: class 0 or 1 in one column, or one-hot rows.
    public let targets: Matrix
    /// The number of samples n.
    public var count: Int { inputs.rows }
    /// The numbers of all samples in order, from 0 to n − 1.
    public var indices: [Int] { Array(0..<count) }

    /// Pairs inputs with targets.
    ///
    /// - Parameters:
    ///   - inputs: The samples, n × d.
    ///   - targets: What is right, n × k.
    /// - Throws: `ShapeError` when the numbers of rows differ.
    public init(inputs: Matrix, targets: Matrix) throws(ShapeError) {
        guard inputs.rows == targets.rows else {
            throw ShapeError(
                operation: "Dataset(inputs:targets:)", left: inputs.shape, right: targets.shape)
        }
        self.init(uncheckedInputs: inputs, targets: targets)
    }

    /// Pairs inputs with targets that are known to have as many rows.
    private init(uncheckedInputs inputs: Matrix, targets: Matrix) {
        self.inputs = inputs
        self.targets = targets
    }

    /// Gathers samples by their indices, in any order and as often as they are named.
    ///
    /// An index outside of `0..<count` ends the program, as an array's does.
    ///
    /// - Parameter indices: The samples to take, counted from 0.
    /// - Returns: A dataset of indices.count samples.
    public func selecting(_ indices: some Collection<Int>) -> Dataset {
        let indices = Array(indices)  // read once: one that is drawn while it is read must not part the pairs
        return Dataset(
            uncheckedInputs: inputs.selectingRows(indices), targets: targets.selectingRows(indices))
    }

    /// Shuffles the samples and divides them into a training and a test set.
    ///
    /// The test set has `testFraction · count` samples, rounded; every sample is in exactly one of the two.
    ///
    /// - Parameters:
    ///   - testFraction: The share of samples to hold out, above 0 and below 1.
    ///   - generator: The source of randomness.
    /// - Returns: The two sets.
    /// - Throws: `NetworkError.invalidArgument` when the fraction is out of range or leaves a set empty.
    public func split(
        testFraction: Double, using generator: inout some RandomNumberGenerator
    ) throws -> (train: Dataset, test: Dataset) {
        guard testFraction > 0, testFraction < 1 else {
            throw NetworkError.invalidArgument(
                "Dataset.split: testFraction is \(testFraction), and has to be above 0 and below 1")
        }
        let testCount = Int((testFraction * Double(count)).rounded())
        guard testCount > 0, testCount < count else {
            throw NetworkError.invalidArgument(
                "Dataset.split: holding out \(testFraction) of \(count) samples leaves one set empty")
        }
        let order = indices.shuffled(using: &generator)
        return (train: selecting(order[testCount...]), test: selecting(order[..<testCount]))
    }
}
