import NeuralNetwork

/// What a student's `fit` does otherwise than it was asked to, although it throws nothing.
struct FitRemarks {
    /// A sentence for each oddity.
    let lines: [String]

    /// Compares what `fit` told with what it was asked for.
    ///
    /// - Parameters:
    ///   - run: A training that ran to its end.
    ///   - epochs: How many epochs were asked for.
    ///   - samples: The number of training samples.
    ///   - hasHeldOut: Whether `fit` was given samples to measure on.
    init(_ run: TrainingRun, epochs: Int, samples: Int, hasHeldOut: Bool) {
        var lines: [String] = []
        if run.calls != epochs {
            lines.append("fit called onEpoch \(run.calls) times, and \(epochs) epochs were asked for.")
        }
        if run.samples != epochs * samples {
            lines.append(
                "fit took \(run.samples) samples backwards, and \(epochs) epochs of \(samples) are \(epochs * samples)."
            )
        }
        if let last = run.metrics.last {
            if hasHeldOut, last.validationLoss == nil || last.validationAccuracy == nil {
                lines.append("fit was given samples that are held out, and did not measure on them.")
            }
            // Every batch's loss was finite, or the training would have stopped.
            if ![last.trainingLoss, last.validationLoss ?? 0].allSatisfy(\.isFinite) {
                lines.append(
                    "fit reports a loss that is not a finite number, and that of every batch was one.")
            }
            if ![last.trainingAccuracy, last.validationAccuracy ?? 0].allSatisfy((0...1).contains) {
                lines.append("fit reports an accuracy that is not from 0 to 1.")
            }
        }
        if !lines.isEmpty { lines.append("Lessons/17-fit.md, ./grade.sh fit") }
        self.lines = lines
    }
}
