import NeuralNetwork
import Testing

@testable import Training

@Suite("Progress in words")
struct ProgressTextTests {
    private let metrics = EpochMetrics(
        epoch: 3, trainingLoss: 0.31236, trainingAccuracy: 0.912, validationLoss: 0.35,
        validationAccuracy: 0.9101)

    @Test("an epoch's line has both sets, and fits 80 columns")
    func epochLine() {
        let line = ProgressText(epochs: 12).line(of: metrics)
        #expect(line == "epoch  3/12 · loss 0.3124 (held out 0.3500) · accuracy 0.912 (held out 0.910)")
        #expect(ProgressText(epochs: 100).line(of: metrics).count <= 80)
    }

    @Test("without a held-out set its numbers are left out")
    func withoutHeldOut() {
        let metrics = EpochMetrics(epoch: 1, trainingLoss: 2, trainingAccuracy: 1)
        #expect(ProgressText(epochs: 1).line(of: metrics) == "epoch 1/1 · loss 2.0000 · accuracy 1.000")
    }

    @Test("the line of a running epoch has bar, loss, accuracy, speed and time left")
    func runningLine() {
        let state = ProgressText.State(
            epoch: 3, share: 0.25, loss: 0.3124, accuracy: 0.912, samplesPerSecond: 12345.4,
            secondsLeft: 3723)
        let line = ProgressText(epochs: 12).progress(state, width: 79)
        #expect(line.count <= 79)
        #expect(line.hasPrefix("epoch  3/12 ━━━"))
        #expect(line.hasSuffix("loss 0.3124 · accuracy 0.912 · 12345/s · 1:02:03 left"))
        let bar = line.filter { "━╌".contains($0) }
        #expect(bar.filter { $0 == "━" }.count == bar.count / 4)
    }

    @Test("the line fits every width, and nonsense breaks nothing", arguments: 1...100)
    func widths(width: Int) {
        for number in [0, 0.5, 1e300, -1, .nan, .infinity] {
            let state = ProgressText.State(
                epoch: .max, share: number, loss: number, accuracy: number, samplesPerSecond: number,
                secondsLeft: number)
            #expect(ProgressText(epochs: 1_000_000).progress(state, width: width).count <= width)
        }
    }

    @Test(
        "on a terminal about 20 lines stay, the last epoch's always",
        arguments: [(1, 1), (12, 12), (20, 20), (21, 11), (300, 20), (1001, 20)])
    func shown(epochs: Int, lines: Int) {
        let text = ProgressText(epochs: epochs)
        #expect((1...epochs).count(where: text.isShown) == lines)
        #expect(text.isShown(epochs))
    }

    @Test(
        "the last line says what the training came to",
        arguments: [
            (
                TrainingRun(
                    metrics: [EpochMetrics(epoch: 1, trainingLoss: 0.5, trainingAccuracy: 0.75)], calls: 1,
                    seconds: 2, samples: 500),
                "trained 1 epochs in 2.00 s · 250 samples/s · loss 0.5000 · accuracy 0.7500"
            ),
            (
                TrainingRun(
                    metrics: [
                        EpochMetrics(
                            epoch: 1, trainingLoss: 1, trainingAccuracy: 1, validationLoss: 1.5e-7,
                            validationAccuracy: 0.25)
                    ], calls: 1, seconds: 0.25, samples: 500),
                "trained 1 epochs in 0.2500 s · 2000 samples/s · loss 1.50e-07 · accuracy 0.2500"
            ),
            (TrainingRun(), "trained 0 epochs in 0.0000 s · 0 samples/s · loss – · accuracy –"),
            (
                TrainingRun(metrics: [EpochMetrics(epoch: 9, trainingLoss: .nan, trainingAccuracy: .infinity)]
                ),
                "trained 1 epochs in 0.0000 s · 0 samples/s · loss nan · accuracy inf"
            ),
        ])
    func lastLine(run: TrainingRun, line: String) {
        #expect(run.summary == line)
    }

    @Test("a loss is readable at every size")
    func losses() {
        #expect(
            [0, 0.0012345, 0.00012345, 99999, 1e5, -2].map(\.lossText) == [
                "0.0000", "0.0012", "1.23e-04", "99999.0000", "1.00e+05", "-2.0000",
            ])
        #expect([Double.nan, .infinity, -.infinity].map(\.lossText) == ["NaN", "∞", "−∞"])
    }
}
