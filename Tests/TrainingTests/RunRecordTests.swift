import Foundation
import NeuralNetwork
import Testing
import Training

@Suite("RunRecord") struct RunRecordTests {
    static let record = RunRecord(
        settings: PeerExportTests.settings,
        metrics: [
            EpochMetrics(epoch: 1, trainingLoss: 0.1 + 0.2, trainingAccuracy: 1 / 3),
            EpochMetrics(
                epoch: 2, trainingLoss: .nan, trainingAccuracy: 0, validationLoss: .infinity,
                validationAccuracy: .leastNonzeroMagnitude),
        ], seconds: 1.25, samplesPerSecond: 1e6 / 3, interrupted: true)

    @Test("every number is read back bit by bit, NaN and infinity too")
    func roundTrip() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "record.json")
            try Self.record.write(to: file)
            try Self.record.write(to: file)
            #expect(try names(in: folder) == ["record.json"])
            let decoder = JSONDecoder()
            decoder.nonConformingFloatDecodingStrategy = .convertFromString(
                positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
            let read = try decoder.decode(RunRecord.self, from: Data(contentsOf: file))
            #expect(read.settings == Self.record.settings)
            #expect(read.epochs[0] == Self.record.epochs[0])
            #expect(read.epochs[0].trainingLoss == 0.1 + 0.2)
            #expect(read.epochs[1].trainingLoss.isNaN)
            #expect(read.epochs[1].validationLoss == .infinity)
            #expect(read.epochs[1].validationAccuracy == .leastNonzeroMagnitude)
            #expect(read.seconds == 1.25 && read.samplesPerSecond == 1e6 / 3 && read.interrupted)
            #expect(read.peakMemory == Self.record.peakMemory)
        }
    }

    @Test("the keys are sorted, and what was not measured is left out")
    func text() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "record.json")
            try Self.record.write(to: file)
            let text = try String(contentsOf: file, encoding: .utf8)
            let keys = text.matches(of: /\n  "(\w+)" :/).map { String($0.1) }
            #expect(
                keys == ["epochs", "interrupted", "peakMemory", "samplesPerSecond", "seconds", "settings"])
            #expect(text.contains("\"trainingLoss\" : 0.30000000000000004"))
            #expect(text.contains("\"trainingLoss\" : \"NaN\""))
            #expect(text.matches(of: /validationLoss/).count == 1)
            #expect(text.hasSuffix("}\n"))
        }
    }

    @Test("the peak of memory is this process's, in bytes")
    func memory() {
        // A test program with its libraries has some MiB, and a machine for it less than a TiB.
        #expect((4 << 20..<1 << 40).contains(Self.record.peakMemory))
    }

    @Test("a folder in the place of the file is told")
    func folder() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: TrainingFileError.self) { try Self.record.write(to: folder) }
            #expect(error?.problem == .notAFile)
        }
    }
}
