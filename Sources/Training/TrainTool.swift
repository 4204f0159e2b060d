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
    /// - Returns: The exit status: 0 trained, 1 the student's code stopped it or has to be looked at, 2 bad
    ///   arguments or files, 130 interrupted.
    public func run(_ arguments: [String]) -> Int32 {
        do {
            guard let request = try TrainRequest.reading(arguments) else {
                console.write(TrainUsage.text)
                return 0
            }
            let startsAtRandom = request.load == nil && request.initialDeviation == nil
            if let message = MissingParts(of: request.plan, startsAtRandom: startsAtRandom).message {
                throw StudentError(message)
            }
            return try train(request)
        } catch let error as StudentError {
            console.complain("\(error)")
            return 1
        } catch is Interrupted {
            console.complain("Interrupted before the training began.")
            return 130
        } catch {
            console.complain("error: \(error)")
            return 2
        }
    }

    private func train(_ request: TrainRequest) throws -> Int32 {
        let signals = listen()
        defer { for signal in signals { signal.cancel() } }
        let files = RunFiles(request: request)
        try files.checkWritable()
        let weights = try files.weights()

        var generators = Generators(seed: request.seed)
        let data = try TrainingData(request, using: &generators.data)
        let display = TrainingDisplay(
            console: console, epochs: request.plan.epochs, samples: data.training.count)
        let watch = TrainingWatch(
            samplesPerEpoch: data.training.count, countsRightOnes: console.isTerminal
        ) { [stop] watch in
            if stop.count > 1 { throw Interrupted() }
            display.show(watch)
        }
        let network = try StudentError.catching("Linear cannot be made (./grade.sh linear)") {
            let start: Network.Start =
                if let weights { .given(weights) } else {
                    request.initialDeviation.map { .normal(deviation: $0) } ?? .random
                }
            return try Network(request.plan.layers, start: start, watch: watch, using: &generators.weights)
        }
        try files.export(data, network, order: generators.order)
        if stop.count > 0 { throw Interrupted() }

        console.write(RunText.heading(request, data))
        var pictures = TrainingPictures(
            title: request.plan.name, settings: RunText.settings(request, data),
            samples: data.heldOut ?? data.training, isHeldOut: data.heldOut != nil,
            decisionThreshold: request.plan.loss.loss.decisionThreshold, predict: network.predict)
        let isPlotting = request.plot != nil
        if isPlotting { pictures.note(epoch: 0) }
        let run = TrainingRun(
            network.model, on: data, as: request.plan, watch: watch, isStopping: { stop.count > 0 },
            using: &generators.order
        ) { metrics in
            display.show(metrics)
            if isPlotting { pictures.note(epoch: metrics.epoch) }
        }
        let status = report(RunText.end(of: run, request, data, network, watch))
        pictures.metrics = run.metrics
        pictures.results = RunText.results(of: run, request.plan)
        pictures.firstWeight = network.parameters.first
        // What is to be kept is written first: all else runs the student's code again.
        let failures = files.write(run, data, network, pictures)
        if console.isTerminal, !run.metrics.isEmpty {
            console.write(pictures.sketch(width: console.width, isColoured: console.isColoured))
        }
        for failure in failures { console.complain("error: \(failure)") }
        console.write(run.summary)
        return failures.isEmpty ? status : 2
    }

    private func report(_ end: (lines: [String], status: Int32)) -> Int32 {
        for line in end.lines { console.complain(line) }
        return end.status
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
}

/// One seed, and a generator for each purpose: one weight more must not shuffle the samples otherwise.
private struct Generators {
    var data: SeededGenerator
    var weights: SeededGenerator
    var order: SeededGenerator

    init(seed: UInt64) {
        var seeds = SeededGenerator(seed: seed)
        data = SeededGenerator(seed: seeds.next())
        weights = SeededGenerator(seed: seeds.next())
        order = SeededGenerator(seed: seeds.next())
    }
}
