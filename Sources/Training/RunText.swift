import Charts
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

    /// The settings as the page of pictures shows them.
    static func settings(_ request: TrainRequest, _ data: TrainingData) -> [Page.Row] {
        let plan = request.plan
        let samples = data.training.count
        let own = plan.optimizer.settings.map { setting in
            Page.Row(
                name: String(setting.option.dropFirst(2)), value: setting.value.plainText)
        }
        return [
            Page.Row(name: "layers", value: plan.layers.description),
            Page.Row(name: "loss", value: plan.loss.rawValue),
            Page.Row(name: "optimizer", value: plan.optimizer.kind.rawValue),
            Page.Row(name: "learning rate", value: plan.optimizer.learningRate.plainText),
        ] + own + [
            Page.Row(name: "samples in a batch", value: "\(min(plan.batchSize ?? samples, samples))"),
            Page.Row(name: "samples to learn from", value: "\(samples)"),
            Page.Row(name: "samples held out", value: "\(data.heldOut?.count ?? 0)"),
            Page.Row(name: "seed", value: "\(request.seed)"),
        ]
    }

    /// What a training came to, as the page of pictures shows it.
    static func results(of run: TrainingRun, _ plan: NetworkPlan) -> [Page.Row] {
        let seconds = run.seconds.secondsText
        let rows = [
            Page.Row(name: "epochs", value: "\(run.metrics.count) of \(plan.epochs)"),
            Page.Row(name: "time of training", value: "\(seconds) s"),
            Page.Row(name: "samples per second", value: run.samplesPerSecond.wholeText),
        ]
        guard let last = run.metrics.last else { return rows }
        let heldOut = [
            last.validationLoss.map { Page.Row(name: "loss, held out", value: $0.lossText) },
            last.validationAccuracy.map { Page.Row(name: "accuracy, held out", value: $0.lossText) },
        ]
        return rows + [
            Page.Row(name: "loss, training", value: last.trainingLoss.lossText),
            Page.Row(name: "accuracy, training", value: last.trainingAccuracy.lossText),
        ] + heldOut.compactMap(\.self)
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
