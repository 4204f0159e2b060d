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
    // 1. Refuse epochs, a batch size or a training set below 1.
    // 2. For each epoch, shuffle the samples and cut them into batches (with your `minibatches` if it is
    //    done).
    // 3. For each batch (`training.selecting`), measure, go backwards, and let the optimizer step.
    // 4. Measure on the validation set, if there is one.
    // 5. Make the epoch's `EpochMetrics`, keep them, and call `onEpoch`.
    // fill your code here
    throw FillYourCodeHere()
}
