import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("MNIST") struct MNISTTests {
    @Suite("the bundled sample") struct SampleTests {
        private static let loaded = Result { try MNIST.sample() }
        let sample: Dataset

        init() throws {
            sample = try Self.loaded.get()
        }

        @Test("5,000 images of 784 pixels from 0 to 1, and ten columns of targets")
        func shapes() {
            #expect(sample.inputs.shape == Shape(rows: 5_000, columns: 784))
            #expect(sample.targets.shape == Shape(rows: 5_000, columns: 10))
            #expect(sample.inputs.min() == 0)
            #expect(sample.inputs.max() == 1)
        }

        @Test("targets are one-hot rows, 500 of each digit")
        func targets() {
            #expect((sample.targets .== 0).sum() == 45_000)
            #expect((sample.targets .== 1).sum() == 5_000)
            #expect(sample.targets.rowSums() == .ones(rows: 5_000, columns: 1))
            #expect(sample.targets.columnSums() == Matrix(repeating: 500, rows: 1, columns: 10))
        }

        @Test("labels and pixels are those of the raw files")
        func contents() {
            // From the raw files, by a few lines of Python that share no code with the kit.
            let labels = sample.targets.rowArgmax()
            #expect(labels.prefix(10) == [4, 2, 0, 9, 6, 6, 2, 1, 2, 0])
            #expect(labels[1_234] == 8)
            #expect(labels.last == 1)

            let byteSums = sample.inputs.rowSums() * 255
            #expect(abs(byteSums[0, 0] - 20_768) < 1e-6)
            #expect(abs(byteSums[1_234, 0] - 40_497) < 1e-6)
            #expect(abs(byteSums[4_999, 0] - 16_854) < 1e-6)
            #expect(abs(byteSums.sum() - 131_267_102) < 1e-3)
            #expect((180..<188).map { sample.inputs[1_234, $0] * 255 } == [0, 0, 2, 2, 0, 5, 46, 130])
            let places = (0..<784).map { Double($0) * sample.inputs[0, $0] * 255 }
            #expect(abs(places.reduce(0, +) - 8_678_180) < 1e-6)
        }

        @Test("the digits come shuffled, not in blocks")
        func shuffled() {
            let labels = sample.targets.rowArgmax()
            // Nine of ten neighbours differ: 4,500, give or take 21.
            #expect((4_390...4_610).contains(zip(labels, labels.dropFirst()).count { $0 != $1 }))
        }
    }

    @Suite("the full set in a folder") struct FolderTests {
        @Test(
            "files are found under each of their names, training and test apart",
            arguments: ["-", "."], [false, true])
        func names(separator: String, gzipped: Bool) throws {
            try withTemporaryFolder { folder in
                try write(Self.valid, to: folder, separator: separator)
                if gzipped {
                    for file in try FileManager.default.contentsOfDirectory(
                        at: folder, includingPropertiesForKeys: nil)
                    {
                        try gzip(file)
                    }
                }
                let training = try MNIST.training(in: folder)
                #expect(training.inputs.shape == Shape(rows: 3, columns: 784))
                #expect(training.inputs.elements == Self.pixels(3).map { Double($0) / 255 })
                #expect(
                    training.targets == [
                        [0, 0, 0, 0, 0, 1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                        [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
                    ])
                let test = try MNIST.test(in: folder)
                #expect(test.inputs.elements == Self.pixels(2).map { Double($0) / 255 })
                #expect(test.targets.rowArgmax() == [1, 1])
            }
        }

        @Test("a folder of the file's name does not hide the file under another name")
        func folderBesideFile() throws {
            try withTemporaryFolder { folder in
                try write(Self.valid, to: folder, separator: ".")
                try makeFolder(folder.appending(path: "train-images-idx3-ubyte"))
                #expect(try MNIST.training(in: folder).count == 3)
            }
        }

        @Test("a folder in place of the only file is refused")
        func folderAlone() throws {
            try withTemporaryFolder { folder in
                try write(Self.valid.filter { $0.key != "t10k-images-idx3" }, to: folder, separator: ".")
                try makeFolder(folder.appending(path: "t10k-images.idx3-ubyte"))
                let error = #expect(throws: DataFileError.self) { try MNIST.test(in: folder) }
                #expect(error?.problem == .notAFile)
                #expect(error?.file == folder.appending(path: "t10k-images.idx3-ubyte").path)
            }
        }

        @Test("a missing file is named, with the other names that were looked for")
        func missing() throws {
            try withTemporaryFolder { folder in
                try write(Self.valid.filter { $0.key != "t10k-labels-idx1" }, to: folder, separator: "-")
                #expect(throws: Never.self) { try MNIST.training(in: folder) }
                let error = #expect(throws: DataFileError.self) { try MNIST.test(in: folder) }
                #expect(error?.file == folder.appending(path: "t10k-labels-idx1-ubyte").path)
                #expect(
                    error?.problem
                        == .missing(otherNames: [
                            "t10k-labels.idx1-ubyte", "t10k-labels-idx1-ubyte.gz",
                            "t10k-labels.idx1-ubyte.gz",
                        ]))

                let nowhere = folder.appending(path: "nowhere")
                let other = #expect(throws: DataFileError.self) { try MNIST.training(in: nowhere) }
                #expect(other?.file == nowhere.appending(path: "train-images-idx3-ubyte").path)
            }
        }

        @Test(
            "images and labels that do not make a set are refused, and the file at fault is named",
            arguments: [
                (
                    "images", idx([3, 28, 27], pixels(3).dropLast(84)),
                    .notDigitImages(dimensions: [3, 28, 27])
                ),
                ("images", idx([3, 784], pixels(3)), .notDigitImages(dimensions: [3, 784])),
                ("images", idx([0, 28, 28], []), .notDigitImages(dimensions: [0, 28, 28])),
                ("images", idx([3], [5, 0, 9]), .notDigitImages(dimensions: [3])),
                ("images", idx([3, 28, 28], pixels(2)), .truncatedData(expected: 2_352, found: 1_568)),
                ("labels", idx([3, 28, 28], pixels(3)), .notLabels(dimensions: [3, 28, 28])),
                ("labels", idx([3, 1], [5, 0, 9]), .notLabels(dimensions: [3, 1])),
                ("labels", idx([2], [5, 0]), .countsDisagree(labels: 2, images: 3)),
                ("labels", idx([4], [5, 0, 9, 1]), .countsDisagree(labels: 4, images: 3)),
                ("labels", idx([3], [5, 10, 9]), .labelOutOfRange(label: 10, index: 1)),
                ("labels", idx([3], [5, 0, 255]), .labelOutOfRange(label: 255, index: 2)),
            ] as [(String, Data, DataFileError.Problem)])
        func refused(kind: String, contents: Data, problem: DataFileError.Problem) throws {
            try withTemporaryFolder { folder in
                let name = kind == "images" ? "train-images-idx3" : "train-labels-idx1"
                try write(Self.valid.merging([name: contents]) { $1 }, to: folder, separator: "-")
                let error = #expect(throws: DataFileError.self) { try MNIST.training(in: folder) }
                #expect(error?.problem == problem)
                #expect(error?.file == folder.appending(path: "\(name)-ubyte").path)
            }
        }

        /// A make-believe set of 3 training and 2 test images.
        private static let valid = [
            "train-images-idx3": idx([3, 28, 28], pixels(3)),
            "train-labels-idx1": idx([3], [5, 0, 9]),
            "t10k-images-idx3": idx([2, 28, 28], pixels(2)),
            "t10k-labels-idx1": idx([2], [1, 1]),
        ]

        private static func pixels(_ images: Int) -> [UInt8] {
            (0..<images * 784).map { UInt8($0 * 7 % 256) }
        }

        private func write(_ files: [String: Data], to folder: URL, separator: String) throws {
            for (name, contents) in files {
                let mirrored = name.replacing("-idx", with: "\(separator)idx")
                try contents.write(to: folder.appending(path: "\(mirrored)-ubyte"))
            }
        }

        private func makeFolder(_ url: URL) throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        }
    }
}
