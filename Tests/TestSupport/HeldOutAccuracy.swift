public import NeuralNetwork
public import Testing

/// Records an issue unless a training ended with enough accuracy on the samples that were held out.
///
/// - Parameters:
///   - history: What `fit` returned, with the held-out samples as its validation set.
///   - bar: The share of them that has to be right in the end, from 0 to 1.
///   - name: What was trained on: "Moons".
///   - sourceLocation: Where to report.
/// - Throws: When the history is empty or has no validation accuracy.
public func expectHeldOutAccuracy(
    of history: [EpochMetrics], atLeast bar: Double, _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let reached = try #require(
        history.last?.validationAccuracy, "fit returned no validation accuracy.",
        sourceLocation: sourceLocation)
    guard !(reached >= bar) else { return }
    let losses = [history.first, history.last].map { short($0?.trainingLoss ?? .nan) }
    record(
        """
        \(name): \(short(reached)) of the held-out samples are classified rightly, and \(short(bar)) should be. \
        The training loss went from \(losses[0]) to \(losses[1]).
        """, "See the lesson for where to look.", sourceLocation)
}
