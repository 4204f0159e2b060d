import Foundation
import NeuralNetwork

/// The lines about epochs.
struct ProgressText {
    /// How many epochs there are to be.
    let epochs: Int

    /// The line of an epoch that is over.
    ///
    ///     epoch  3/12 · loss 0.3124 (held out 0.3500) · accuracy 0.912 (held out 0.910)
    func line(of metrics: EpochMetrics) -> String {
        let heldOut = (loss: metrics.validationLoss, accuracy: metrics.validationAccuracy)
        return "epoch \(number(metrics.epoch)) · loss \(metrics.trainingLoss.lossText)"
            + (heldOut.loss.map { " (held out \($0.lossText))" } ?? "")
            + " · accuracy \(Self.accuracy(metrics.trainingAccuracy))"
            + (heldOut.accuracy.map { " (held out \(Self.accuracy($0)))" } ?? "")
    }

    /// The line of an epoch that goes on.
    ///
    ///     epoch  3/12 ━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌ loss 0.3124 · accuracy 0.912 · 12345/s · 0:23 left
    ///
    /// - Parameters:
    ///   - state: How far the training is.
    ///   - width: The number of characters that it may have; the bar takes what is left, or goes.
    /// - Returns: The line.
    func progress(_ state: State, width: Int) -> String {
        let start = "epoch \(number(state.epoch)) "
        var facts: [String] = []
        if let loss = state.loss { facts.append("loss \(loss.lossText)") }
        if let accuracy = state.accuracy { facts.append("accuracy \(Self.accuracy(accuracy))") }
        if let rate = state.samplesPerSecond { facts.append("\(rate.wholeText)/s") }
        if let seconds = state.secondsLeft { facts.append("\(Self.time(seconds)) left") }
        let end = facts.joined(separator: " · ")
        let room = min(24, width - start.count - end.count - 1)
        let text = start + (room >= 4 ? bar(state.share, width: room) + " " : "") + end
        return String(text.prefix(width))
    }

    /// How far a training is.
    struct State {
        var epoch: Int
        /// How much of all epochs is done, from 0 to 1.
        var share: Double
        var loss: Double?
        var accuracy: Double?
        var samplesPerSecond: Double?
        var secondsLeft: Double?
    }

    /// Whether an epoch's line stays on a terminal: with many epochs about 20 do, the last one always.
    func isShown(_ epoch: Int) -> Bool {
        epoch % max(1, (epochs + 19) / 20) == 0 || epoch == epochs
    }

    private func number(_ epoch: Int) -> String {
        let all = "\(epochs)"
        return String(repeating: " ", count: max(0, all.count - "\(epoch)".count)) + "\(epoch)/\(all)"
    }

    private func bar(_ share: Double, width: Int) -> String {
        let done = Int((max(0, min(1, share)) * Double(width)).rounded(.down))
        return String(repeating: "━", count: done) + String(repeating: "╌", count: width - done)
    }

    private static func accuracy(_ share: Double) -> String {
        share.isFinite ? String(format: "%.3f", share) : share.lossText
    }

    /// Hours, minutes and seconds: "0:23", "1:02:03".
    private static func time(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 1e6 else { return "–" }
        let whole = Int(max(0, seconds).rounded(.up))
        let (hours, minutes) = (whole / 3600, whole / 60 % 60)
        return hours > 0
            ? String(format: "%d:%02d:%02d", hours, minutes, whole % 60)
            : String(format: "%d:%02d", minutes, whole % 60)
    }
}
