import LinearAlgebra
public import NeuralNetwork
public import Testing

/// A network that is trained to the end, and what it is made of.
public struct Capstone {
    /// A network's layers, the model of them, and what it is trained with.
    public typealias Parts = (
        layers: [any Layer], model: any Layer, loss: any Loss, optimizer: any Optimizer
    )

    /// What it is trained on: "Moons".
    let name: String
    /// The page that explains it: "Lessons/18-moons.md".
    let lesson: String
    /// The samples that are held out.
    let test: Dataset
    /// Makes new parts, for a look at each of them where the training has failed.
    let make: () throws -> Parts

    /// Describes a capstone.
    ///
    /// - Parameters:
    ///   - name: What it is trained on: "Moons".
    ///   - lesson: The page that explains it: "Lessons/18-moons.md".
    ///   - test: The samples that are held out.
    ///   - make: Makes new parts, for a look at each of them where the training has failed.
    public init(_ name: String, lesson: String, test: Dataset, make: @escaping () throws -> Parts) {
        self.name = name
        self.lesson = lesson
        self.test = test
        self.make = make
    }

    /// Records an issue unless a training ended with enough accuracy on the samples that were held out: it says how
    /// the loss went, and which part is the first that does not do what it should.
    ///
    /// - Parameters:
    ///   - history: What `fit` returned, with the held-out samples as its validation set.
    ///   - model: The model as the training has left it.
    ///   - bar: The share of the samples that has to be right in the end, from 0 to 1.
    ///   - sourceLocation: Where to report.
    /// - Throws: `FillYourCodeHere` from a stub, and what the parts throw.
    public func expectHeldOutAccuracy(
        of history: [EpochMetrics], _ model: any Layer, atLeast bar: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        guard let reached = history.last?.validationAccuracy else {
            let what = history.isEmpty ? "an empty history" : "no validation accuracy"
            record("\(name): fit returned \(what).", "See Lessons/17-fit.md#the-idea.", sourceLocation)
            return
        }
        guard !(reached >= bar) else { return }
        let part = try wrongPart() ?? wrongAccuracy(reached, model)
        record(
            """
            \(name): \(short(reached)) of the held-out samples are right in the end, and \(short(bar)) should \
            be. \(courseOfLoss(history, reached))
            """,
            part.map { "\($0) Mend that first: its own suite tells more." }
                ?? "Layers, loss and optimizer do well one by one: look at fit. See \(lesson)#common-mistakes.",
            sourceLocation)
    }

    /// How the training loss went from epoch to epoch.
    private func courseOfLoss(_ history: [EpochMetrics], _ reached: Double) -> String {
        let losses = history.map(\.trainingLoss)
        if let epoch = losses.firstIndex(where: { !$0.isFinite }) {
            return "The training loss is \(short(losses[epoch])) from epoch \(epoch + 1) on."
        }
        let (first, last) = (losses[0], losses[losses.count - 1])
        let guess = 1 / Double(max(2, test.targets.columns))
        let course =
            if losses.allSatisfy({ abs($0 - first) <= 0.02 * abs(first) }) {
                "does not move"
            } else if last > first {
                "rises"
            } else if reached <= 1.2 * guess {
                "falls, but the accuracy is that of a guess"
            } else {
                "falls, but not far enough"
            }
        return "The training loss \(course): from \(short(first)) to \(short(last))."
    }
}
