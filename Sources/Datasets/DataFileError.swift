/// A data file that cannot be used: which one, what is wrong with it, and what to do about it.
public struct DataFileError: Error, Equatable, CustomStringConvertible {
    /// The path of the file.
    public let file: String
    /// What is wrong with it.
    public let problem: Problem

    /// The file and its problem, in a sentence or two.
    public var description: String { "\(file): \(problem)" }

    /// What can be wrong with a data file.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        /// There is nothing at this path, nor under the other names that were looked for.
        case missing(otherNames: [String])
        /// There is a folder, or something else that is not a file.
        case notAFile
        /// The system does not let the file be read, for the given reason.
        case unreadable(reason: String)
        /// The file is gzipped, and the machine has no `gunzip`.
        case gunzipMissing
        /// The file is gzipped, and `gunzip` does not unpack it: in its own words.
        case gunzipRefused(reason: String)
        /// The file does not begin with 0, 0, 8 and a number of dimensions, but with these bytes.
        case wrongMagicNumber([UInt8])
        /// The file ends within its header.
        case truncatedHeader(expected: Int, found: Int)
        /// The header's dimensions multiply to more than a number can hold.
        case absurdDimensions([Int])
        /// The file ends before its data does: bytes of data expected and found.
        case truncatedData(expected: Int, found: Int)
        /// The file goes on after its data: the number of bytes too many.
        case trailingBytes(Int)
        /// The dimensions are not n × 28 × 28 with n of 1 or more.
        case notDigitImages(dimensions: [Int])
        /// There is not one dimension alone.
        case notLabels(dimensions: [Int])
        /// The numbers of labels and of images differ.
        case countsDisagree(labels: Int, images: Int)
        /// A label is not a digit; labels are counted from 0.
        case labelOutOfRange(label: Int, index: Int)

        /// What is wrong, and the way out.
        public var description: String {
            switch self {
            case .missing(let otherNames):
                "there is no such file"
                    + otherNames.map { ", nor \($0)" }.joined()
                    + "; put it there, or name the folder that has it"
            case .notAFile:
                "this is not a file; if it is a folder, name the file in it, or move the file here"
            case .unreadable(let reason):
                "the file cannot be read (\(reason)); check who may read it"
            case .gunzipMissing:
                "the file is gzipped, and there is no gunzip on this machine; install gzip, "
                    + "or unpack the file elsewhere"
            case .gunzipRefused(let reason):
                "gunzip cannot unpack the file (\(reason)); \(Self.downloadAgain)"
            case .wrongMagicNumber(let bytes):
                "the file begins with the bytes \(bytes), and an IDX file of bytes with 0, 0, 8 and a number "
                    + "of dimensions above 0; check that it is what its name says, or \(Self.downloadAgain)"
            case .truncatedHeader(let expected, let found):
                "the file ends after \(found) of its header's \(expected) bytes; \(Self.downloadAgain)"
            case .absurdDimensions(let dimensions):
                "the header asks for \(Self.product(dimensions)) bytes, more than any file has; "
                    + Self.downloadAgain
            case .truncatedData(let expected, let found):
                "the file ends after \(found) of \(expected) bytes of data; \(Self.downloadAgain)"
            case .trailingBytes(let count):
                "the file goes on for \(count) bytes after its data; \(Self.downloadAgain)"
            case .notDigitImages(let dimensions):
                "the file holds \(Self.product(dimensions)) bytes, and images of digits are n × 28 × 28, n "
                    + "being 1 or more; check that images and labels are not exchanged"
            case .notLabels(let dimensions):
                "the file holds \(Self.product(dimensions)) bytes, and labels have one dimension; "
                    + "check that images and labels are not exchanged"
            case .countsDisagree(let labels, let images):
                "there are \(labels) labels for \(images) images; take both files from one set"
            case .labelOutOfRange(let label, let index):
                "label \(index), counted from 0, is \(label), and digits go from 0 to 9; "
                    + "take a file of digits, or \(Self.downloadAgain)"
            }
        }

        private static let downloadAgain = "download it again"

        private static func product(_ dimensions: [Int]) -> String {
            dimensions.map(String.init).joined(separator: " × ")
        }
    }
}
