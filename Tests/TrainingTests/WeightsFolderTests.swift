import Foundation
import LinearAlgebra
import Testing
import Training

@Suite("WeightsFolder") struct WeightsFolderTests {
    static let weights = WeightsFolder(
        layers: "2,relu:3,1", loss: "binary-cross-entropy",
        parameters: [[[1, 2, 3], [4, 5, 6]], [[7, 8, 9]], [[0.1], [0.2], [0.3]], [[-1]]])
    static let fileNames = [
        "1-linear-bias.npy", "1-linear-weight.npy", "2-linear-bias.npy", "2-linear-weight.npy",
        "weights.json",
    ]

    @Test("what is saved is read back, and nothing else lies around")
    func roundTrip() throws {
        try withTemporaryFolder { folder in
            let saved = folder.appending(path: "runs/first")
            try Self.weights.write(to: saved)
            #expect(try WeightsFolder(readingFrom: saved) == Self.weights)
            #expect(try names(in: saved) == Self.fileNames)
            #expect(try names(in: saved.deletingLastPathComponent()) == ["first"])
            let weight = try NumPyFile.read(saved.appending(path: "1-linear-weight.npy"))
            #expect(weight == Self.weights.parameters[0])
        }
    }

    @Test("weights.json says what is in the folder")
    func manifest() throws {
        try withTemporaryFolder { folder in
            let small = WeightsFolder(layers: "2,1", loss: "l", parameters: [[[1], [2]]])
            try small.write(to: folder.appending(path: "w"))
            let text = try String(contentsOf: folder.appending(path: "w/weights.json"), encoding: .utf8)
            let expected = """
                {"files":[{"columns":1,"file":"1-linear-weight.npy","rows":2}],\
                "format":"neural-network-exercisesweights","layers":"2,1","loss":"l","version":1}
                """
            #expect(text.replacing(/\s+/, with: "") == expected)
            #expect(text.contains("\n  \"format\" : \"neural-network-exercises weights\",\n"))
        }
    }

    @Test("saving again replaces the old weights, files that are no longer needed too")
    func replaced() throws {
        try withTemporaryFolder { folder in
            let saved = folder.appending(path: "w")
            try Self.weights.write(to: saved)
            try Data().write(to: saved.appending(path: ".DS_Store"))
            let next = WeightsFolder(layers: "2,1", loss: "l", parameters: [[[1], [2]], [[3]]])
            try next.write(to: saved)
            #expect(try WeightsFolder(readingFrom: saved) == next)
            #expect(try names(in: saved) == ["1-linear-bias.npy", "1-linear-weight.npy", "weights.json"])
            #expect(try names(in: folder) == ["w"])
        }
    }

    @Test("an empty folder is filled; a link to a folder stays a link")
    func emptyFolderAndLink() throws {
        try withTemporaryFolder { folder in
            let (real, link) = (folder.appending(path: "real"), folder.appending(path: "link"))
            try FileManager.default.createDirectory(at: real, withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
            try Self.weights.write(to: link)
            #expect(try names(in: folder) == ["link", "real"])
            #expect(try WeightsFolder(readingFrom: real) == Self.weights)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real.path)
        }
    }

    @Test(
        "a folder with anything else in it is not replaced, nor is a file",
        arguments: [
            ("homework", ["homework"], .notAWeightsFolder),
            ("notes.txt", fileNames + ["notes.txt"], .otherFiles(["notes.txt"])),
        ] as [(String, [String], TrainingFileError.Problem)])
    func foreignFiles(name: String, expected: [String], problem: TrainingFileError.Problem) throws {
        try withTemporaryFolder { folder in
            let saved = folder.appending(path: "w")
            if expected.count == 1 {
                try FileManager.default.createDirectory(at: saved, withIntermediateDirectories: false)
            } else {
                try Self.weights.write(to: saved)
            }
            try Data("mine".utf8).write(to: saved.appending(path: name))
            let error = #expect(throws: TrainingFileError.self) { try Self.weights.write(to: saved) }
            #expect(error?.problem == problem)
            #expect(try names(in: saved) == expected.sorted())
            #expect(try names(in: folder) == ["w"])

            let file = saved.appending(path: name)
            let refused = #expect(throws: TrainingFileError.self) { try Self.weights.write(to: file) }
            #expect(refused?.problem == .notAFolder)
            #expect(try Data(contentsOf: file) == Data("mine".utf8))
        }
    }

    @Test(
        "weights that are not finite are not saved, and the old ones stay",
        arguments: [Double.nan, .infinity])
    func notFinite(value: Double) throws {
        try withTemporaryFolder { folder in
            let saved = folder.appending(path: "w")
            try Self.weights.write(to: saved)
            var broken = Self.weights
            broken.parameters[2][1, 0] = value
            let error = #expect(throws: TrainingFileError.self) { try broken.write(to: saved) }
            #expect(error?.problem == .notFinite(value: value.isNaN ? "NaN" : "∞", row: 1, column: 0))
            #expect(error?.file.hasSuffix("/w/2-linear-weight.npy") == true)
            #expect(try WeightsFolder(readingFrom: saved) == Self.weights)
        }
    }

    @Test(
        "a damaged weights.json is told, and the folder is not replaced",
        arguments: [
            ("", .notWeights(reason: "it is not whole JSON")),
            ("[1, 2", .notWeights(reason: "it is not whole JSON")),
            ("{\"format\": \"x\", \"version\": 1}", .notWeights(reason: "its format is \"x\"")),
            ("{\"version\": 1}", .notWeights(reason: "\"format\" is missing")),
            (
                "{\"format\": \"neural-network-exercises weights\", \"version\": \"1\"}",
                .notWeights(reason: "\"version\" is not what it should be")
            ),
            ("{\"format\": \"neural-network-exercises weights\", \"version\": 2}", .unknownWeightsVersion(2)),
            (
                """
                {"format": "neural-network-exercises weights", "version": 1, "layers": "", "loss": "",
                 "files": [{"file": "../secret.npy", "rows": 1, "columns": 1}]}
                """,
                .notWeights(reason: "\"../secret.npy\" is not the name of a .npy file in the folder")
            ),
        ] as [(String, TrainingFileError.Problem)])
    func badManifest(text: String, problem: TrainingFileError.Problem) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "w/weights.json")
            try Self.weights.write(to: folder.appending(path: "w"))
            try Data(text.utf8).write(to: file)
            let read = #expect(throws: TrainingFileError.self) {
                try WeightsFolder(readingFrom: folder.appending(path: "w"))
            }
            #expect(read?.problem == problem)
            #expect(read?.file == file.path)
            #expect(throws: TrainingFileError.self) {
                try Self.weights.write(to: folder.appending(path: "w"))
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == text)
        }
    }

    @Test("missing folders and files, other shapes and NaN are told with the file that is meant")
    func badFiles() throws {
        try withTemporaryFolder { folder in
            let saved = folder.appending(path: "w")
            func problem() throws -> TrainingFileError? {
                #expect(throws: TrainingFileError.self) { try WeightsFolder(readingFrom: saved) }
            }
            #expect(try problem()?.problem == .missing)
            try Data().write(to: saved)
            #expect(try problem()?.problem == .notAFolder)
            try FileManager.default.removeItem(at: saved)

            try Self.weights.write(to: saved)
            let bias = saved.appending(path: "1-linear-bias.npy")
            try NumPyFile.write([[7], [8], [9]], to: bias)
            let shape = try problem()
            #expect(
                shape?.problem
                    == .shapeDiffers(
                        expected: Shape(rows: 1, columns: 3), found: Shape(rows: 3, columns: 1)))
            #expect(shape?.file == bias.path)
            try NumPyFile.write([[7, .nan, 9]], to: bias)
            #expect(try problem()?.problem == .notFinite(value: "NaN", row: 0, column: 1))
            try FileManager.default.removeItem(at: bias)
            #expect(try problem()?.problem == .missing)
            #expect(try problem()?.file == bias.path)
        }
    }

    @Test(
        "the Python of the README reads a saved folder, and what NumPy saves is read back",
        .enabled(if: Python.hasNumPy, "there is no python3 with NumPy on this machine"))
    func readme() throws {
        let repository = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
        let example = try #require(readme.firstMatch(of: /```python\n([\s\S]*?weights\.json[\s\S]*?)```/))
        try withTemporaryFolder { folder in
            try Self.weights.write(to: folder.appending(path: "weights"))
            let printed = try Python.run(
                example.1 + """

                    print([parameter.tolist() for parameter in parameters])
                    for entry, parameter in zip(description["files"], parameters):
                        numpy.save(f"weights/{entry['file']}", 2 * parameter)
                    """, in: folder)
            let matrices = Self.weights.parameters.map { matrix in
                (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
            }
            #expect(printed == "\(matrices)\n")
            let doubled = try WeightsFolder(readingFrom: folder.appending(path: "weights"))
            #expect(doubled.parameters == Self.weights.parameters.map { 2 * $0 })
        }
    }
}
