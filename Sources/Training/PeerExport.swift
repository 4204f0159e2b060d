public import Foundation
public import LinearAlgebra
public import NeuralNetwork

/// All that another program needs to repeat a training, number for number: a folder of matrices and settings.
///
///     settings.json               a `TrainingSettings`
///     inputs.npy, targets.npy     the training set, n × d and n × k
///     validation-inputs.npy, validation-targets.npy    the held-out set; only where there is one
///     1-linear-weight.npy, 1-linear-bias.npy, …        the weights before the training, as in a weights folder
///     order.npy                   epochs × n: the rows of the training set in the order in which they come
///
/// An epoch's batches are its row of `order.npy`, cut every `batchSize` numbers. `sampleOrder` finds the orders.
public struct PeerExport: Sendable {
    /// How the network is trained.
    public var settings: TrainingSettings
    /// The samples to learn from.
    public var training: Dataset
    /// The samples that are held out, if any.
    public var validation: Dataset?
    /// The values of the model's parameters before the training, in their order.
    public var parameters: [Matrix]
    /// For each epoch the samples' numbers, from 0, in the order in which they come; each of them once.
    public var orders: [[Int]]

    /// Puts together what is to be exported.
    ///
    /// - Parameters:
    ///   - settings: How the network is trained.
    ///   - training: The samples to learn from.
    ///   - validation: The samples that are held out, if any.
    ///   - parameters: The values of the model's parameters before the training, in their order.
    ///   - orders: For each epoch the samples' numbers in the order in which they come.
    public init(
        settings: TrainingSettings, training: Dataset, validation: Dataset?, parameters: [Matrix],
        orders: [[Int]]
    ) {
        self.settings = settings
        self.training = training
        self.validation = validation
        self.parameters = parameters
        self.orders = orders
    }

    /// Writes the files, each whole; other files in the folder stay.
    ///
    /// - Parameter folder: The folder; it is made where there is none.
    /// - Throws: `TrainingFileError` when a file cannot be written; `ShapeError` when an order has not as many
    ///   numbers as there are samples.
    public func write(to folder: URL) throws {
        let order = try Matrix(
            rows: orders.count, columns: training.count, elements: orders.flatMap { $0.map(Double.init) })
        try WholeFile.makeFolder(folder)
        try write(training, to: folder, prefix: "")
        if let validation {
            try write(validation, to: folder, prefix: "validation-")
        } else {
            try removeValidation(from: folder)
        }
        for (index, parameter) in parameters.enumerated() {
            try NumPyFile.write(parameter, to: folder.appending(path: WeightsFolder.fileName(of: index)))
        }
        try NumPyFile.write(order, to: folder.appending(path: "order.npy"))
        try WholeFile.write(json: settings, to: folder.appending(path: "settings.json"))
    }

    private func write(_ samples: Dataset, to folder: URL, prefix: String) throws {
        try NumPyFile.write(samples.inputs, to: folder.appending(path: prefix + "inputs.npy"))
        try NumPyFile.write(samples.targets, to: folder.appending(path: prefix + "targets.npy"))
    }

    /// Removes what an earlier export left: it would be measured on.
    private func removeValidation(from folder: URL) throws {
        for name in ["validation-inputs.npy", "validation-targets.npy"] {
            let file = folder.appending(path: name)
            guard WholeFile.exists(file) else { continue }
            try WholeFile.doing(file) { try FileManager.default.removeItem(at: file) }
        }
    }
}
