import Charts
import LinearAlgebra
import NeuralNetwork

// What the trained model does with samples.
extension TrainingPictures {
    /// The sections that this kind of model has.
    var trial: [Section] {
        switch model.kind {
        case .plane: [section("What it decides") { try decisions() }]
        case .digits: [section("What it reads") { try digits() }] + firstLayer
        case .other: []
        }
    }

    /// The same in the terminal; no lines where there is nothing to see.
    func trialSketch(width: Int, isColoured: Bool) -> [String] {
        switch model.kind {
        case .plane:
            guard let map = try? decisionMap() else { return [] }
            let columns = min(width, 60)
            let legend = [
                "what it decides: class 1 is \(isColoured ? "orange" : "shaded")",
                "samples: o of class 0, x of class 1",
            ]
            let picture = TerminalDecisionMap(
                map: map, width: columns, height: columns / 3, isColoured: isColoured)
            return legend + [picture.text]
        case .digits:
            guard width >= 28, let readings = try? model.readDigits() else { return [] }
            let misread = zip(readings.truths, readings.predictions).enumerated().first { $1.0 != $1.1 }
            guard let (row, (truth, prediction)) = misread else { return [] }
            let image = readings.images.selectingRows([row]).elements
            return [
                "a \(truth), read as \(prediction):",
                TerminalDigit(pixels: image, isColoured: isColoured).text,
            ]
        case .other:
            return []
        }
    }

    /// The grid of the maps in the history, which are small.
    var smallGrid: DecisionGrid { DecisionGrid(around: model.samples.inputs, columns: 40, rows: 40) }

    /// A section with what the model is asked for, or with the error that it answers with.
    private func section(_ title: String, _ ask: () throws -> Section) -> Section {
        do {
            return try ask()
        } catch {
            return Section(title: title, text: "The model gave no answer: \(error)")
        }
    }

    private func origin(of things: String) -> String {
        isHeldOut
            ? "The \(things) are held-out samples: the network has not learnt from them."
            : "The \(things) are samples that the network has learnt from: none were held out."
    }

    private func decisionMap() throws -> DecisionMap {
        let grid = DecisionGrid(around: model.samples.inputs)
        let probabilities = try model.probabilities(at: grid.inputs)
        return drawn(grid, probabilities, title: "After training", points: 500)
    }

    /// A map with no more points than there is room for.
    private func drawn(
        _ grid: DecisionGrid, _ probabilities: [Double], title: String, points: Int
    ) -> DecisionMap {
        let samples = model.samples.selecting(0..<min(points, model.samples.count))
        return DecisionMap(
            title: title, grid: grid, probabilities: probabilities, points: samples.inputs,
            labels: samples.targets.elements)
    }

    private func decisions() throws -> Section {
        let map = try decisionMap()
        var frames = frames
        if let last = metrics.last?.epoch, frames.frames.last.map({ $0.epoch < last }) ?? false {
            let probabilities = try model.probabilities(at: smallGrid.inputs)
            frames.append(DecisionFrames.Frame(epoch: last, probabilities: probabilities))
        }
        let maps = frames.frames.map { frame in
            DecisionHistory.Frame(
                epoch: frame.epoch, map: drawn(smallGrid, frame.probabilities, title: "", points: 60))
        }
        let history = DecisionHistory(title: "How it got there", frames: maps)
        return Section(
            title: "What it decides",
            text: origin(of: "points"),
            pictures: [("decision-map", map)] + (maps.isEmpty ? [] : [("decision-history", history)]))
    }

    private func digits() throws -> Section {
        let readings = try model.readDigits()
        let unread = readings.unread == 0 ? "" : " For \(readings.unread) of them the model said NaN."
        return Section(
            title: "What it reads",
            text: origin(of: "images") + unread,
            pictures: [
                (
                    "digits",
                    DigitSheet(
                        title: "Digits", images: readings.images, truths: readings.truths,
                        predictions: readings.predictions)
                ),
                (
                    "confusion-matrix",
                    ConfusionMatrix(
                        title: "What was taken for what", truths: readings.truths,
                        predictions: readings.predictions, classes: model.samples.targets.columns)
                ),
            ])
    }

    private var firstLayer: [Section] {
        guard let firstWeight, firstWeight.rows == model.samples.inputs.columns else { return [] }
        return [
            Section(
                title: "What the first layer looks for",
                text: "Each image is the weights of one neuron, laid out as the pixels that they weigh.",
                pictures: [
                    ("first-layer", WeightImages(title: "Weights of the first layer", weights: firstWeight))
                ])
        ]
    }
}
