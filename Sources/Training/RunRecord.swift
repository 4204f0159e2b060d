public import Foundation
public import NeuralNetwork

/// What a training came to, for programs: a JSON file.
///
///     { "settings": { "layers": "2,relu:25,sigmoid:1", … },
///       "epochs": [{ "epoch": 1, "trainingLoss": 0.693147…, "trainingAccuracy": 0.5 }, …],
///       "seconds": 1.25, "samplesPerSecond": 96000.0, "peakMemory": 52428800, "interrupted": false }
///
/// Numbers are in full precision. NaN and infinity are the texts "NaN", "Infinity" and "-Infinity". What was not
/// measured is left out.
public struct RunRecord: Codable, Equatable, Sendable {
    /// What one epoch came to: an `EpochMetrics`.
    public struct Epoch: Codable, Equatable, Sendable {
        /// The number of the epoch, from 1.
        public let epoch: Int
        /// The mean loss over the epoch's samples.
        public let trainingLoss: Double
        /// The share of them that were told rightly.
        public let trainingAccuracy: Double
        /// The loss on held-out samples.
        public let validationLoss: Double?
        /// The share of those that were told rightly.
        public let validationAccuracy: Double?

        init(_ metrics: EpochMetrics) {
            epoch = metrics.epoch
            trainingLoss = metrics.trainingLoss
            trainingAccuracy = metrics.trainingAccuracy
            validationLoss = metrics.validationLoss
            validationAccuracy = metrics.validationAccuracy
        }
    }

    /// How the network was trained.
    public let settings: TrainingSettings
    /// The epochs that ended, in their order.
    public let epochs: [Epoch]
    /// The time of the training loop alone, in seconds.
    public let seconds: Double
    /// The samples that were learnt from in a second of it.
    public let samplesPerSecond: Double
    /// The most memory that the process had at any time, in bytes.
    public let peakMemory: Int
    /// Whether the training was ended before its last epoch.
    public let interrupted: Bool

    /// Makes the record of a run that is over, with the process's memory as it is now.
    ///
    /// - Parameters:
    ///   - settings: How the network was trained.
    ///   - metrics: What each epoch came to.
    ///   - seconds: The time of the training loop alone, in seconds.
    ///   - samplesPerSecond: The samples that were learnt from in a second of it.
    ///   - interrupted: Whether the training was ended before its last epoch.
    public init(
        settings: TrainingSettings, metrics: [EpochMetrics], seconds: Double, samplesPerSecond: Double,
        interrupted: Bool
    ) {
        self.settings = settings
        epochs = metrics.map(Epoch.init)
        self.seconds = seconds
        self.samplesPerSecond = samplesPerSecond
        peakMemory = Training.peakMemory()
        self.interrupted = interrupted
    }

    /// Writes the record, whole or not at all, its keys sorted.
    ///
    /// - Parameter file: The file; one that is there is replaced, and folders around it that are missing are made.
    /// - Throws: `TrainingFileError` when the file cannot be written.
    public func write(to file: URL) throws(TrainingFileError) {
        try WholeFile.write(json: self, to: file)
    }
}
