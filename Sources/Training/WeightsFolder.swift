public import Foundation
public import LinearAlgebra

/// A network's weights in a folder that NumPy reads too.
///
///     weights.json            what is in the folder, see below
///     1-linear-weight.npy     in × out, the weights of the first linear layer
///     1-linear-bias.npy       1 × out, its biases
///     2-linear-weight.npy     …
///
/// `weights.json` holds, in version 1 of the format:
///
///     {
///       "format": "neural-network-exercises weights",
///       "version": 1,
///       "layers": "784,relu:128,10",
///       "loss": "softmax-cross-entropy",
///       "files": [{ "file": "1-linear-weight.npy", "rows": 784, "columns": 128 }, …]
///     }
///
/// The files come in the order of the model's parameters; each is a matrix as `NumPyFile` writes it. `layers` is
/// the number of inputs, then the size of each linear layer after the name of the activation that follows it.
public struct WeightsFolder: Equatable, Sendable {
    /// The network's layers: "784,relu:128,10".
    public var layers: String
    /// The loss that the network was trained with: "softmax-cross-entropy".
    public var loss: String
    /// The values of the model's parameters, in their order: for each linear layer its weight, then its bias.
    public var parameters: [Matrix]

    /// Puts together what is to be saved.
    ///
    /// - Parameters:
    ///   - layers: The network's layers: "784,relu:128,10".
    ///   - loss: The loss that the network was trained with.
    ///   - parameters: The values of the model's parameters, in their order.
    public init(layers: String, loss: String, parameters: [Matrix]) {
        self.layers = layers
        self.loss = loss
        self.parameters = parameters
    }

    /// Reads a folder that was saved.
    ///
    /// Whether the weights fit a network is for its owner to see: only shape and `layers` are at hand here.
    ///
    /// - Parameter folder: The folder.
    /// - Throws: `TrainingFileError` when the folder or a file is missing or damaged, when it is in another version
    ///   of the format, when a matrix has another shape than `weights.json` says, or holds NaN or infinity.
    public init(readingFrom folder: URL) throws(TrainingFileError) {
        guard WholeFile.exists(folder) else { throw TrainingFileError(folder, .missing) }
        guard WholeFile.isFolder(folder) else { throw TrainingFileError(folder, .notAFolder) }
        let manifest = try WeightsManifest(in: folder)
        layers = manifest.layers
        loss = manifest.loss
        parameters = []
        for file in manifest.files {
            let url = folder.appending(path: file.file)
            let matrix = try NumPyFile.read(url)
            let expected = Shape(rows: file.rows, columns: file.columns)
            guard matrix.shape == expected else {
                throw TrainingFileError(url, .shapeDiffers(expected: expected, found: matrix.shape))
            }
            try Self.checkFinite(matrix, url)
            parameters.append(matrix)
        }
    }

    /// Saves the weights, whole or not at all.
    ///
    /// They are written to a temporary folder beside the old one, which then takes its place: the old one is moved
    /// aside first and removed last, so that one of the two is always there.
    ///
    /// - Parameter folder: The folder; folders around it that are missing are made. A weights folder that is there
    ///   is replaced, and so is an empty one.
    /// - Throws: `TrainingFileError` when a weight is NaN or infinite, when there is a file, a folder that is not
    ///   one of weights, or one that holds other files too, and when the system refuses. The old folder stays then.
    public func write(to folder: URL) throws(TrainingFileError) {
        let folder = folder.absoluteURL.standardizedFileURL.resolvingSymlinksInPath()
        let files = zip(0..., parameters).map { index, matrix in
            WeightsManifest.File(file: Self.fileName(of: index), rows: matrix.rows, columns: matrix.columns)
        }
        for (file, matrix) in zip(files, parameters) {
            try Self.checkFinite(matrix, folder.appending(path: file.file))
        }
        try Self.checkReplaceable(folder)
        try WholeFile.makeFolder(folder.deletingLastPathComponent())
        let exchange = FolderExchange(for: folder)
        defer { exchange.removeLeftovers() }
        try exchange.makeNew()
        for (file, matrix) in zip(files, parameters) {
            try NumPyFile.write(matrix, to: exchange.new.appending(path: file.file))
        }
        try WholeFile.write(
            json: WeightsManifest(layers: layers, loss: loss, files: files),
            to: exchange.new.appending(path: WeightsManifest.fileName))
        try exchange.run()
    }

    /// The name of a parameter's file, by the parameter's place in the model: linear layers are counted from 1.
    static func fileName(of index: Int) -> String {
        "\(index / 2 + 1)-linear-\(index.isMultiple(of: 2) ? "weight" : "bias").npy"
    }

    private static func checkFinite(_ matrix: Matrix, _ url: URL) throws(TrainingFileError) {
        guard let index = matrix.elements.firstIndex(where: { !$0.isFinite }) else { return }
        let value = matrix.elements[index]
        throw TrainingFileError(
            url,
            .notFinite(
                value: value.isNaN ? "NaN" : value > 0 ? "∞" : "−∞", row: index / matrix.columns,
                column: index % matrix.columns))
    }

    /// Refuses to replace anything but saved weights and what is empty: nobody's files are lost.
    static func checkReplaceable(_ folder: URL) throws(TrainingFileError) {
        guard WholeFile.exists(folder) else { return }
        guard WholeFile.isFolder(folder) else { throw TrainingFileError(folder, .notAFolder) }
        let contents: [String]
        do {
            contents = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw TrainingFileError(folder, .unreadable(reason: error.systemReason))
        }
        // The Finder leaves this in every folder that it has shown.
        let names = Set(contents).subtracting([".DS_Store"])
        guard !names.isEmpty else { return }
        guard names.contains(WeightsManifest.fileName) else {
            throw TrainingFileError(folder, .notAWeightsFolder)
        }
        let ours = try WeightsManifest(in: folder).files.map(\.file) + [WeightsManifest.fileName]
        let others = names.subtracting(ours)
        guard others.isEmpty else { throw TrainingFileError(folder, .otherFiles(others.sorted())) }
    }
}
