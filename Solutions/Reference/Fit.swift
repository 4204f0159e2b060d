import LinearAlgebra
import NeuralNetwork

/// Trains a model: goes through the training set once an epoch, in shuffled mini-batches.
///
/// For each batch: `model.forward`, `loss.forward`, `loss.backward`, `model.backward`, `optimizer.step`. The
/// training loss and accuracy of an epoch are means over its samples, each measured before its batch's update;
/// a short last batch weighs by its size. The validation set is only measured, after the epoch's last update.
///
/// - Parameters:
///   - model: The model, whose parameters the optimizer changes.
///   - training: The samples to learn from, one or more.
///   - validation: Samples to measure on after each epoch, if any.
///   - loss: The loss; its `decisionThreshold` is the accuracy's threshold.
///   - optimizer: What changes the parameters.
///   - epochs: How often to go through the training set, 1 or more.
///   - batchSize: The number of samples in a batch, 1 or more; the last batch takes what is left.
///   - generator: The source of randomness: samples are shuffled anew each epoch.
///   - onEpoch: Called after each epoch with its metrics; an error thrown there ends the training.
/// - Returns: The metrics of every epoch, first to last.
/// - Throws: `NetworkError.invalidArgument` when epochs, batch size or the training set's count is below 1,
///   and whatever the model, the loss, the optimizer or `onEpoch` throws.
///
/// Lesson: Lessons/17-fit.md.
public func fit(
    _ model: any Layer, to training: Dataset, validation: Dataset? = nil,
    loss: any Loss, optimizer: any Optimizer,
    epochs: Int, batchSize: Int, using generator: inout some RandomNumberGenerator,
    onEpoch: (EpochMetrics) throws -> Void = { _ in }
) throws -> [EpochMetrics] {
    guard epochs >= 1, batchSize >= 1, training.count >= 1 else {
        throw NetworkError.invalidArgument(
            "fit: \(epochs) epochs, batches of \(batchSize), \(training.count) samples; 1 is the least")
    }
    var history: [EpochMetrics] = []
    for epoch in 1...epochs {
        let trained = try trainOneEpoch(model, training, loss, optimizer, batchSize, using: &generator)
        let validated = try validation.map { try measure(model, $0, loss) }
        let metrics = EpochMetrics(
            epoch: epoch, trainingLoss: trained.loss, trainingAccuracy: trained.accuracy,
            validationLoss: validated?.loss, validationAccuracy: validated?.accuracy)
        history.append(metrics)
        try onEpoch(metrics)
    }
    return history
}

/// Learns from every sample once; returns the means over all samples.
private func trainOneEpoch(
    _ model: any Layer, _ training: Dataset, _ loss: any Loss, _ optimizer: any Optimizer,
    _ batchSize: Int, using generator: inout some RandomNumberGenerator
) throws -> (loss: Double, accuracy: Double) {
    let order = training.indices.shuffled(using: &generator)
    var lossSum = 0.0
    var accuracySum = 0.0
    for start in stride(from: 0, to: order.count, by: batchSize) {
        let batch = training.selecting(order[start..<min(start + batchSize, order.count)])
        let measured = try measure(model, batch, loss)
        lossSum += measured.loss * Double(batch.count)
        accuracySum += measured.accuracy * Double(batch.count)

        optimizer.zeroGradients()
        _ = try model.backward(loss.backward())
        try optimizer.step()
    }
    return (lossSum / Double(order.count), accuracySum / Double(order.count))
}

/// Runs the model forwards over all samples of a dataset at once; returns the means over them.
private func measure(
    _ model: any Layer, _ samples: Dataset, _ loss: any Loss
) throws -> (loss: Double, accuracy: Double) {
    let prediction = try model.forward(samples.inputs)
    let lossValue = try loss.forward(prediction: prediction, target: samples.targets)
    return (lossValue, try shareOfRightRows(prediction, samples.targets, threshold: loss.decisionThreshold))
}

/// What `accuracy` computes, written out again: no exercise may need another one's answer.
private func shareOfRightRows(_ prediction: Matrix, _ target: Matrix, threshold: Double) throws -> Double {
    if prediction.columns == 1 {
        return try ((prediction .> threshold) .== (target .> 0.5)).mean()
    }
    let pairs = zip(prediction.rowArgmax(), target.rowArgmax())
    return Double(pairs.count { $0 == $1 }) / Double(target.rows)
}
