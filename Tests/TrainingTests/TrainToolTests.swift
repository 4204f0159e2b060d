import Foundation
import LinearAlgebra
import Testing

@testable import Training

@Suite("The train program", .enabled(if: TrainProgram.url != nil, "the program is not built"))
struct TrainToolTests {
    @Test("help goes to standard output, and is no failure")
    func help() throws {
        let program = try TrainProgram(["moons", "--help"])
        #expect(program.rest() == TrainUsage.text + "\n")
        #expect(program.status() == 0)
    }

    @Test("a bad argument is named, and the status is 2")
    func badArgument() throws {
        let program = try TrainProgram(["moons", "--bogus"])
        #expect(program.rest().hasPrefix("error: there is no option --bogus"))
        #expect(program.status() == 2)
    }

    @Test(
        "a training prints a line an epoch, then what it came to, and writes what it is asked for",
        .enabled(if: areAnswers))
    func training() throws {
        try withTemporaryFolder { folder in
            let program = try TrainProgram([
                "moons", "--epochs", "3", "--save", folder.appending(path: "weights").path, "--record",
                folder.appending(path: "run.json").path, "--export", folder.appending(path: "export").path,
                "--plot", folder.appending(path: "plot").path,
            ])
            let lines = program.rest().split(separator: "\n")
            #expect(program.status() == 0)
            #expect(lines.count { $0.hasPrefix("epoch ") } == 3)
            let last = try #require(lines.last)
            let pattern = /trained 3 epochs in \d+\.\d+ s · \d+ samples\/s · loss \d\.\d+ · accuracy \d\.\d+/
            #expect(last.wholeMatch(of: pattern) != nil, "\(last)")
            #expect(try names(in: folder) == ["export", "plot", "run.json", "weights"])
            let record = try JSONDecoder().decode(
                RunRecord.self, from: Data(contentsOf: folder.appending(path: "run.json")))
            #expect(record.epochs.map(\.epoch) == [1, 2, 3])
            #expect(try names(in: folder.appending(path: "export")).contains("order.npy"))
            #expect(try names(in: folder.appending(path: "plot")).contains("index.html"))
        }
    }

    @Test(
        "the same seed trains the same network, and loaded weights go on from where they were",
        .enabled(if: areAnswers))
    func repeatable() throws {
        try withTemporaryFolder { folder in
            func weights(_ name: String, _ arguments: String...) throws -> WeightsFolder {
                let save = folder.appending(path: name)
                let program = try TrainProgram(["moons", "--save", save.path] + arguments)
                #expect(program.rest().contains("trained"))
                return try WeightsFolder(readingFrom: save)
            }
            let once = try weights("once", "--epochs", "2")
            #expect(try weights("again", "--epochs", "2") == once)
            #expect(try weights("other", "--epochs", "2", "--seed", "2") != once)
            let first = try weights("first", "--epochs", "1")
            #expect(first != once)
            // All samples in one batch: the second epoch is the same step, in whatever order they come.
            let second = try weights(
                "second", "--epochs", "1", "--load", folder.appending(path: "first").path)
            for (a, b) in zip(second.parameters, once.parameters) {
                #expect(a.isClose(to: b, relativeTolerance: 1e-9, absoluteTolerance: 1e-12))
            }
        }
    }

    @Test("weights at 0 stay equal: nothing tells the units of a layer apart", .enabled(if: areAnswers))
    func zeroWeights() throws {
        try withTemporaryFolder { folder in
            let save = folder.appending(path: "weights")
            let program = try TrainProgram([
                "moons", "--epochs", "5", "--initial-deviation", "0", "--save", save.path,
            ])
            #expect(program.rest().contains("trained 5 epochs"))
            let weights = try WeightsFolder(readingFrom: save).parameters
            #expect(weights.dropLast().allSatisfy { $0.elements.allSatisfy { $0 == 0 } })
        }
    }

    @Test("Ctrl-C ends the epoch, saves, and reports", .enabled(if: areAnswers))
    func interrupted() throws {
        try withTemporaryFolder { folder in
            let save = folder.appending(path: "weights")
            let program = try TrainProgram(["moons", "--epochs", "1000000", "--save", save.path])
            #expect(program.line(with: "epoch       2/1000000") != nil)
            program.interrupt()
            #expect(program.line(with: "Finishing this epoch") != nil)
            let lines = program.rest().split(separator: "\n")
            #expect(program.status() == 130)
            #expect(lines.last?.hasPrefix("trained ") == true)
            #expect(lines.last?.hasPrefix("trained 0 ") == false)
            #expect(try WeightsFolder(readingFrom: save).parameters.count == 10)
        }
    }

    @Test(
        "a second Ctrl-C ends the training within its epoch, and what it learnt is saved",
        .enabled(if: areAnswers))
    func interruptedTwice() throws {
        try withTemporaryFolder { folder in
            let save = folder.appending(path: "weights")
            let program = try TrainProgram([
                "custom", "--layers", "784,relu:1000,relu:1000,10", "--batch-size", "1", "--save", save.path,
            ])
            #expect(program.line(with: "held out") != nil)
            program.interrupt()
            #expect(program.line(with: "Finishing this epoch") != nil)
            program.interrupt()
            let lines = program.rest().split(separator: "\n")
            #expect(program.status() == 130)
            #expect(lines.last?.hasPrefix("trained 0 epochs in ") == true, "\(lines)")
            #expect(lines.last?.hasSuffix("loss – · accuracy –") == true, "\(lines)")
            #expect(try WeightsFolder(readingFrom: save).parameters.count == 6)
        }
    }

    @Test(
        "where nobody reads the output any more, the training ends with its epoch and saves",
        .enabled(if: areAnswers))
    func closedOutput() throws {
        try withTemporaryFolder { folder in
            let save = folder.appending(path: "weights")
            let program = try TrainProgram(["moons", "--epochs", "1000000", "--save", save.path])
            #expect(program.line(with: "epoch       1/1000000") != nil)
            program.stopReading()
            #expect(program.status() == 130)
            #expect(try WeightsFolder(readingFrom: save).parameters.count == 10)
        }
    }

    @Test(
        "a loss that is not finite is explained, and no weights are saved over good ones",
        .enabled(if: areAnswers))
    func notFinite() throws {
        try withTemporaryFolder { folder in
            let save = folder.appending(path: "weights")
            let program = try TrainProgram([
                "custom", "--layers", "784,10", "--loss", "mean-squared-error", "--learning-rate", "50",
                "--save", save.path,
            ])
            let text = program.rest()
            #expect(program.status() == 1)
            #expect(text.contains("1. The learning rate 50 is too large"), "\(text)")
            #expect(text.contains("No weights were saved"), "\(text)")
            #expect(text.split(separator: "\n").last?.hasPrefix("trained ") == true, "\(text)")
            #expect(!FileManager.default.fileExists(atPath: save.path))
        }
    }

    @Test(
        "weights of another network are refused, and so is a folder that must not be replaced",
        .enabled(if: areAnswers))
    func folders() throws {
        try withTemporaryFolder { folder in
            let save = folder.appending(path: "weights")
            let made = try TrainProgram(["custom", "--layers", "2,1", "--epochs", "1", "--save", save.path])
            #expect(made.rest().contains("trained 1"))
            #expect(made.status() == 0)
            let other = try TrainProgram(["moons", "--load", save.path])
            #expect(other.rest().contains("holds a network 2,1"))
            #expect(other.status() == 2)
            try Data().write(to: folder.appending(path: "thesis.txt"))
            let replacing = try TrainProgram(["moons", "--save", folder.path])
            #expect(replacing.rest().contains("not replaced"))
            #expect(replacing.status() == 2)
            let notAFolder = try TrainProgram(["moons", "--plot", folder.appending(path: "thesis.txt").path])
            #expect(notAFolder.rest().contains("this is not a folder"))
            #expect(notAFolder.status() == 2)
        }
    }
}
