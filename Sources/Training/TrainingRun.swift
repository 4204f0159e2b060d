import LinearAlgebra
import NeuralNetwork
import Student

/// One training by the student's `fit`, and what it came to.
struct TrainingRun {
    /// Why a training is over.
    enum End {
        case finished
        case interrupted
        /// The loss, or a prediction, was no finite number.
        case notFinite(NotFinite)
        /// The student's code threw.
        case failed(any Error)
    }

    /// The metrics of the epochs that ended, as `fit` told them.
    var metrics: [EpochMetrics] = []
    /// How often `fit` called `onEpoch`.
    var calls = 0
    /// The time in `fit`, without what was done between the epochs.
    var seconds = 0.0
    /// How many training samples went backwards.
    var samples = 0
    var end = End.finished

    /// Whether the weights are worth keeping: not when they may be broken, or changed by half a step.
    var leavesWeights: Bool {
        switch end {
        case .finished, .interrupted: true
        case .notFinite, .failed: false
        }
    }

    /// Whether the user ended it.
    var isInterrupted: Bool {
        if case .interrupted = end { true } else { false }
    }

    /// The samples that were learnt from in a second.
    var samplesPerSecond: Double { seconds > 0 ? Double(samples) / seconds : 0 }

    /// The last line of all: what the training came to.
    var summary: String {
        let last = metrics.last
        let loss = last.map { $0.validationLoss ?? $0.trainingLoss }?.resultText ?? "–"
        let accuracy = last.map { $0.validationAccuracy ?? $0.trainingAccuracy }?.resultText ?? "–"
        return "trained \(metrics.count) epochs in \(seconds.secondsText) s"
            + " · \(samplesPerSecond.wholeText) samples/s"
            + " · loss \(loss) · accuracy \(accuracy)"
    }
}

extension TrainingRun {
    /// Trains a model.
    ///
    /// - Parameters:
    ///   - model: The model, its layers watched by `watch`.
    ///   - data: The samples.
    ///   - plan: Loss, optimizer, epochs and batches.
    ///   - watch: What sees the batches.
    ///   - isStopping: Whether the training is to end with this epoch.
    ///   - generator: The source of randomness for the order of the samples.
    ///   - onEpoch: Called after each epoch with its metrics.
    init(
        _ model: any Layer, on data: TrainingData, as plan: NetworkPlan, watch: TrainingWatch,
        isStopping: () -> Bool, using generator: inout some RandomNumberGenerator,
        onEpoch: (EpochMetrics) -> Void
    ) {
        // Stands still while the machine sleeps.
        let clock = SuspendingClock()
        var metrics: [EpochMetrics] = []
        var pauses = Duration.zero
        var calls = 0
        let loss = WatchedLoss(plan.loss.loss, watch: watch)
        let optimizer = WatchedOptimizer(plan.optimizer.optimizer(of: model.parameters))
        let start = clock.now
        do {
            let all = try fit(
                model, to: data.training, validation: data.heldOut, loss: loss, optimizer: optimizer,
                epochs: plan.epochs, batchSize: plan.batchSize ?? data.training.count, using: &generator
            ) { epoch in
                let pause = clock.now
                calls += 1
                metrics.append(epoch)
                onEpoch(epoch)
                watch.beginEpoch(calls + 1)
                pauses += clock.now - pause
                if isStopping(), calls < plan.epochs { throw Interrupted() }
            }
            if metrics.isEmpty { metrics = all }
        } catch is Interrupted {
            end = .interrupted
        } catch let error as NotFinite {
            end = .notFinite(error)
        } catch {
            end = .failed(error)
        }
        seconds = (clock.now - start - pauses) / .seconds(1)
        samples = watch.samples
        self.calls = calls
        self.metrics = metrics
    }
}

/// Ends a training because the user asked for it.
struct Interrupted: Error {}
