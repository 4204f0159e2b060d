import Charts
import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

@Suite("TrainingPictures") struct TrainingPicturesTests {
    static let curves = ["accuracy.svg", "index.html", "loss.svg"]
    static let metrics = [
        EpochMetrics(
            epoch: 1, trainingLoss: 0.7, trainingAccuracy: 0.5, validationLoss: 0.8, validationAccuracy: 0.4),
        EpochMetrics(
            epoch: 2, trainingLoss: 0.3, trainingAccuracy: 0.9, validationLoss: 0.4, validationAccuracy: 0.8),
    ]

    /// Points left and right of 0, and a model that knows where the middle is.
    static func plane(
        threshold: Double = 0.5, predict: @escaping (Matrix) throws -> Matrix = rightHalf
    ) throws -> TrainingPictures {
        let samples = try Dataset(
            inputs: [[-1, 0], [-2, 1], [1, 0], [2, 1]], targets: [[0], [0], [1], [1]])
        var pictures = TrainingPictures(
            title: "plane", settings: [Page.Row(name: "seed", value: "17")], samples: samples,
            isHeldOut: true, decisionThreshold: threshold, predict: predict)
        pictures.metrics = metrics
        return pictures
    }

    /// Class 1 for a first input above 0.
    static func rightHalf(_ inputs: Matrix) throws -> Matrix {
        try Matrix(
            rows: inputs.rows, columns: 1, elements: (0..<inputs.rows).map { inputs[$0, 0] > 0 ? 1 : 0 })
    }

    /// Six images, of 0, 1, 2, 0, 1, 2, and a model that reads what the closure says.
    static func digits(reading predict: @escaping (Matrix) throws -> Matrix) throws -> TrainingPictures {
        let samples = try Dataset(
            inputs: Matrix(repeating: 0.5, rows: 6, columns: 784),
            targets: Matrix.identity(3).selectingRows([0, 1, 2, 0, 1, 2]))
        var pictures = TrainingPictures(
            title: "digits", settings: [], samples: samples, isHeldOut: false, decisionThreshold: 0.5,
            predict: predict)
        pictures.metrics = metrics
        pictures.firstWeight = Matrix(repeating: 0.1, rows: 784, columns: 5)
        return pictures
    }

    /// Writes to a new folder, and gives each file's text.
    static func files(of pictures: TrainingPictures) throws -> [String: String] {
        var files: [String: String] = [:]
        try withTemporaryFolder { folder in
            try pictures.write(to: folder.appending(path: "a/b"))
            for name in try names(in: folder.appending(path: "a/b")) {
                files[name] = try String(contentsOf: folder.appending(path: "a/b/\(name)"), encoding: .utf8)
            }
        }
        return files
    }

    @Test("a model of two inputs has curves, a decision map and its history")
    func decisions() throws {
        var pictures = try Self.plane()
        for epoch in 0...2 { pictures.note(epoch: epoch) }
        let files = try Self.files(of: pictures)
        #expect(files.keys.sorted() == (Self.curves + ["decision-history.svg", "decision-map.svg"]).sorted())
        let history = try #require(files["decision-history.svg"])
        #expect(history.matches(of: /epoch (\d+)/).map { String($0.1) } == ["0", "1", "2"])
        let page = try #require(files["index.html"])
        for text in ["<h1>plane</h1>", "17", "What it decides", "has not learnt from them", "epoch 1"] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(page.matches(of: /<svg/).count == 4)
    }

    @Test("the history ends with the last epoch, also when it was not noted")
    func lastFrame() throws {
        var pictures = try Self.plane()
        pictures.note(epoch: 0)
        let history = try Self.files(of: pictures)["decision-history.svg"]
        #expect(history?.matches(of: /epoch (\d+)/).map { String($0.1) } == ["0", "2"])
    }

    @Test("without a frame there is no history")
    func noFrames() throws {
        let files = try Self.files(of: Self.plane())
        #expect(files.keys.sorted() == (Self.curves + ["decision-map.svg"]).sorted())
    }

    @Test("a logit becomes a probability when the threshold is 0")
    func logits() throws {
        let logits = try Self.files(
            of: Self.plane(threshold: 0) { try (Self.rightHalf($0) - 0.5) * 8_000 })
        let probabilities = try Self.files(of: Self.plane())
        #expect(logits["decision-map.svg"] == probabilities["decision-map.svg"])
        let raw = try Self.files(of: Self.plane { try (Self.rightHalf($0) - 0.5) * 0.5 })
        #expect(raw["decision-map.svg"] != probabilities["decision-map.svg"])
    }

    @Test("a model of digits has the digits, a confusion matrix and its weights; the title tells of NaN")
    func digits() throws {
        // All are read as 1, apart from the last image, for which there is no answer.
        let pictures = try Self.digits { inputs in
            var prediction = Matrix.zeros(rows: inputs.rows, columns: 3)
            for row in 0..<inputs.rows { prediction[row, 1] = row == 5 ? .nan : 1 }
            return prediction
        }
        let files = try Self.files(of: pictures)
        let own = ["confusion-matrix.svg", "digits.svg", "first-layer.svg"]
        #expect(files.keys.sorted() == (Self.curves + own).sorted())
        #expect(files["digits.svg"]?.contains("3 of 5 misread") == true)
        #expect(files["first-layer.svg"]?.contains("5 neurons") == true)
        let page = try #require(files["index.html"])
        #expect(page.contains("none were held out. For 1 of them the model said NaN."))
        #expect(page.contains("1, is 0") && page.contains("1, is 2"))
    }

    @Test("more images than fit into one question are all read")
    func manyImages() throws {
        let labels = (0..<2_345).map { $0 % 3 }
        let samples = try Dataset(
            inputs: Matrix(repeating: 0, rows: labels.count, columns: 784),
            targets: Matrix.identity(3).selectingRows(labels))
        var largest = 0
        let pictures = TrainingPictures(
            title: "many", settings: [], samples: samples, isHeldOut: true, decisionThreshold: 0.5
        ) { inputs in
            largest = max(largest, inputs.rows)
            return Matrix.identity(3).selectingRows([Int](repeating: 0, count: inputs.rows))
        }
        #expect(try Self.files(of: pictures)["digits.svg"]?.contains("1563 of 2345 misread") == true)
        #expect(largest <= 1_000)
    }

    @Test("weights that are not those of the images are left out")
    func otherWeights() throws {
        var pictures = try Self.digits { .zeros(rows: $0.rows, columns: 3) }
        pictures.firstWeight = nil
        #expect(try Self.files(of: pictures)["first-layer.svg"] == nil)
        pictures.firstWeight = [[1, 2], [3, 4]]
        #expect(try Self.files(of: pictures)["first-layer.svg"] == nil)
        pictures.firstWeight = Matrix(repeating: .nan, rows: 784, columns: 70)
        #expect(try Self.files(of: pictures)["first-layer.svg"]?.contains("64 of 70 neurons") == true)
    }

    @Test("a model of other inputs has curves")
    func other() throws {
        let samples = try Dataset(inputs: [[1, 2, 3]], targets: [[1]])
        var pictures = TrainingPictures(
            title: "other", settings: [], samples: samples, isHeldOut: true, decisionThreshold: 0.5
        ) { _ in
            Issue.record("nothing of this model is shown")
            return []
        }
        pictures.note(epoch: 0)
        #expect(try Self.files(of: pictures).keys.sorted() == Self.curves)
        #expect(pictures.sketch(width: 80, isColoured: true).contains("No epoch has ended yet."))
    }

    @Test(
        "a model that throws, or answers in another shape, costs its own pictures only",
        arguments: [[], [[1]], .zeros(rows: 0, columns: 1), .zeros(rows: 3_600, columns: 0), nil]
            as [Matrix?])
    func badAnswers(answer: Matrix?) throws {
        func predict(_ inputs: Matrix) throws -> Matrix {
            guard let answer else { throw NetworkError.invalidArgument("a slip") }
            return answer
        }
        for var pictures in [try Self.plane(predict: predict), try Self.digits(reading: predict)] {
            pictures.note(epoch: 0)
            let files = try Self.files(of: pictures)
            #expect(files.keys.filter { $0 != "first-layer.svg" }.sorted() == Self.curves)
            let reason = answer == nil ? "invalid argument: a slip" : "prediction: the shapes"
            #expect(files["index.html"]?.contains("The model gave no answer: \(reason)") == true)
            let sketch = pictures.sketch(width: 80, isColoured: false)
            #expect(sketch.split(separator: "\n").count == 7, "the curve alone: \(sketch)")
        }
    }

    @Test("NaN and infinity everywhere are drawn as far as they can be")
    func notFinite() throws {
        for value in [Double.nan, .infinity, -.infinity] {
            var plane = try Self.plane(threshold: 0) { Matrix(repeating: value, rows: $0.rows, columns: 1) }
            plane.note(epoch: 0)
            plane.metrics = [EpochMetrics(epoch: -7, trainingLoss: value, trainingAccuracy: value)]
            #expect(try Self.files(of: plane)["decision-map.svg"] != nil)
            #expect(plane.sketch(width: 40, isColoured: false).contains("×"))
            var digits = try Self.digits { Matrix(repeating: value, rows: $0.rows, columns: 3) }
            digits.firstWeight = Matrix(repeating: value, rows: 784, columns: 2)
            let readings = value.isNaN ? "No digit was read yet." : "4 of 6 misread"
            #expect(try Self.files(of: digits)["digits.svg"]?.contains(readings) == true)
            _ = digits.sketch(width: 80, isColoured: true)
        }
    }

    @Test("other files stay, ours are replaced, a folder in the place of one is told")
    func existingFiles() throws {
        try withTemporaryFolder { folder in
            for name in ["notes.txt", "loss.svg"] {
                try Data("mine".utf8).write(to: folder.appending(path: name))
            }
            try Self.plane().write(to: folder)
            #expect(try Data(contentsOf: folder.appending(path: "notes.txt")) == Data("mine".utf8))
            #expect(try Data(contentsOf: folder.appending(path: "loss.svg")).starts(with: Data("<svg".utf8)))

            let index = folder.appending(path: "index.html")
            try FileManager.default.removeItem(at: index)
            try FileManager.default.createDirectory(at: index, withIntermediateDirectories: false)
            let error = #expect(throws: TrainingFileError.self) { try Self.plane().write(to: folder) }
            #expect(error?.problem == .notAFile)
            #expect(error?.file == index.path)
        }
    }
}
