/// What one epoch of training came to.
public struct EpochMetrics: Sendable, Equatable {
    /// The number of the epoch, from 1.
    public let epoch: Int
    /// The mean loss over the epoch's samples, each measured before its batch's update.
    public let trainingLoss: Double
    /// The share of the epoch's samples that were classified rightly, from 0 to 1, measured like the loss.
    public let trainingAccuracy: Double
    /// The loss on the validation set after the epoch, if there is one.
    public let validationLoss: Double?
    /// The accuracy on the validation set after the epoch, from 0 to 1, if there is one.
    public let validationAccuracy: Double?

    /// Makes the record of one epoch.
    public init(
        epoch: Int, trainingLoss: Double, trainingAccuracy: Double,
        validationLoss: Double? = nil, validationAccuracy: Double? = nil
    ) {
        self.epoch = epoch
        self.trainingLoss = trainingLoss
        self.trainingAccuracy = trainingAccuracy
        self.validationLoss = validationLoss
        self.validationAccuracy = validationAccuracy
    }
}
