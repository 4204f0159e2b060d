public import Foundation
import LinearAlgebra
public import NeuralNetwork

/// Handwritten digits, 28 × 28 pixels each, with the digit that was meant.
///
/// Shapes: inputs are n × 784, an image's pixels row by row, from 0 (paper) to 1 (ink): the file's byte over
/// 255. Targets are n × 10: row i has 1 in the column of image i's digit, and 0 elsewhere.
///
/// The full MNIST is four files in one folder, 60,000 images to train on and 10,000 to test with:
/// `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte`, `t10k-labels-idx1-ubyte`.
/// Names with a dot before `idx`, and with `.gz` at the end, are found too; of several files the plain one
/// counts. One place that has them is <https://ossci-datasets.s3.amazonaws.com/mnist/>.
///
/// Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits"; see NOTICE.
public enum MNIST {
    /// Loads the sample that comes with the kit: 5,000 of the 60,000 training images, shuffled, 500 a digit.
    ///
    /// - Returns: Inputs 5,000 × 784, targets 5,000 × 10.
    /// - Throws: `DataFileError` when the kit's own files are missing or damaged.
    public static func sample() throws -> Dataset {
        let folder = (Bundle.module.resourceURL ?? Bundle.module.bundleURL).appending(path: "MNIST")
        return try dataset(
            images: folder.appending(path: "mnist5k-images-idx3-ubyte"),
            labels: folder.appending(path: "mnist5k-labels-idx1-ubyte"))
    }

    /// Loads the full training set from its two files.
    ///
    /// - Parameter directory: The folder of the files.
    /// - Returns: Inputs n × 784, targets n × 10.
    /// - Throws: `DataFileError` when a file is missing, cannot be read or unpacked, or is not a whole IDX
    ///   file; when the images are not 28 × 28 pixels, or the labels not digits or not as many as the images.
    public static func training(in directory: URL) throws -> Dataset {
        try dataset(
            images: find("train-images", "idx3-ubyte", in: directory),
            labels: find("train-labels", "idx1-ubyte", in: directory))
    }

    /// Loads the full test set from its two files.
    ///
    /// - Parameter directory: The folder of the files.
    /// - Returns: Inputs n × 784, targets n × 10.
    /// - Throws: `DataFileError` in the same cases as `training(in:)`.
    public static func test(in directory: URL) throws -> Dataset {
        try dataset(
            images: find("t10k-images", "idx3-ubyte", in: directory),
            labels: find("t10k-labels", "idx1-ubyte", in: directory))
    }

    /// Finds a file under any of its names.
    ///
    /// A folder counts only where there is no file: some archives hold both, a folder named with a dash and a
    /// file named with a dot.
    private static func find(
        _ name: String, _ format: String, in directory: URL
    ) throws(DataFileError) -> URL {
        let names = ["-", "."].map { name + $0 + format }
        let files = (names + names.map { $0 + ".gz" }).map { directory.appending(path: $0) }
        let isThere = { (file: URL) in FileManager.default.fileExists(atPath: file.path) }
        guard let file = files.first(where: \.leadsToFile) ?? files.first(where: isThere) else {
            throw DataFileError(
                file: files[0].path,
                problem: .missing(otherNames: files.dropFirst().map(\.lastPathComponent)))
        }
        return file
    }

    private static func dataset(images imageURL: URL, labels labelURL: URL) throws -> Dataset {
        let images = try IDXFile(contentsOf: imageURL)
        guard images.dimensions.dropFirst() == [28, 28], images.dimensions[0] > 0 else {
            throw DataFileError(
                file: imageURL.path, problem: .notDigitImages(dimensions: images.dimensions))
        }
        let count = images.dimensions[0]
        let labels = try digits(in: labelURL, count: count)
        let pixels = try Matrix(
            rows: count, columns: 28 * 28, elements: images.elements.map { Double($0) / 255 })
        return try Dataset(inputs: pixels, targets: Matrix.identity(10).selectingRows(labels))
    }

    private static func digits(in url: URL, count: Int) throws(DataFileError) -> [Int] {
        let file = try IDXFile(contentsOf: url)
        let labels = file.elements.map(Int.init)
        guard file.dimensions.count == 1 else {
            throw DataFileError(file: url.path, problem: .notLabels(dimensions: file.dimensions))
        }
        guard labels.count == count else {
            throw DataFileError(
                file: url.path, problem: .countsDisagree(labels: labels.count, images: count))
        }
        if let index = labels.firstIndex(where: { $0 > 9 }) {
            throw DataFileError(
                file: url.path, problem: .labelOutOfRange(label: labels[index], index: index))
        }
        return labels
    }
}
