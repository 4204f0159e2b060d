import NeuralNetwork
import Testing

@testable import Training

@Suite("What fit does otherwise than asked")
struct FitRemarksTests {
    private let good = EpochMetrics(
        epoch: 2, trainingLoss: 0.5, trainingAccuracy: 1, validationLoss: 0.5, validationAccuracy: 0)

    private func remarks(_ metrics: EpochMetrics?, calls: Int = 2, samples: Int = 20) -> [String] {
        let metrics = metrics.map { [$0] } ?? []
        let run = TrainingRun(metrics: metrics, calls: calls, seconds: 1, samples: samples)
        return FitRemarks(run, epochs: 2, samples: 10, hasHeldOut: true).lines
    }

    @Test("a fit that does what it is asked gets no remark")
    func fine() {
        #expect(remarks(good) == [])
    }

    @Test("calls, samples, and numbers that make no sense are remarked, with where to look")
    func odd() {
        let nonsense = EpochMetrics(epoch: -5, trainingLoss: .nan, trainingAccuracy: 3)
        for (lines, text) in [
            (remarks(nil, calls: 0), "called onEpoch 0 times, and 2 epochs"),
            (remarks(good, calls: 3), "called onEpoch 3 times"),
            (remarks(good, samples: 0), "took 0 samples backwards, and 2 epochs of 10 are 20"),
            (remarks(nonsense), "did not measure"),
            (remarks(nonsense), "loss that is not a finite number"),
            (remarks(nonsense), "accuracy that is not from 0 to 1"),
        ] {
            #expect(lines.contains { $0.contains(text) }, "\(lines)")
            #expect(lines.last == "Lessons/17-fit.md, ./grade.sh fit")
        }
    }
}
