import NeuralNetwork

/// Shows a training while it goes on: on a terminal a line that moves, elsewhere a line an epoch.
final class TrainingDisplay {
    private let console: Console
    private let text: ProgressText
    private let epochs: Int
    private let samples: Int
    private let clock = SuspendingClock()
    private let start: SuspendingClock.Instant
    private var latest: SuspendingClock.Instant

    /// Makes a display.
    ///
    /// - Parameters:
    ///   - console: Where to show it.
    ///   - epochs: How many epochs there are to be.
    ///   - samples: How many samples an epoch has.
    init(console: Console, epochs: Int, samples: Int) {
        self.console = console
        self.epochs = epochs
        self.samples = samples
        text = ProgressText(epochs: epochs)
        start = clock.now
        latest = start
    }

    /// Redraws the line, ten times a second at most.
    func show(_ watch: TrainingWatch) {
        guard console.isTerminal else { return }
        let now = clock.now
        guard now - latest >= .milliseconds(100) else { return }
        latest = now
        let seconds = (now - start) / .seconds(1)
        let all = Double(epochs) * Double(samples)
        let rate = Double(watch.samples) / seconds
        let seen = Double(watch.epochSamples)
        console.redraw(
            text.progress(
                .init(
                    epoch: watch.epoch, share: Double(watch.samples) / all,
                    loss: watch.epochLossSum / seen, accuracy: Double(watch.epochRightOnes) / seen,
                    samplesPerSecond: rate, secondsLeft: max(0, all - Double(watch.samples)) / rate),
                width: console.width - 1))
    }

    /// Prints the line of an epoch that is over.
    func show(_ metrics: EpochMetrics) {
        guard !console.isTerminal || text.isShown(metrics.epoch) else { return }
        console.write(text.line(of: metrics))
    }
}
