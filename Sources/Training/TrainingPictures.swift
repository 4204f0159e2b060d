public import Charts
public import Foundation
public import LinearAlgebra
public import NeuralNetwork

/// The pictures of a training: a page with all of them, a file for each, and a sketch for the terminal.
///
///     var pictures = TrainingPictures(
///         title: "moons", settings: [.init(name: "seed", value: "1")], samples: test, isHeldOut: true,
///         decisionThreshold: 0.5, predict: network.forward)
///     pictures.note(epoch: 0)                 // and after each epoch
///     pictures.metrics = metrics              // what `fit` told
///     try pictures.write(to: folder)
///
/// Every model has curves. One of two inputs and one output has a decision map, with its history; one of 784 inputs
/// has the digits that it misread, a confusion matrix and the weights of its first layer. The model is a student's:
/// where it throws, or answers in a shape that does not fit, the page says so in the place of the picture.
public struct TrainingPictures {
    /// The heading of the page.
    public var title: String
    /// How the network was trained.
    public var settings: [Page.Row]
    /// What came of it.
    public var results: [Page.Row] = []
    /// The metrics of the epochs that ended.
    public var metrics: [EpochMetrics] = []
    /// The weights of the first layer, inputs × neurons.
    public var firstWeight: Matrix?

    let isHeldOut: Bool
    let model: TriedModel
    private(set) var frames = DecisionFrames()

    /// Prepares the pictures of a training that is about to begin.
    ///
    /// - Parameters:
    ///   - title: The heading of the page.
    ///   - settings: How the network is trained.
    ///   - samples: The samples that the model is tried on, after the training.
    ///   - isHeldOut: Whether the model does not learn from them.
    ///   - decisionThreshold: The loss's threshold; at 0 a single output is a logit z, and 1 / (1 + e⁻ᶻ) its
    ///     probability.
    ///   - predict: Runs the model forwards.
    public init(
        title: String, settings: [Page.Row], samples: Dataset, isHeldOut: Bool, decisionThreshold: Double,
        predict: @escaping (Matrix) throws -> Matrix
    ) {
        self.title = title
        self.settings = settings
        self.isHeldOut = isHeldOut
        model = TriedModel(samples: samples, decisionThreshold: decisionThreshold, predict: predict)
    }

    /// Keeps what a model of two inputs decides now, for its history; nine moments at most, the early ones denser.
    ///
    /// Asks the model only when a picture of this epoch may be of use. A model that throws is left out.
    ///
    /// - Parameter epoch: The number of the epoch that has ended; 0 before the training.
    public mutating func note(epoch: Int) {
        guard model.kind == .plane, frames.isDue(epoch: epoch) else { return }
        if let probabilities = try? model.probabilities(at: smallGrid.inputs) {
            frames.append(DecisionFrames.Frame(epoch: epoch, probabilities: probabilities))
        }
    }

    /// Writes `index.html`, which needs no other file, and each picture as an `.svg` file.
    ///
    /// - Parameter folder: The folder; it is made where there is none. Files of these names are replaced, each
    ///   whole; others stay.
    /// - Throws: `TrainingFileError` when a file cannot be written.
    public func write(to folder: URL) throws(TrainingFileError) {
        let sections = [learning] + trial
        try WholeFile.makeFolder(folder)
        for (name, picture) in sections.flatMap(\.pictures) {
            try WholeFile.write(Data(picture.svg.utf8), to: folder.appending(path: name + ".svg"))
        }
        let page = Page(
            title: title,
            tables: [
                Page.Table(title: "Settings", rows: settings), Page.Table(title: "Results", rows: results),
            ],
            sections: sections.map { section in
                Page.Section(
                    title: section.title, text: section.text, pictures: section.pictures.map(\.picture))
            })
        try WholeFile.write(Data(page.html.utf8), to: folder.appending(path: "index.html"))
    }

    /// Draws for the terminal: the loss, and what the model decides on a plane, or a digit that it misread.
    ///
    /// - Parameters:
    ///   - width: The number of characters in a line at most.
    ///   - isColoured: Whether colours are shown, with codes for 256 of them.
    /// - Returns: Lines, without a line break at the end.
    public func sketch(width: Int, isColoured: Bool) -> String {
        let losses = metrics.map { hasHeldOutMetrics ? $0.validationLoss : $0.trainingLoss }
        let title = "loss on \(hasHeldOutMetrics ? "held-out" : "training") samples, epoch by epoch"
        let curve = TerminalCurve(values: losses, width: max(0, min(width, 72))).text
        let lines = [title, curve] + trialSketch(width: max(0, width), isColoured: isColoured)
        return lines.joined(separator: "\n")
    }

    /// Whether there are metrics of held-out samples.
    private var hasHeldOutMetrics: Bool { metrics.contains { $0.validationLoss != nil } }

    /// A part of the page; its pictures are files too, of these names.
    struct Section {
        let title: String
        var text = ""
        var pictures: [(name: String, picture: any Picture)] = []
    }

    private var learning: Section {
        func curves(
            _ title: String, _ measure: Curves.Measure, _ training: KeyPath<EpochMetrics, Double>,
            _ heldOut: KeyPath<EpochMetrics, Double?>
        ) -> Curves {
            Curves(
                title: title, measure: measure,
                series: [
                    Curves.Series(name: "training", values: metrics.map { $0[keyPath: training] }),
                    Curves.Series(name: "held out", values: metrics.map { $0[keyPath: heldOut] }),
                ])
        }
        return Section(
            title: "Learning",
            text: "Training samples are measured before the update that they bring about"
                + (hasHeldOutMetrics ? ", held-out samples after the epoch." : "."),
            pictures: [
                ("loss", curves("Loss", .number, \.trainingLoss, \.validationLoss)),
                ("accuracy", curves("Accuracy", .share, \.trainingAccuracy, \.validationAccuracy)),
            ])
    }
}
