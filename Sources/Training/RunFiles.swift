import Foundation
import LinearAlgebra
import NeuralNetwork

/// The files and folders that a request names, apart from the data.
struct RunFiles {
    let request: TrainRequest

    /// Reads the weights to start from.
    ///
    /// - Returns: The weights and biases in the layers' order; nil if the request names none.
    /// - Throws: `TrainingFileError` for a folder that cannot be used; `UsageError` for another network's.
    func weights() throws -> [Matrix]? {
        guard let folder = request.load else { return nil }
        let weights = try WeightsFolder(readingFrom: folder)
        let layers = request.plan.layers
        guard weights.layers == layers.description else {
            throw UsageError(
                "--load \(folder.relativePath) holds a network \(weights.layers), and \(request.plan.name) is "
                    + "\(layers). What was saved can be trained on with `custom --layers \(weights.layers)`.")
        }
        let shapes = layers.linearSizes.flatMap { size in
            [
                Shape(rows: size.inputs, columns: size.outputs), Shape(rows: 1, columns: size.outputs),
            ]
        }
        guard weights.parameters.map(\.shape) == shapes else {
            throw TrainingFileError(folder, .notWeights(reason: "the shapes are not those of \(layers)"))
        }
        return weights.parameters
    }

    /// Looks whether all that is to be written can be: after the training it would be too late.
    ///
    /// - Throws: `TrainingFileError` for the first place where nothing can be written.
    func checkWritable() throws(TrainingFileError) {
        if let folder = request.save { try WeightsFolder.checkReplaceable(folder) }
        for folder in [request.plot, request.export].compactMap(\.self) {
            guard !WholeFile.exists(folder) || WholeFile.isFolder(folder) else {
                throw TrainingFileError(folder, .notAFolder)
            }
        }
        if let file = request.record, WholeFile.isFolder(file) { throw TrainingFileError(file, .notAFile) }
        for url in [request.save, request.plot, request.record, request.export].compactMap(\.self) {
            var place = url.absoluteURL.standardizedFileURL
            while !WholeFile.exists(place), place.path != "/" { place.deleteLastPathComponent() }
            guard FileManager.default.isWritableFile(atPath: place.path) else {
                throw TrainingFileError(url, .unwritable(reason: "no permission"))
            }
        }
    }

    /// Writes what another program needs to do the same training.
    ///
    /// - Parameters:
    ///   - data: The samples.
    ///   - network: The network before the training.
    ///   - generator: The generator of the order, in the state that the training begins with.
    /// - Throws: `StudentError` when `fit` does not take the samples as it should; `TrainingFileError` when a file
    ///   cannot be written.
    func export(_ data: TrainingData, _ network: Network, order generator: SeededGenerator) throws {
        guard let folder = request.export else { return }
        var generator = generator
        let settings = TrainingSettings(request, samples: data.training.count)
        let orders = try StudentError.catching("--export finds out how fit takes the samples, and cannot") {
            try sampleOrder(
                count: data.training.count, batchSize: settings.batchSize, epochs: settings.epochs,
                using: &generator)
        }
        let export = PeerExport(
            settings: settings, training: data.training, validation: data.heldOut,
            parameters: network.parameters, orders: orders)
        try export.write(to: folder)
    }

    /// Writes what is to be kept of a training.
    ///
    /// - Returns: What could not be written, and why.
    func write(
        _ run: TrainingRun, _ data: TrainingData, _ network: Network, _ pictures: TrainingPictures
    ) -> [any Error] {
        var failures: [any Error] = []
        func attempt(_ write: () throws -> Void) {
            do { try write() } catch { failures.append(error) }
        }
        if let folder = request.save, run.leavesWeights {
            let weights = WeightsFolder(
                layers: request.plan.layers.description, loss: request.plan.loss.rawValue,
                parameters: network.parameters)
            attempt { try weights.write(to: folder) }
        }
        if let file = request.record {
            let record = RunRecord(
                settings: TrainingSettings(request, samples: data.training.count), metrics: run.metrics,
                seconds: run.seconds, samplesPerSecond: run.samplesPerSecond, interrupted: run.isInterrupted)
            attempt { try record.write(to: file) }
        }
        if let folder = request.plot { attempt { try pictures.write(to: folder) } }
        return failures
    }
}

extension TrainingSettings {
    /// The settings of a request, with what only its optimizer has.
    init(_ request: TrainRequest, samples: Int) {
        let plan = request.plan
        self.init(
            network: plan.name, layers: plan.layers.description, loss: plan.loss.rawValue,
            optimizer: plan.optimizer.kind.rawValue, learningRate: plan.optimizer.learningRate,
            batchSize: min(plan.batchSize ?? samples, samples), epochs: plan.epochs, samples: samples,
            seed: request.seed)
        let own = Dictionary(uniqueKeysWithValues: plan.optimizer.settings.map { ($0.option, $0.value) })
        momentum = own["--momentum"]
        decay = own["--decay"]
        beta1 = own["--beta1"]
        beta2 = own["--beta2"]
        epsilon = own["--epsilon"]
    }
}
