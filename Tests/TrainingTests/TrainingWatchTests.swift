import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

@Suite("What is seen of a training")
struct TrainingWatchTests {
    private let one: Matrix = [[1]]

    @Test("batches count when they come to backward, measured ones never")
    func batches() throws {
        let watch = TrainingWatch(samplesPerEpoch: 5)
        let loss = WatchedLoss(SpyLoss(1, 4, 100), watch: watch)
        let two: Matrix = [[0.2], [0.8]]
        let three: Matrix = [[0.2], [0.8], [0.1]]
        _ = try loss.forward(prediction: two, target: [[0], [1]])
        _ = try loss.backward()
        _ = try loss.forward(prediction: three, target: [[0], [1], [1]])
        _ = try loss.backward()
        _ = try loss.forward(prediction: two, target: two)
        #expect(watch.samples == 5)
        #expect(watch.epochBatches == 2)
        #expect(watch.epochLossSum == 1 * 2 + 4 * 3)
        #expect(watch.losses.latest == [1, 4])
        #expect(watch.epochRightOnes == 0)
        watch.beginEpoch(2)
        #expect(watch.samples == 5)
        #expect(watch.epochSamples == 0)
        #expect(watch.epoch == 2)
    }

    @Test(
        "right answers are counted by row, at the loss's threshold",
        arguments: [
            ([[0.2], [0.8], [0.4]], [[0], [1], [1]], 0.5, 2),
            ([[-2], [0.1], [0.4]], [[0], [1], [1]], 0, 3),
            ([[0.1, 0.7], [0.9, 0.2]], [[0, 1], [0, 1]], 0.5, 1),
        ] as [(Matrix, Matrix, Double, Int)])
    func rightOnes(prediction: Matrix, target: Matrix, threshold: Double, count: Int) throws {
        let watch = TrainingWatch(samplesPerEpoch: 3, countsRightOnes: true)
        let loss = WatchedLoss(SpyLoss(1, decisionThreshold: threshold), watch: watch)
        _ = try loss.forward(prediction: prediction, target: target)
        _ = try loss.backward()
        #expect(watch.epochRightOnes == count)
    }

    @Test("a loss that is not finite ends the training, and so does a prediction")
    func notFinite() throws {
        let watch = TrainingWatch(samplesPerEpoch: 1)
        let loss = WatchedLoss(SpyLoss(1, .nan, -.infinity, 1), watch: watch)
        #expect(try loss.forward(prediction: one, target: one) == 1)
        let error = #expect(throws: NotFinite.self) { try loss.forward(prediction: [[7]], target: one) }
        #expect(error?.loss.isNaN == true)
        #expect(error?.prediction == [[7]])
        #expect(throws: NotFinite.self) { try loss.forward(prediction: one, target: one) }
        #expect(throws: NotFinite.self) { try loss.forward(prediction: [[1, .infinity]], target: [[1, 0]]) }
    }

    @Test("finite predictions whose sum is not are no reason to stop")
    func hugeButFinite() throws {
        let loss = WatchedLoss(SpyLoss(1), watch: TrainingWatch(samplesPerEpoch: 1))
        #expect(try loss.forward(prediction: [[1e308, 1e308]], target: [[1, 0]]) == 1)
    }

    @Test("an error has the name of its step")
    func steps() {
        let watch = TrainingWatch(samplesPerEpoch: 1)
        let failing = SpyLayer(forward: { _ in throw SpyError() }, backward: { _ in throw SpyError() })
        let layer = WatchedLayer(failing, number: 3, watch: watch)
        let loss = WatchedLoss(SpyLoss(), watch: watch)
        let optimizer = WatchedOptimizer(SpyOptimizer())
        let steps: [(String, () throws -> Void)] = [
            ("the forward of layer 3 (SpyLayer)", { _ = try layer.forward(one) }),
            ("the backward of layer 3 (SpyLayer)", { _ = try layer.backward(one) }),
            ("the update of layer 3 (SpyLayer)", { try layer.update(learningRate: 1) }),
            ("SpyLoss's forward", { _ = try loss.forward(prediction: one, target: one) }),
            ("SpyOptimizer's step", { try optimizer.step() }),
        ]
        for (name, step) in steps {
            let error = #expect(throws: StepError.self) { try step() }
            #expect(error?.step == name)
            #expect(error?.underlying is SpyError)
        }
    }

    @Test("what is watched does all that it did unwatched")
    func transparent() throws {
        let inner = SpyLayer([[1]], [[2]], forward: { 2 * $0 }, backward: { 3 * $0 })
        let layer = WatchedLayer(inner, number: 1, watch: TrainingWatch(samplesPerEpoch: 1))
        #expect(try layer.forward([[5]]) == [[10]])
        #expect(try layer.backward([[5]]) == [[15]])
        #expect(layer.parameters.map(\.value) == [[[1]], [[2]]])
        let optimizer = SpyOptimizer()
        WatchedOptimizer(optimizer).zeroGradients()
        #expect(optimizer.isCleared)
        let loss = WatchedLoss(
            SpyLoss(decisionThreshold: 0.25), watch: TrainingWatch(samplesPerEpoch: 1))
        #expect(loss.decisionThreshold == 0.25)
    }

    @Test("the place is the batch that goes on, also while it goes backwards")
    func places() throws {
        let watch = TrainingWatch(samplesPerEpoch: 2)
        let layer = WatchedLayer(SpyLayer(), number: 1, watch: watch)
        let loss = WatchedLoss(SpyLoss(1, 1, 1), watch: watch)
        #expect(watch.place == "Epoch 1, batch 1")
        for batch in 1...2 {
            _ = try loss.forward(prediction: layer.forward(one), target: one)
            #expect(watch.place == "Epoch 1, batch \(batch)")
            _ = try loss.backward()
            #expect(watch.place == "Epoch 1, batch \(batch)")
        }
        _ = try layer.forward(one)
        #expect(watch.place == "Epoch 1, after its last batch")
        watch.beginEpoch(2)
        #expect(watch.place == "Epoch 2, batch 1")
    }

    @Test("what is to happen after a batch may end the training")
    func afterBatch() throws {
        let watch = TrainingWatch(samplesPerEpoch: 1) { watch in
            if watch.samples == 2 { throw Interrupted() }
        }
        let loss = WatchedLoss(SpyLoss(1, 1), watch: watch)
        _ = try loss.forward(prediction: one, target: one)
        _ = try loss.backward()
        _ = try loss.forward(prediction: one, target: one)
        #expect(throws: Interrupted.self) { try loss.backward() }
    }

    @Test("of many losses the first ten and the last ten are kept")
    func trail() {
        var trail = LossTrail()
        for loss in 1...25 { trail.append(Double(loss)) }
        #expect(trail.count == 25)
        #expect(trail.first == (1...10).map(Double.init))
        #expect(trail.latest == (16...25).map(Double.init))
    }
}
