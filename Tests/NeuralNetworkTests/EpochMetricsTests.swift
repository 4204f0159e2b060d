import NeuralNetwork
import Testing

@Suite("EpochMetrics")
struct EpochMetricsTests {
    @Test("keeps what it is made with; without a validation set its two numbers are nil")
    func keeps() {
        let plain = EpochMetrics(epoch: 3, trainingLoss: 0.25, trainingAccuracy: 0.75)
        #expect(plain.epoch == 3)
        #expect(plain.trainingLoss == 0.25)
        #expect(plain.trainingAccuracy == 0.75)
        #expect(plain.validationLoss == nil)
        #expect(plain.validationAccuracy == nil)
        let full = EpochMetrics(
            epoch: 3, trainingLoss: 0.25, trainingAccuracy: 0.75, validationLoss: 0.5,
            validationAccuracy: 0.625)
        #expect(full.validationLoss == 0.5)
        #expect(full.validationAccuracy == 0.625)
        #expect(full != plain)
    }
}
