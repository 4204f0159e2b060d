import Foundation
import Testing

@testable import Training

@Suite("Arguments of train")
struct TrainRequestTests {
    @Test(
        "the named networks are those of the course",
        arguments: [
            ("moons", "2,relu:25,relu:50,relu:50,relu:25,sigmoid:1", "binary-cross-entropy", "sgd", nil),
            ("mnist-mlp", "784,relu:512,relu:64,10", "softmax-cross-entropy", "sgd", 1),
            ("mnist-momentum", "784,sigmoid:64,10", "softmax-cross-entropy", "momentum", 128),
            ("mnist-sigmoid", "784,sigmoid:32,sigmoid:24,sigmoid:10", "mean-squared-error", "sgd", 1),
        ] as [(String, String, String, String, Int?)])
    func named(name: String, layers: String, loss: String, optimizer: String, batchSize: Int?) throws {
        let plan = try #require(try TrainRequest.reading([name])).plan
        #expect(plan.layers.description == layers)
        #expect(plan.loss.rawValue == loss)
        #expect(plan.optimizer.kind.rawValue == optimizer)
        #expect(plan.batchSize == batchSize)
    }

    @Test("every option reaches what it is about")
    func options() throws {
        let request = try #require(
            try TrainRequest.reading([
                "custom", "--layers", "784,relu:8,10", "--loss=mean-squared-error", "--optimizer", "adam",
                "--epochs", "3", "--batch-size", "all", "--learning-rate", "0.25", "--beta1", "0.5",
                "--beta2=0.6", "--epsilon", "0", "--seed", "18446744073709551615", "--samples", "7",
                "--validation", "0", "--data", "m", "--save", "s", "--load", "l", "--plot", "p", "--record",
                "r", "--export", "e",
            ]))
        let plan = request.plan
        #expect(plan.loss == .meanSquaredError)
        #expect(plan.epochs == 3)
        #expect(plan.batchSize == nil)
        #expect(plan.optimizer.learningRate == 0.25)
        #expect(plan.optimizer.settings.map(\.value) == [0.5, 0.6, 0])
        #expect(request.seed == .max)
        #expect(request.samples == 7)
        #expect(request.validation == 0)
        let folders = [
            request.data, request.save, request.load, request.plot, request.record, request.export,
        ]
        #expect(folders.map { $0?.lastPathComponent } == ["m", "s", "l", "p", "r", "e"])
    }

    @Test("momentum, decay, noise and the deviation at the start are read")
    func numbers() throws {
        let momentum = try TrainRequest.reading(["mnist-momentum", "--momentum", "0.5", "--batch-size", "9"])
        #expect(momentum?.plan.optimizer.momentum == 0.5)
        #expect(momentum?.plan.batchSize == 9)
        let rmsprop = try TrainRequest.reading(
            ["custom", "--layers", "2,1", "--optimizer", "rmsprop", "--decay", "0.25", "--noise", "0"])
        #expect(rmsprop?.plan.optimizer.decay == 0.25)
        #expect(rmsprop?.noise == 0)
        #expect(try TrainRequest.reading(["moons", "--initial-deviation=0"])?.initialDeviation == 0)
    }

    @Test("the last of two is taken, and help wins over all")
    func repeated() throws {
        #expect(try TrainRequest.reading(["moons", "--epochs", "3", "--epochs", "4"])?.plan.epochs == 4)
        #expect(try TrainRequest.reading(["--bogus", "-h"]) == nil)
        #expect(try TrainRequest.reading(["moons", "--help"]) == nil)
    }

    @Test(
        "what does not fit is named",
        arguments: [
            ([], "which network? There are moons, mnist-mlp, mnist-momentum, mnist-sigmoid, custom"),
            (["moon"], "there is no network moon"),
            (["moons", "mnist-mlp"], "one network at a time"),
            (["moons", "--lr", "1"], "there is no option --lr"),
            (["moons", "--epochs"], "--epochs wants a value"),
            (["moons", "--epochs="], "--epochs wants a value"),
            (["moons", "--save", "--seed", "3"], "--save wants a value"),
            (["moons", "--epochs", "0"], "--epochs wants a whole number from 1"),
            (["moons", "--epochs", "1e3"], "not 1e3"),
            (["moons", "--batch-size", "some"], "--batch-size wants a whole number"),
            (["moons", "--samples", "0"], "--samples wants"),
            (["moons", "--seed", "-1"], "--seed wants"),
            (["moons", "--learning-rate", "0"], "--learning-rate wants a number above 0"),
            (["moons", "--learning-rate", "nan"], "not nan"),
            (["moons", "--learning-rate", "inf"], "not inf"),
            (["mnist-momentum", "--momentum", "1"], "--momentum wants a number from 0 to less than 1"),
            (["moons", "--momentum", "0.5"], "--momentum does not fit: the optimizer of moons is sgd"),
            (["mnist-momentum", "--beta1", "0.5"], "--beta1 does not fit"),
            (["moons", "--epsilon", "0.5"], "--epsilon does not fit"),
            (["moons", "--validation", "1"], "--validation wants"),
            (["mnist-mlp", "--noise", "0"], "--noise is for moons"),
            (["moons", "--noise", "1001"], "--noise wants a number from 0 to 1000"),
            (["moons", "--data", "d"], "--data is for digits"),
            (["mnist-mlp", "--data", "d", "--validation", "0.1"], "--validation does not go with --data"),
            (["moons", "--load", "d", "--initial-deviation", "1"], "--initial-deviation does not go"),
            (["moons", "--layers", "2,1"], "custom --layers 2,relu:25,relu:50,relu:50,relu:25,sigmoid:1"),
            (["moons", "--loss", "cross-entropy"], "--loss is for custom"),
            (["moons", "--optimizer", "adam"], "--optimizer is for custom"),
            (["custom"], "custom wants --layers"),
            (["custom", "--layers", "784,10", "--loss", "l"], "--loss wants one of mean-squared-error"),
            (["custom", "--layers", "784,10", "--optimizer", "o"], "--optimizer wants one of sgd"),
            (["custom", "--layers", "3,1"], "begins with 3 inputs"),
            (["custom", "--layers", "784,1"], "digits have 10 outputs"),
            (["custom", "--layers", "2,10"], "moons have 1 output"),
            (["custom", "--layers", "2,softmax:1"], "softmax of one number"),
            (["custom", "--layers", "2,1", "--loss", "binary-cross-entropy"], "takes probabilities"),
            (["custom", "--layers", "784,10", "--loss", "cross-entropy"], "takes rows of probabilities"),
            (["custom", "--layers", "2,1", "--loss", "softmax-cross-entropy"], "there is one output"),
            (["custom", "--layers", "2,sigmoid:1", "--loss", "cross-entropy"], "Take --loss binary-cross"),
        ] as [([String], String)])
    func refused(arguments: [String], problem: String) {
        let error = #expect(throws: UsageError.self) { try TrainRequest.reading(arguments) }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }

    @Test(
        "custom takes the loss that suits its last layer",
        arguments: [
            ("2,sigmoid:1", LossKind.binaryCrossEntropy), ("2,1", .sigmoidCrossEntropy),
            ("784,softmax:10", .crossEntropy), ("784,10", .softmaxCrossEntropy),
            ("784,sigmoid:10", .meanSquaredError), ("2,tanh:1", .meanSquaredError),
        ])
    func lossForLayers(layers: String, loss: LossKind) throws {
        #expect(try TrainRequest.reading(["custom", "--layers", layers])?.plan.loss == loss)
    }

    @Test("help has every option, and fits a terminal")
    func usage() {
        let lines = TrainUsage.text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 100 })
        for option in TrainUsage.options {
            #expect(lines.contains { $0.hasPrefix("  \(option) ") }, "\(option) is missing")
        }
        for plan in NetworkPlan.named {
            #expect(lines.contains { $0.hasPrefix("  \(plan.name) ") }, "\(plan.name) is missing")
        }
    }
}
