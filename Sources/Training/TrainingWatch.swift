import LinearAlgebra
import NeuralNetwork

/// What goes on inside of a training, from batch to batch: `fit` itself says nothing before an epoch ends.
///
/// The layers, the loss and the optimizer that `fit` is given are the student's, each in a wrapper that tells
/// this.
final class TrainingWatch {
    /// The number of the epoch that goes on, from 1.
    private(set) var epoch = 1
    /// The training samples and batches of this epoch that came to the loss's `backward`.
    private(set) var epochSamples = 0
    private(set) var epochBatches = 0
    /// The sum of this epoch's losses, each weighed by its batch.
    private(set) var epochLossSum = 0.0
    /// How many of this epoch's samples were classified rightly; 0 unless `countsRightOnes`.
    private(set) var epochRightOnes = 0
    /// The training samples of all epochs.
    private(set) var samples = 0
    /// The batch losses that the training began with, and the latest ones.
    private(set) var losses = LossTrail()
    /// What the first layer was given last.
    private(set) var input: Matrix?
    /// The batch that goes on, from 1.
    private var batch = 1

    private let samplesPerEpoch: Int
    /// Whether right answers are counted, which costs a little time.
    let countsRightOnes: Bool
    /// Called after each batch; may end the training by an error.
    private let afterBatch: (TrainingWatch) throws -> Void

    /// Makes a watch.
    ///
    /// - Parameters:
    ///   - samplesPerEpoch: The number of training samples.
    ///   - countsRightOnes: Whether right answers are counted.
    ///   - afterBatch: Called after each batch; may end the training by an error.
    init(
        samplesPerEpoch: Int, countsRightOnes: Bool = false,
        afterBatch: @escaping (TrainingWatch) throws -> Void = { _ in }
    ) {
        self.samplesPerEpoch = samplesPerEpoch
        self.countsRightOnes = countsRightOnes
        self.afterBatch = afterBatch
    }

    /// Where the training is: "Epoch 2, batch 7".
    var place: String {
        let isMeasuring = batch > epochBatches && epochSamples >= samplesPerEpoch
        return "Epoch \(epoch), \(isMeasuring ? "after its last batch" : "batch \(batch)")"
    }

    /// Notes what the first layer is given: with it a batch begins.
    func begin(with input: Matrix) {
        self.input = input
        batch = epochBatches + 1
    }

    /// Begins the next epoch.
    func beginEpoch(_ number: Int) {
        epoch = number
        epochSamples = 0
        epochBatches = 0
        batch = 1
        epochLossSum = 0
        epochRightOnes = 0
    }

    /// Notes a training batch, at the loss's `backward`.
    func note(loss: Double, prediction: Matrix, target: Matrix, threshold: Double) throws {
        samples += prediction.rows
        epochSamples += prediction.rows
        epochBatches += 1
        epochLossSum += loss * Double(prediction.rows)
        losses.append(loss)
        if countsRightOnes {
            epochRightOnes += rightOnes(prediction, target, threshold: threshold)
        }
        try afterBatch(self)
    }
}

/// The first losses of a training and the latest ones.
struct LossTrail: Equatable {
    private(set) var first: [Double] = []
    private(set) var latest: [Double] = []
    private(set) var count = 0
    static let length = 10

    mutating func append(_ loss: Double) {
        count += 1
        if first.count < Self.length { first.append(loss) }
        if latest.count == Self.length { latest.removeFirst() }
        latest.append(loss)
    }
}

/// How many rows are classified rightly.
func rightOnes(_ prediction: Matrix, _ target: Matrix, threshold: Double) -> Int {
    guard prediction.columns == 1 else {
        let (guesses, classes) = (prediction.rowArgmax(), target.rowArgmax())
        return guesses.indices.count { guesses[$0] == classes[$0] }
    }
    return zip(prediction.elements, target.elements).count { ($0 > threshold) == ($1 > 0.5) }
}
