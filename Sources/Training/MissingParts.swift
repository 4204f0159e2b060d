import LinearAlgebra
import NeuralNetwork
import Student

/// The parts of a network that are still to be filled, in the course's order.
struct MissingParts: Equatable {
    /// The first place to fill in each file.
    let places: [FillYourCodeHere]

    /// Tries each part that a network needs, on input that is tiny.
    ///
    /// Any other error is none of this one's business: the training will name it.
    ///
    /// - Parameters:
    ///   - plan: The network.
    ///   - startsAtRandom: Whether the weights are the student's `Linear`'s to choose.
    init(of plan: NetworkPlan, startsAtRandom: Bool) {
        self.init(Trials(of: plan, startsAtRandom: startsAtRandom).missing)
    }

    /// Sorts places into the course's order, and keeps the first of each file.
    init(_ places: [FillYourCodeHere]) {
        let files = Set(places.map(\.fileID))
        let firsts = files.compactMap { file in
            places.filter { $0.fileID == file }.min { $0.line < $1.line }
        }
        self.places = firsts.sorted { ($0.rank, $0.fileID) < ($1.rank, $1.fileID) }
    }

    /// Which exercise comes first, and which ones after it; nil if there is nothing left to fill.
    var message: String? {
        guard let first = places.first else { return nil }
        var lines = [
            "This network needs \(first.partName) first: Sources/\(first.fileID):\(first.line) is still to be filled."
        ]
        if let exercise = CourseExercise.named(first.partName) { lines.append("\(exercise.pointer)") }
        let others = places.dropFirst().map(\.partName)
        if !others.isEmpty { lines.append("And after it: \(others.joined(separator: ", ")).") }
        return lines.joined(separator: "\n")
    }
}

extension FillYourCodeHere {
    /// The name of the file, which is that of its type: "Linear".
    fileprivate var partName: String {
        String(fileID.split(separator: "/").last?.split(separator: ".").first ?? "")
    }

    /// The place of its exercise in the course; what is not in the course comes last.
    fileprivate var rank: Int {
        CourseExercise.all.firstIndex { $0.name == partName } ?? CourseExercise.all.count
    }
}

/// The steps of a network, each to be tried alone.
private struct Trials {
    private(set) var missing: [FillYourCodeHere] = []

    init(of plan: NetworkPlan, startsAtRandom: Bool) {
        let half = Matrix(repeating: 0.5, rows: 2, columns: plan.layers.outputs)
        if startsAtRandom {
            attempt {
                var generator = SeededGenerator(seed: 1)
                _ = try Linear(inFeatures: 1, outFeatures: 1, using: &generator)
            }
        }
        let bias = Matrix.zeros(rows: 1, columns: half.columns)
        if let linear = try? Linear(weight: .identity(half.columns), bias: bias) { attempt(linear, half) }
        for kind in Set(plan.layers.steps.compactMap(\.activation)) { attempt(kind.layer, half) }
        attempt(Sequential(Echo()), half)

        let loss = plan.loss.loss
        attempt { _ = try loss.forward(prediction: half, target: half) }
        attempt { _ = try loss.backward() }

        let parameter = Parameter([[1]])
        let optimizer = plan.optimizer.optimizer(of: [parameter])
        parameter.gradient = [[1]]
        attempt { try optimizer.step() }

        // With parts of our own: what is missing then is missing in `fit`, or in what it calls.
        attempt {
            var generator = SeededGenerator(seed: 1)
            _ = try sampleOrder(count: 2, batchSize: 1, epochs: 1, using: &generator)
        }
    }

    private mutating func attempt(_ layer: any Layer, _ input: Matrix) {
        attempt { _ = try layer.forward(input) }
        attempt { _ = try layer.backward(input) }
    }

    private mutating func attempt(_ step: () throws -> Void) {
        do {
            try step()
        } catch let place as FillYourCodeHere {
            missing.append(place)
        } catch {}
    }
}

/// A layer that hands on what it is given.
private final class Echo: Layer {
    func forward(_ input: Matrix) throws -> Matrix { input }
    func backward(_ outputGradient: Matrix) throws -> Matrix { outputGradient }
}
