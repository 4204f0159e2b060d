import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

@Suite("PeerExport") struct PeerExportTests {
    static let settings: TrainingSettings = {
        var settings = TrainingSettings(
            network: "custom", layers: "2,1", loss: "mean-squared-error", optimizer: "momentum",
            learningRate: 0.1, batchSize: 2, epochs: 2, samples: 3, seed: .max)
        settings.momentum = 0.9
        return settings
    }()

    static func export(validation: Bool) throws -> PeerExport {
        let samples = try Dataset(inputs: [[1, 2], [3, 4], [5, 6]], targets: [[0], [1], [0]])
        return PeerExport(
            settings: settings, training: samples, validation: validation ? samples.selecting([1]) : nil,
            parameters: [[[7], [8]], [[9]]], orders: [[2, 0, 1], [0, 1, 2]])
    }

    static let files = [
        "1-linear-bias.npy", "1-linear-weight.npy", "inputs.npy", "order.npy", "settings.json", "targets.npy",
    ]

    @Test("each file holds what its name says")
    func files() throws {
        try withTemporaryFolder { folder in
            try Self.export(validation: true).write(to: folder.appending(path: "a/b"))
            let exported = folder.appending(path: "a/b")
            func matrix(_ name: String) throws -> Matrix {
                try NumPyFile.read(exported.appending(path: name + ".npy"))
            }
            #expect(try matrix("inputs") == [[1, 2], [3, 4], [5, 6]])
            #expect(try matrix("targets") == [[0], [1], [0]])
            #expect(try matrix("validation-inputs") == [[3, 4]])
            #expect(try matrix("validation-targets") == [[1]])
            #expect(try matrix("1-linear-weight") == [[7], [8]])
            #expect(try matrix("1-linear-bias") == [[9]])
            #expect(try matrix("order") == [[2, 0, 1], [0, 1, 2]])
            let validation = ["validation-inputs.npy", "validation-targets.npy"]
            #expect(try names(in: exported) == (Self.files + validation).sorted())

            let json = try Data(contentsOf: exported.appending(path: "settings.json"))
            #expect(try JSONDecoder().decode(TrainingSettings.self, from: json) == Self.settings)
            let keys = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any]).keys
            let expected = [
                "batchSize", "epochs", "layers", "learningRate", "loss", "momentum", "network", "optimizer",
                "samples", "seed",
            ]
            #expect(keys.sorted() == expected)
        }
    }

    @Test("a held-out set of an earlier export goes, other files stay")
    func again() throws {
        try withTemporaryFolder { folder in
            try Data("mine".utf8).write(to: folder.appending(path: "notes.txt"))
            try Self.export(validation: true).write(to: folder)
            try Self.export(validation: false).write(to: folder)
            #expect(try names(in: folder) == (Self.files + ["notes.txt"]).sorted())
        }
    }

    @Test("an order that is too short is refused before anything is written")
    func shortOrder() throws {
        try withTemporaryFolder { folder in
            var export = try Self.export(validation: false)
            export.orders[1].removeLast()
            #expect(throws: ShapeError.self) { try export.write(to: folder) }
            #expect(try names(in: folder) == [])
        }
    }

    @Test("a file in the place of the folder is told")
    func notAFolder() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "file")
            try Data("mine".utf8).write(to: file)
            let error = #expect(throws: TrainingFileError.self) {
                try Self.export(validation: false).write(to: file)
            }
            #expect(error?.problem == .notAFolder)
            #expect(error?.file == file.path)
        }
    }
}
