import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Damaged files") struct FuzzTests {
    @Test(
        "4,000 damaged files either load as a valid dataset or throw a DataFileError",
        arguments: [
            ("train-images-idx3-ubyte", 1), ("train-images-idx3-ubyte", 2),
            ("train-labels-idx1-ubyte", 3), ("train-labels-idx1-ubyte", 4),
        ])
    func damagedSets(name: String, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let valid = [
            "train-images-idx3-ubyte": idx([3, 28, 28], (0..<3 * 784).map { UInt8($0 % 256) }),
            "train-labels-idx1-ubyte": idx([3], [5, 0, 9]),
        ]
        var loaded = 0
        var refused = 0
        try withTemporaryFolder { folder in
            for (name, contents) in valid {
                try contents.write(to: folder.appending(path: name))
            }
            // Written over in place: `Data.write`, and cutting to nothing first, wait for the disk each time.
            let file = try FileHandle(forWritingTo: folder.appending(path: name))
            for _ in 0..<1_000 {
                let bytes = damaged(valid[name, default: Data()], using: &generator)
                try file.seek(toOffset: 0)
                try file.write(contentsOf: bytes)
                try file.truncate(atOffset: UInt64(bytes.count))
                do {
                    let dataset = try MNIST.training(in: folder)
                    #expect(dataset.inputs.shape == Shape(rows: 3, columns: 784))
                    #expect(dataset.inputs.min() >= 0 && dataset.inputs.max() <= 1)
                    #expect(dataset.targets.rowSums() == .ones(rows: 3, columns: 1))
                    loaded += 1
                } catch is DataFileError {
                    refused += 1
                }
            }
        }
        #expect(loaded > 0, "damage to pixels or labels alone may leave a valid set")
        #expect(refused > 100, "damage to header or length does not")
    }

    @Test("50 damaged gzip files either unpack to a valid file or throw a DataFileError")
    func damagedGzip() throws {
        var generator = SeededGenerator(seed: 5)
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "file")
            try idx([300], (0..<300).map { UInt8($0 % 256) }).write(to: file)
            let expected = try IDXFile(contentsOf: file)
            try gzip(file)
            let packed = try Data(contentsOf: folder.appending(path: "file.gz"))
            var refused = 0
            for _ in 0..<50 {
                try damaged(packed, using: &generator).write(to: file)
                do {
                    #expect(try IDXFile(contentsOf: file) == expected)
                } catch is DataFileError {
                    refused += 1
                }
            }
            #expect(refused > 25)
        }
    }

    /// Does up to three harmful things to a file: changes bytes, many in the header; cuts, inserts, repeats.
    private func damaged(_ file: Data, using generator: inout some RandomNumberGenerator) -> Data {
        var bytes = [UInt8](file)
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: 0..<max(bytes.count, 1), using: &generator)
            let byte = UInt8.random(in: 0...255, using: &generator)
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: bytes.removeLast(min(bytes.count, place))
            case 1: bytes.insert(byte, at: min(place, bytes.count))
            case 2: bytes.append(byte)
            case 3: bytes += bytes.prefix(place)
            case 4, 5, 6:
                for index in bytes.indices.prefix(20).dropFirst(place % 20).prefix(4) { bytes[index] = byte }
            default:
                if !bytes.isEmpty { bytes[place] = byte }
            }
        }
        return Data(bytes)
    }
}
