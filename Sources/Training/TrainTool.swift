import Foundation
import LinearAlgebra
import NeuralNetwork

/// The `train` program: reads what is asked for, trains, prints, and says how the process is to end.
public struct TrainTool {
    private let console: Console
    private let stop: StopRequests

    /// Makes the tool.
    ///
    /// - Parameter environment: The process's environment: `NO_COLOR` is respected.
    public init(environment: [String: String]) {
        let stop = StopRequests()
        self.stop = stop
        console = Console(environment: environment) { stop.ask() }
    }

    /// Does what the arguments ask for.
    ///
    /// - Parameter arguments: The words after the program's name.
    /// - Returns: The exit status: 0 trained, 1 the student's code stopped it or the loss is not a number, 2 bad
    ///   arguments or files, 130 interrupted.
    public func run(_ arguments: [String]) -> Int32 {
        do {
            guard let request = try TrainRequest.reading(arguments) else {
                console.write(TrainUsage.text)
                return 0
            }
            return try train(request)
        } catch let error as StudentError {
            console.complain("\(error)")
            return 1
        } catch {
            console.complain("error: \(error)")
            return 2
        }
    }

    private func train(_ request: TrainRequest) throws -> Int32 {
        let plan = request.plan
        let startsAtRandom = request.load == nil && request.initialDeviation == nil
        if let message = MissingParts(of: plan, startsAtRandom: startsAtRandom).message {
            console.complain(message)
            return 1
        }
        let signals = listen()
        defer { for signal in signals { signal.cancel() } }

        // One seed, and a generator for each purpose: one more weight must not shuffle the samples otherwise.
        var seeds = SeededGenerator(seed: request.seed)
        var dataGenerator = SeededGenerator(seed: seeds.next())
        var weightGenerator = SeededGenerator(seed: seeds.next())
        var orderGenerator = SeededGenerator(seed: seeds.next())

        let data = try TrainingData(request, using: &dataGenerator)
        let display = TrainingDisplay(
            console: console, epochs: plan.epochs, samples: data.training.count)
        let watch = TrainingWatch(countsRightOnes: console.isTerminal) { [stop] watch in
            if stop.count > 1 { throw Interrupted() }
            display.show(watch)
        }
        let network = try StudentError.catching("Linear could not be made") {
            try Network(
                plan.layers, start: request.initialDeviation.map { .normal(deviation: $0) } ?? .random,
                watch: watch, using: &weightGenerator)
        }
        guard stop.count == 0 else {
            console.complain("Interrupted before the training began.")
            return 130
        }
        console.write(heading(request, data))
        let run = TrainingRun(
            network.model, on: data, as: plan, watch: watch, isStopping: { stop.count > 0 },
            using: &orderGenerator
        ) { metrics in
            display.show(metrics)
        }
        let status = report(run, request, data, network, watch)
        console.write(run.summary)
        return status
    }

    private func listen() -> [any DispatchSourceSignal] {
        stop.listen { [console] count in
            switch count {
            case 1: console.complain("Finishing this epoch; Ctrl-C again to stop now.")
            case 2: console.complain("Stopping; Ctrl-C again if nothing happens.")
            default: exit(130)
            }
        }
    }

    private func heading(_ request: TrainRequest, _ data: TrainingData) -> String {
        let plan = request.plan
        let settings = plan.optimizer.settings.map { ", \($0.option.dropFirst(2)) \($0.value.plainText)" }
        let batch = plan.batchSize.map { min($0, data.training.count) } ?? data.training.count
        return "\(plan.name) \(plan.layers) · \(plan.loss.rawValue)\n"
            + "\(plan.optimizer.kind.rawValue), learning rate \(plan.optimizer.learningRate.plainText)"
            + "\(settings.joined()) · batches of \(batch)\n"
            + "\(data.training.count) samples to learn from, \(data.heldOut?.count ?? 0) held out"
            + " · seed \(request.seed)"
    }

    /// Tells how a training ended.
    ///
    /// - Returns: The exit status.
    private func report(
        _ run: TrainingRun, _ request: TrainRequest, _ data: TrainingData, _ network: Network,
        _ watch: TrainingWatch
    ) -> Int32 {
        switch run.end {
        case .finished:
            let remarks = FitRemarks(
                run, epochs: request.plan.epochs, samples: data.training.count, hasHeldOut: data.heldOut != nil)
            for line in remarks.lines { console.complain(line) }
            return 0
        case .interrupted:
            console.complain("Interrupted in epoch \(watch.epoch).")
            return 130
        case .notFinite(let failure):
            let evidence = LossEvidence(
                layers: network.layers, input: watch.input, prediction: failure.prediction,
                losses: watch.losses)
            let diagnosis = LossDiagnosis(
                evidence: evidence, plan: request.plan, initialDeviation: request.initialDeviation)
            let what = failure.loss.isFinite ? "a prediction is not a finite number" : "the loss is \(failure.loss.lossText)"
            console.complain("Epoch \(watch.epoch), batch \(watch.epochBatches + 1): \(what).")
            for line in diagnosis.lines { console.complain(line) }
            return 1
        case .failed(let error):
            console.complain("\(StudentError(error, epoch: watch.epoch, batch: watch.epochBatches + 1))")
            return 1
        }
    }
}
