import Foundation
public import LinearAlgebra

/// A file or folder of a training run that cannot be used: which one, what is wrong with it, and the way out.
public struct TrainingFileError: Error, Equatable, CustomStringConvertible {
    /// The path of the file or folder.
    public let file: String
    /// What is wrong with it.
    public let problem: Problem

    /// The file and its problem, in a sentence or two.
    public var description: String { "\(file): \(problem)" }

    init(_ url: URL, _ problem: Problem) {
        file = url.path
        self.problem = problem
    }

    /// What can be wrong with a file or folder.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        /// There is nothing at this path.
        case missing
        /// There is a folder, or something else that is not a file.
        case notAFile
        /// There is a file, or something else that is not a folder.
        case notAFolder
        /// The system does not let it be read, for the given reason.
        case unreadable(reason: String)
        /// The system does not let it be written, for the given reason.
        case unwritable(reason: String)

        /// The file does not begin as a `.npy` file does, but with these bytes.
        case notNumPy([UInt8])
        /// The version of the `.npy` format is not 1.0, 2.0 or 3.0.
        case unknownNumPyVersion(major: UInt8, minor: UInt8)
        /// The file ends within its header: bytes expected and found.
        case truncatedHeader(expected: Int, found: Int)
        /// The header is not that of an array of numbers; its beginning.
        case unreadableHeader(String)
        /// The elements are of a type that is not read, as NumPy names it.
        case unsupportedType(String)
        /// The array has more than two dimensions, or ones that no file holds.
        case notAMatrix(dimensions: [Int])
        /// The file ends before its data does: bytes of data expected and found.
        case truncatedData(expected: Int, found: Int)
        /// The file goes on after its data: the number of bytes too many.
        case trailingBytes(Int)

        /// The file is not the `weights.json` of a weights folder, for the given reason.
        case notWeights(reason: String)
        /// The weights are in a later version of the format.
        case unknownWeightsVersion(Int)
        /// The weights have another shape than `weights.json` says.
        case shapeDiffers(expected: Shape, found: Shape)
        /// An element is NaN or infinite.
        case notFinite(value: String, row: Int, column: Int)
        /// The folder is not one of weights, and weights must not replace it.
        case notAWeightsFolder
        /// The folder holds other files besides the weights, which would be lost with it.
        case otherFiles([String])

        /// What is wrong, and the way out.
        public var description: String {
            switch self {
            case .missing: "there is nothing here; check the path"
            case .notAFile: "this is not a file; name a file"
            case .notAFolder: "this is not a folder; name a folder"
            case .unreadable(let reason): "it cannot be read (\(reason)); check who may read it"
            case .unwritable(let reason):
                "it cannot be written (\(reason)); check the path, and who may write there"
            case .notNumPy(let bytes):
                "the file begins with the bytes \(bytes), and a NumPy file with 147 and NUMPY; "
                    + "check that it is what its name says"
            case .unknownNumPyVersion(let major, let minor):
                "the file is in version \(major).\(minor) of NumPy's format, and 1.0, 2.0 and 3.0 are read; "
                    + Self.saveAgain
            case .truncatedHeader(let expected, let found):
                "the file ends after \(found) of its header's \(expected) bytes; \(Self.saveAgain)"
            case .unreadableHeader(let header):
                "the header is not that of an array of numbers: \(header); \(Self.saveAgain)"
            case .unsupportedType(let type):
                "the elements are of type \(type), and <f8, >f8, <f4 and <i8 are read; \(Self.saveAgain)"
            case .notAMatrix(let dimensions):
                "the array is \(dimensions.map(String.init).joined(separator: " × ")), and a matrix has one "
                    + "or two dimensions of a sensible size; reshape it, and save it again"
            case .truncatedData(let expected, let found):
                "the file ends after \(found) of \(expected) bytes of data; \(Self.saveAgain)"
            case .trailingBytes(let count):
                "the file goes on for \(count) bytes after its data; \(Self.saveAgain)"
            case .notWeights(let reason):
                "this does not describe saved weights (\(reason)); name a folder that was saved with --save"
            case .unknownWeightsVersion(let version):
                "the weights are in version \(version) of their format, and version 1 is read; "
                    + "take a newer copy of this kit"
            case .shapeDiffers(let expected, let found):
                "the matrix is \(found), and weights.json says \(expected); "
                    + "write the right shape there, or save the weights again"
            case .notFinite(let value, let row, let column):
                "element [\(row), \(column)] is \(value), and no network learns from there; "
                    + "save weights from before the loss broke, or begin without"
            case .notAWeightsFolder:
                "there is a folder which holds no saved weights, and it is not replaced; "
                    + "name another folder, or an empty one"
            case .otherFiles(let names):
                "besides saved weights the folder holds \(names.joined(separator: ", ")), which would be lost; "
                    + "move that elsewhere, or name another folder"
            }
        }

        private static let saveAgain = "save it again, with numpy.save(file, array.astype('<f8'))"
    }
}
