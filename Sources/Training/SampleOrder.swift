import LinearAlgebra
import NeuralNetwork
import Student

/// Finds the order in which the student's `fit` takes the samples.
///
/// `fit` trains a model that only notes what comes: its inputs are the samples' numbers. The same generator state,
/// count, batch size and epochs give the order of a real training.
///
/// - Parameters:
///   - count: The number of samples, 1 or more.
///   - batchSize: The number of samples in a batch, 1 or more.
///   - epochs: How often all samples come, 1 or more.
///   - generator: The generator in the state that the real training begins with.
/// - Returns: For each epoch the numbers of the samples, from 0, batch after batch.
/// - Throws: `SampleOrderError` when the batches are not of the size asked for, or an epoch does not have each
///   sample once; and what `fit` throws.
public func sampleOrder(
    count: Int, batchSize: Int, epochs: Int, using generator: inout some RandomNumberGenerator
) throws -> [[Int]] {
    guard count >= 1, batchSize >= 1, epochs >= 1 else {
        throw NetworkError.invalidArgument(
            "sampleOrder: \(count) samples, batches of \(batchSize), \(epochs) epochs; 1 is the least")
    }
    let numbers = try Matrix(rows: count, columns: 1, elements: (0..<count).map(Double.init))
    let model = NotingModel()
    _ = try fit(
        model, to: Dataset(inputs: numbers, targets: .zeros(rows: count, columns: 1)), loss: NoLoss(),
        optimizer: NoOptimizer(), epochs: epochs, batchSize: batchSize, using: &generator)
    return try epochOrders(of: model.batches, count: count, batchSize: batchSize, epochs: epochs)
}

/// Joins the batches of each epoch, where they are what a training has to take.
///
/// - Throws: `SampleOrderError` where they are not.
func epochOrders(
    of batches: [[Double]], count: Int, batchSize: Int, epochs: Int
) throws(SampleOrderError) -> [[Int]] {
    let size = min(batchSize, count)
    let batchesPerEpoch = (count + size - 1) / size
    guard batches.count == epochs * batchesPerEpoch else {
        throw .batches(expected: epochs * batchesPerEpoch, found: batches.count)
    }
    var orders: [[Int]] = []
    for epoch in 1...epochs {
        let ofEpoch = batches.dropFirst(orders.count * batchesPerEpoch).prefix(batchesPerEpoch)
        for (index, batch) in ofEpoch.enumerated() {
            let expected = min(size, count - index * size)
            guard batch.count == expected else {
                throw .batchSize(epoch: epoch, batch: index + 1, expected: expected, found: batch.count)
            }
        }
        let order = ofEpoch.joined().compactMap { Int(exactly: $0) }
        let missing = Set(0..<count).subtracting(order)
        guard missing.isEmpty else { throw .missing(epoch: epoch, samples: missing.sorted()) }
        orders.append(order)
    }
    return orders
}

/// Why the samples of a `fit` cannot be written down as an order.
public enum SampleOrderError: Error, Equatable, CustomStringConvertible {
    /// All epochs together had another number of batches.
    case batches(expected: Int, found: Int)
    /// A batch had another number of samples; epochs and batches are counted from 1.
    case batchSize(epoch: Int, batch: Int, expected: Int, found: Int)
    /// These samples did not come in an epoch; samples are counted from 0.
    case missing(epoch: Int, samples: [Int])

    /// What `fit` did, and what to look at.
    public var description: String {
        let lookUp = "Run ./grade.sh fit, or see Lessons/17-fit.md."
        switch self {
        case .batches(let expected, let found):
            return "fit learns from \(found) batches, and all epochs together have \(expected). \(lookUp)"
        case .batchSize(let epoch, let batch, let expected, let found):
            return "fit: batch \(batch) of epoch \(epoch) has \(found) samples, and \(expected) belong "
                + "there. \(lookUp)"
        case .missing(let epoch, let samples):
            let shown = samples.prefix(3).map(String.init).joined(separator: ", ")
            return "fit: \(samples.count) of the samples do not come in epoch \(epoch): number \(shown)"
                + (samples.count > 3 ? ", …" : "") + ", counted from 0. Each has to come once. \(lookUp)"
        }
    }
}

/// A model that notes the batches that are learnt from: what went forwards last when it goes backwards.
private final class NotingModel: Layer {
    var batches: [[Double]] = []
    private var latest: Matrix = []

    func forward(_ input: Matrix) throws -> Matrix {
        latest = input
        return input
    }

    func backward(_ outputGradient: Matrix) throws -> Matrix {
        batches.append(latest.elements)
        return outputGradient
    }
}

private final class NoLoss: Loss {
    private var gradient: Matrix = []

    func forward(prediction: Matrix, target: Matrix) throws -> Double {
        gradient = .zeros(rows: prediction.rows, columns: prediction.columns)
        return 0
    }

    func backward() throws -> Matrix { gradient }
}

private final class NoOptimizer: Optimizer {
    func step() throws {}
    func zeroGradients() {}
}
