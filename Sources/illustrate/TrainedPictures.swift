import Charts
import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork
import Student
import Training

extension Illustration {
    /// The pictures that show a training: with SOLUTIONS=1 they are those of the answers.
    ///
    /// Their numbers may differ in the last digits on another processor, so no test compares them.
    static let trained: [Illustration] = [
        Illustration("fit-moons", try fitMoons()), Illustration("wrong-rates", try wrongRates()),
        Illustration("wrong-dead", try wrongDead()),
    ]
}

/// The capstone's training, as `MoonsTests.learnsMoons` runs it.
private func fitMoons() throws -> any Picture {
    var generator = SeededGenerator(seed: 1)
    let (training, test) = try moons(samples: 500, noise: 0.15, using: &generator)
        .split(testFraction: 0.2, using: &generator)
    let model = Sequential(
        try Linear(inFeatures: 2, outFeatures: 25, using: &generator), ReLU(),
        try Linear(inFeatures: 25, outFeatures: 50, using: &generator), ReLU(),
        try Linear(inFeatures: 50, outFeatures: 50, using: &generator), ReLU(),
        try Linear(inFeatures: 50, outFeatures: 25, using: &generator), ReLU(),
        try Linear(inFeatures: 25, outFeatures: 1, using: &generator), Sigmoid())
    let history = try fit(
        model, to: training, validation: test, loss: BinaryCrossEntropy(),
        optimizer: SGD(parameters: model.parameters, learningRate: 0.1), epochs: 60, batchSize: 20,
        using: &generator)
    return Curves(
        title: "Loss of the moons", measure: .number,
        series: [
            .init(name: "training", values: history.map(\.trainingLoss)),
            .init(name: "validation", values: history.map(\.validationLoss)),
        ])
}

private func wrongRates() throws -> any Picture {
    FunctionPlot(
        title: "Moons: four settings", horizontal: .init("epoch", 1...300),
        vertical: .init("training loss", 0...1),
        lines: [
            // swift run train moons
            try curve("rate 0.5", ["moons"]),
            // swift run train moons --learning-rate 0.001, and so on
            try curve("rate 0.001", ["moons", "--learning-rate", "0.001"]),
            try curve("rate 2", ["moons", "--learning-rate", "2"]),
            try curve("all weights 0", ["moons", "--initial-deviation", "0"]),
        ])
}

private func wrongDead() throws -> any Picture {
    // swift run train custom --layers 784,relu:64,10 --batch-size 16 --epochs 10 --learning-rate 0.1
    let command = ["custom", "--layers", "784,relu:64,10", "--batch-size", "16", "--epochs", "10"]
    return FunctionPlot(
        title: "Digits: three learning rates", horizontal: .init("epoch", 1...10),
        vertical: .init("training loss", 0...4.5),
        lines: try ["0.1", "1", "5"].map { try curve("rate \($0)", command + ["--learning-rate", $0]) }
            + [.init("ln 10: knows nothing", pieces: [[.init(1, log(10)), .init(10, log(10))]])])
}

/// The training loss over the epochs of a run of `train` with these arguments.
private func curve(_ name: String, _ arguments: [String]) throws -> FunctionPlot.Line {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    // Where the loss stands still, `train` says so and returns 1.
    _ = TrainTool(environment: [:]).run(arguments + ["--record", file.path])
    let record = try JSONDecoder().decode(RunRecord.self, from: try Data(contentsOf: file))
    return .init(name, pieces: [record.epochs.map { .init(Double($0.epoch), $0.trainingLoss) }])
}
