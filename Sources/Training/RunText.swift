import Foundation
import NeuralNetwork

/// What is said before a training and after it.
enum RunText {
    /// The network, how it is trained, and on what.
    static func heading(_ request: TrainRequest, _ data: TrainingData) -> String {
        let plan = request.plan
        let settings = plan.optimizer.settings.map { ", \($0.option.dropFirst(2)) \($0.value.plainText)" }
        let samples = data.training.count
        return """
            \(plan.name) \(plan.layers) · \(plan.loss.rawValue)
            \(plan.optimizer.kind.rawValue), learning rate \(plan.optimizer.learningRate.plainText)\
            \(settings.joined()) · batches of \(min(plan.batchSize ?? samples, samples))
            \(samples) samples to learn from, \(data.heldOut?.count ?? 0) held out · seed \(request.seed)
            """
    }

    /// How a training ended, where that needs words, and the exit status.
    static func end(
        of run: TrainingRun, _ request: TrainRequest, _ data: TrainingData, _ network: Network,
        _ watch: TrainingWatch
    ) -> (lines: [String], status: Int32) {
        // Whoever asked for the weights has to know that they are not there.
        let notSaved =
            run.leavesWeights
            ? [] : request.save.map { ["No weights were saved: \($0.relativePath) is as it was."] } ?? []
        switch run.end {
        case .finished:
            let remarks = FitRemarks(
                run, epochs: request.plan.epochs, samples: data.training.count,
                hasHeldOut: data.heldOut != nil)
            return (remarks.lines, remarks.lines.isEmpty ? 0 : 1)
        case .interrupted:
            return (["Interrupted after \(run.metrics.count) of \(request.plan.epochs) epochs."], 130)
        case .notFinite(let failure):
            let evidence = LossEvidence(
                layers: network.layers, input: watch.input, prediction: failure.prediction,
                losses: watch.losses)
            let diagnosis = LossDiagnosis(
                evidence: evidence, plan: request.plan, initialDeviation: request.initialDeviation)
            let what =
                failure.loss.isFinite
                ? "a prediction is not a finite number" : "the loss is \(failure.loss.lossText)"
            return (["\(watch.place): \(what)."] + diagnosis.lines + notSaved, 1)
        case .failed(let error):
            return (["\(StudentError(error, at: watch.place))"] + notSaved, 1)
        }
    }
}
