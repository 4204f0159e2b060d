import Datasets
import LinearAlgebra
import NeuralNetwork

/// The samples to learn from, and those that are held out, if any.
struct TrainingData {
    let training: Dataset
    let heldOut: Dataset?

    /// Makes or loads what a request asks for.
    ///
    /// - Throws: `DataFileError` for files that cannot be used; `UsageError` for numbers that ask for more
    ///   samples than there are, or leave none.
    init(_ request: TrainRequest, using generator: inout some RandomNumberGenerator) throws {
        switch request.plan.problem {
        case .moons:
            // As many more are made as are held out: `samples` are there to learn from.
            let training = request.samples ?? 400
            let share = request.validation
            let more = (Double(training) * share / (1 - share)).rounded()
            guard more <= 1_000_000 else {
                throw UsageError("--validation \(share.plainText) takes \(more.wholeText) more moons.")
            }
            let heldOut = Int(more)
            let all = try moons(samples: training + heldOut, noise: request.noise, using: &generator)
            self.training = all.selecting(heldOut..<all.count)
            self.heldOut = heldOut > 0 ? all.selecting(0..<heldOut) : nil
        case .digits:
            let (all, heldOut) = try Self.digits(request, using: &generator)
            let count = request.samples ?? all.count
            guard count <= all.count else {
                throw UsageError("--samples wants \(count), and there are \(all.count) to learn from.")
            }
            training = count < all.count ? all.selecting(0..<count) : all
            self.heldOut = heldOut
        }
    }

    private static func digits(
        _ request: TrainRequest, using generator: inout some RandomNumberGenerator
    ) throws -> (training: Dataset, heldOut: Dataset?) {
        if let folder = request.data {
            // Read before the long part begins, also where nothing is held out.
            let test = try MNIST.test(in: folder)
            let training = try MNIST.training(in: folder)
            let order = (0..<training.count).shuffled(using: &generator)
            let shuffled = request.samples == nil ? training : training.selecting(order)
            return (shuffled, request.validation > 0 ? test : nil)
        }
        let sample = try MNIST.sample()
        guard request.validation > 0 else { return (sample, nil) }
        do {
            let parts = try sample.split(testFraction: request.validation, using: &generator)
            return (parts.train, parts.test)
        } catch {
            throw UsageError(
                "--validation \(request.validation.plainText) of \(sample.count) samples leaves one set empty."
            )
        }
    }
}
