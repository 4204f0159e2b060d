import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

@Suite("Samples to learn from, and held out")
struct TrainingDataTests {
    private func data(_ arguments: String..., seed: UInt64 = 1) throws -> TrainingData {
        var generator = SeededGenerator(seed: seed)
        return try TrainingData(#require(try TrainRequest.reading(arguments)), using: &generator)
    }

    @Test("moons: 400 to learn from and 100 held out, and as many more as the share asks for")
    func moons() throws {
        let usual = try data("moons")
        #expect(usual.training.inputs.shape == Shape(rows: 400, columns: 2))
        #expect(usual.heldOut?.targets.shape == Shape(rows: 100, columns: 1))
        let other = try data("moons", "--samples", "90", "--validation", "0.1", "--noise", "0")
        #expect(other.training.count == 90)
        #expect(other.heldOut?.count == 10)
        #expect(try data("moons", "--validation", "0").heldOut == nil)
    }

    @Test("digits: 4,000 of the sample to learn from, and 1,000 held out")
    func digits() throws {
        let usual = try data("mnist-mlp")
        #expect(usual.training.inputs.shape == Shape(rows: 4000, columns: 784))
        #expect(usual.heldOut?.targets.shape == Shape(rows: 1000, columns: 10))
        let few = try data("mnist-mlp", "--samples", "10")
        #expect(few.training.inputs == usual.training.inputs.selectingRows(0..<10))
        #expect(few.heldOut?.inputs == usual.heldOut?.inputs)
    }

    @Test("the same seed gives the same samples, another one others")
    func seeds() throws {
        let first = try data("moons")
        #expect(try data("moons").training.inputs == first.training.inputs)
        #expect(try data("moons", seed: 2).training.inputs != first.training.inputs)
    }

    @Test(
        "numbers that ask for too much are refused",
        arguments: [
            (["mnist-mlp", "--samples", "4001"], "there are 4000"),
            (["mnist-mlp", "--validation", "0.9999"], "leaves one set empty"),
            (["mnist-mlp", "--validation", "0.00001"], "leaves one set empty"),
            (["moons", "--validation", "0.9999999"], "more moons"),
            (["moons", "--validation", "0.99999999999999989"], "more moons"),
        ])
    func refused(arguments: [String], problem: String) throws {
        let request = try #require(try TrainRequest.reading(arguments))
        let error = #expect(throws: UsageError.self) {
            var generator = SeededGenerator(seed: 1)
            _ = try TrainingData(request, using: &generator)
        }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }

    @Test("--data learns from the training files, and holds out the test files")
    func fullSet() throws {
        try withTemporaryFolder { folder in
            for (name, count) in [("train", 6), ("t10k", 3)] {
                let images: [UInt8] =
                    [0, 0, 8, 3, 0, 0, 0, UInt8(count), 0, 0, 0, 28, 0, 0, 0, 28]
                    + (0..<count * 784).map { UInt8($0 / 784) }
                let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, UInt8(count)] + (0..<count).map(UInt8.init)
                try Data(images).write(to: folder.appending(path: "\(name)-images-idx3-ubyte"))
                try Data(labels).write(to: folder.appending(path: "\(name)-labels-idx1-ubyte"))
            }
            let all = try data("mnist-mlp", "--data", folder.path)
            #expect(all.training.targets.rowArgmax() == [0, 1, 2, 3, 4, 5])
            #expect(all.heldOut?.count == 3)
            let some = try data("mnist-mlp", "--data", folder.path, "--samples", "4", "--validation", "0")
            #expect(Set(some.training.targets.rowArgmax()).count == 4)
            #expect(some.heldOut == nil)
        }
    }

    @Test("--data without the files says which is missing")
    func missingFiles() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: DataFileError.self) {
                try data("mnist-mlp", "--data", folder.path)
            }
            #expect(error?.description.contains("idx3-ubyte") == true)
        }
    }
}
