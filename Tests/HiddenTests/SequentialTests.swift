import LinearAlgebra
import NeuralNetwork
import Reference
import Student
import Testing

@Suite("Sequential against the reference") struct SequentialTests {
    @Test("forward: the same for random chains of layers, chains in chains among them")
    func forward() throws {
        try expectSameForward("Sequential") { draw in try Chains(&draw).layers }
    }

    @Test("backward: the same gradients of the input and of every parameter")
    func backward() throws {
        try expectSameBackward("Sequential") { draw in try Chains(&draw).layers }
    }

    @Test("update: the same parameters after a few rounds of training")
    func update() throws {
        try onRandomCases { draw in
            let chains = try Chains(&draw)
            for round in 1...3 {
                let input = chains.layers.input(&draw)
                let output = try chains.layers.reference.forward(input)
                let upstream = draw.normal(output.rows, output.columns)
                _ = try chains.layers.reference.backward(upstream)
                for (student, reference) in chains.parameters {
                    student.gradient = reference.gradient
                }
                let rate = draw.number(in: 0.01...0.5)
                try chains.layers.student.update(learningRate: rate)
                try chains.layers.reference.update(learningRate: rate)
                for (index, (student, reference)) in chains.parameters.enumerated() {
                    guard
                        agree(
                            student.value, reference.value,
                            "Sequential.update, parameters[\(index)] after round \(round)", draw,
                            sourceLocation: #_sourceLocation)
                    else { return false }
                }
            }
            return true
        }
    }
}

/// Two chains of layers that start alike.
///
/// All layers are the reference's: only the chaining is the student's.
private struct Chains {
    let layers: LayerCase
    /// What the layers learn, each beside its twin.
    let parameters: [(student: Parameter, reference: Parameter)]

    init(_ draw: inout Draw) throws {
        let inFeatures = draw.count()
        var columns = inFeatures
        var twins: [(student: any Layer, reference: any Layer)] = []
        for _ in 0..<draw.integer(in: 0...5) {
            switch draw.integer(in: 0...3) {
            case 0: twins.append((Reference.Sigmoid(), Reference.Sigmoid()))
            case 1: twins.append((Reference.Tanh(), Reference.Tanh()))
            default:
                let weight = draw.normal(columns, draw.count(), standardDeviation: 0.5)
                let bias = draw.normal(1, weight.columns)
                twins.append(
                    (
                        try Reference.Linear(weight: weight, bias: bias),
                        try Reference.Linear(weight: weight, bias: bias)
                    ))
                columns = weight.columns
            }
        }
        parameters = twins.flatMap { twin in
            zip(twin.student.parameters, twin.reference.parameters).map { (student: $0, reference: $1) }
        }
        if draw.chance(of: 0.3) {
            let cut = draw.integer(in: 0...twins.count)
            let (head, tail) = (twins[..<cut], twins[cut...])
            twins =
                head + [
                    (Student.Sequential(tail.map(\.student)), Reference.Sequential(tail.map(\.reference)))
                ]
        }
        layers = LayerCase(
            Student.Sequential(twins.map(\.student)), Reference.Sequential(twins.map(\.reference))
        ) { $0.normal($0.count(), inFeatures) }
    }
}
