import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

@Suite("Why a loss is no number")
struct LossDiagnosisTests {
    private func plan(_ arguments: String...) throws -> NetworkPlan {
        try #require(try TrainRequest.reading(arguments)).plan
    }

    private func trail(_ losses: Double...) -> LossTrail {
        var trail = LossTrail()
        for loss in losses { trail.append(loss) }
        return trail
    }

    private func causes(
        _ layers: [any Layer], input: Matrix = [[1], [1]], prediction: Matrix, losses: LossTrail,
        plan: NetworkPlan, initialDeviation: Double? = nil
    ) -> [String] {
        LossDiagnosis(
            evidence: LossEvidence(layers: layers, input: input, prediction: prediction, losses: losses),
            plan: plan, initialDeviation: initialDeviation
        ).causes
    }

    @Test("weights that broke after the loss rose: the learning rate comes first, with a tenth to try")
    func learningRate() throws {
        let causes = causes(
            [SpyLayer([[.nan]])], prediction: [[.nan], [.nan]], losses: trail(0.7, 9, 1e6),
            plan: try plan("moons", "--learning-rate", "5"))
        #expect(causes[0].contains("rose from 0.7000 to 1.00e+06"), "\(causes)")
        #expect(causes[0].contains("--learning-rate 0.5"), "\(causes)")
        #expect(causes[1].contains("./grade.sh sgd, ./grade.sh binary-cross-entropy"), "\(causes)")
    }

    @Test("broken weights, fine gradients and no rise: the optimizer's step, and nothing else")
    func optimizer() throws {
        let layer = SpyLayer([[.nan]])
        layer.parameters[0].gradient = [[0]]
        let causes = causes(
            [layer], prediction: [[.nan]], losses: trail(0.7, 0.6, 0.5),
            plan: try plan("custom", "--layers", "2,1", "--optimizer", "adam", "--epsilon", "0"))
        #expect(causes.count == 1)
        #expect(causes[0].contains("--epsilon is 0"), "\(causes)")
        #expect(causes[0].contains("./grade.sh adam"), "\(causes)")
    }

    @Test("a broken gradient: the loss's backward, which divides by predictions")
    func gradient() throws {
        let layers = [SpyLayer([[.nan]]), SpyLayer([[.nan]])]
        for layer in layers { layer.parameters[0].gradient = [[.infinity]] }
        let causes = causes(
            layers, prediction: [[.nan]], losses: trail(0.7, 0.1), plan: try plan("moons"))
        #expect(causes.count == 1)
        #expect(causes[0].hasPrefix("The gradient of layer 2 (SpyLayer) is not finite"), "\(causes)")
        #expect(causes[0].contains("clipped"), "\(causes)")
    }

    @Test("a layer that makes NaN of finite numbers is named, and the learning rate is not blamed")
    func forward() throws {
        let layers = [SpyLayer(), SpyLayer(forward: { $0 - .infinity })]
        let evidence = LossEvidence(
            layers: layers, input: [[1], [-800]], prediction: [[.nan]], losses: trail(0.7, 0.6))
        let diagnosis = LossDiagnosis(evidence: evidence, plan: try plan("moons"))
        #expect(diagnosis.lines[0] == "The losses before it: 0.7000, 0.6000.")
        #expect(diagnosis.lines[1].contains("Layer 2 (SpyLayer) makes the first number that is not"))
        #expect(diagnosis.lines.joined(separator: " ").contains("from numbers up to 800.0000"))
        #expect(diagnosis.causes == ["SpyLayer's forward. "])
    }

    @Test(
        "a loss that makes NaN of finite predictions: its logarithm or its power",
        arguments: [
            (["moons"], [[0], [1]], "logarithm of 0"),
            (["custom", "--layers", "784,softmax:10"], [[0], [1]], "logarithm of 0"),
            (["mnist-mlp"], [[900], [-900]], "e to the power of a large number"),
            (["custom", "--layers", "2,1"], [[900], [-900]], "e to the power of a large number"),
            (["mnist-sigmoid"], [[0], [1]], "The loss's forward"),
        ] as [([String], Matrix, String)])
    func loss(arguments: [String], prediction: Matrix, cause: String) throws {
        let plan = try #require(try TrainRequest.reading(arguments)).plan
        let causes = causes(
            [SpyLayer([[1]])], prediction: prediction, losses: trail(0.7, 0.6), plan: plan)
        #expect(causes.count == 1)
        #expect(causes[0].contains(cause), "\(causes)")
        #expect(causes[0].contains("./grade.sh \(plan.loss.rawValue)"), "\(causes)")
    }

    @Test("predictions beyond all measure: steps that were too long, not the loss")
    func overflow() throws {
        let causes = causes(
            [SpyLayer([[1e150]])], prediction: [[1e160], [0]], losses: trail(0.2, 1e300),
            plan: try plan("mnist-sigmoid"))
        #expect(causes[0].hasPrefix("The learning rate"), "\(causes)")
        #expect(!causes.contains { $0.contains("The loss's forward") }, "\(causes)")
    }

    @Test("before the first step no step is blamed, and a far start is")
    func firstBatch() throws {
        let causes = causes(
            [SpyLayer([[1e9]])], prediction: [[0], [1]], losses: trail(), plan: try plan("moons"),
            initialDeviation: 1e9)
        #expect(causes[0].contains("--initial-deviation"), "\(causes)")
        #expect(causes[1].contains("logarithm"), "\(causes)")
        #expect(!causes.contains { $0.contains("learning rate") }, "\(causes)")
    }

    @Test("with one sample a batch, one loss that jumps is no rise")
    func jumps() throws {
        let evidence = LossEvidence(
            layers: [], input: nil, prediction: [[1]],
            losses: trail(0.01, 2, 2.5, 1, 3, 0.1, 2, 2, 2, 2, 2, 9))
        #expect(evidence.growth == nil)
        let batch = LossEvidence(layers: [], input: nil, prediction: [[1], [1]], losses: trail(0.5, 6))
        #expect(batch.growth?.from == 0.5)
        #expect(batch.growth?.to == 6)
    }

    @Test("evidence without anything is still a sentence")
    func nothing() throws {
        let causes = causes([], prediction: [[.nan]], losses: trail(), plan: try plan("moons"))
        #expect(causes.count == 1)
    }

    @Test("every line fits a terminal")
    func width() throws {
        for name in NetworkPlan.named {
            let evidence = LossEvidence(
                layers: [SpyLayer([[.nan]])], input: nil, prediction: [[.nan]], losses: trail(1, 1e250))
            let lines = LossDiagnosis(evidence: evidence, plan: name).lines
            #expect(lines.allSatisfy { $0.count <= 79 }, "\(lines)")
        }
    }
}
