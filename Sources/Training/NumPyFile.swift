public import Foundation
public import LinearAlgebra

/// Matrices in files that NumPy reads with `numpy.load`, and writes with `numpy.save`.
///
///     147, "NUMPY", 1, 0      what it is, and the version of the format
///     length                  of the header: two bytes, from version 2.0 on four
///     header                  type, order and shape, see `NumPyHeader`; filled up with spaces to 64 bytes
///     the elements            eight bytes each, the least significant first
///
/// Source: NumPy, `numpy.lib.format`.
public enum NumPyFile {
    /// Reads a matrix.
    ///
    /// Read are arrays of the types `<f8`, `>f8`, `<f4` and `<i8`, in C or Fortran order. Memory is set aside only
    /// for data that is there: a header's sizes are claims.
    ///
    /// - Parameter url: The file, in version 1.0, 2.0 or 3.0 of the format.
    /// - Returns: The array: n numbers in one dimension as a 1 × n matrix, a single number as 1 × 1.
    /// - Throws: `TrainingFileError` when the file cannot be read, is not a NumPy file, is longer or shorter than
    ///   its header says, or holds what is not a matrix of numbers.
    public static func read(_ url: URL) throws(TrainingFileError) -> Matrix {
        let file = try WholeFile.read(url)
        do throws(TrainingFileError.Problem) {
            return try matrix(parsing: file)
        } catch {
            throw TrainingFileError(url, error)
        }
    }

    /// Writes a matrix, whole or not at all: `<f8`, C order, version 1.0.
    ///
    /// - Parameters:
    ///   - matrix: The matrix; NaN and infinity stay what they are.
    ///   - url: The file; one that is there is replaced, and folders around it that are missing are made.
    /// - Throws: `TrainingFileError` when the file cannot be written.
    public static func write(_ matrix: Matrix, to url: URL) throws(TrainingFileError) {
        try WholeFile.write(data(matrix), to: url)
    }

    /// The bytes that `write` writes.
    ///
    /// - Parameter matrix: The matrix.
    /// - Returns: The header, a multiple of 64 bytes, and 8 · rows · columns bytes of elements.
    public static func data(_ matrix: Matrix) -> Data {
        let text = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(matrix.rows), \(matrix.columns)), }"
        let length = (10 + text.utf8.count + 1 + 63) / 64 * 64 - 10
        let padding = String(repeating: " ", count: length - text.utf8.count - 1)
        var data = Data(magic + [1, 0, UInt8(length & 255), UInt8(length >> 8)])
        data += Data((text + padding + "\n").utf8)
        let words = matrix.elements.map { $0.bitPattern.littleEndian }
        // Safety: the bytes of whole numbers, copied while they are there.
        unsafe words.withUnsafeBytes { bytes in unsafe data.append(contentsOf: bytes) }
        return data
    }

    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// Longer headers than this NumPy itself refuses.
    private static let longestHeader = 10_000

    private enum ElementType: String {
        case float64 = "<f8"
        case float64MostSignificantFirst = ">f8"
        case float32 = "<f4"
        case int64 = "<i8"

        var size: Int { self == .float32 ? 4 : 8 }

        /// Converts as many whole elements as the data holds.
        func elements(_ data: Data) -> [Double] {
            switch self {
            case .float64: words(data).map { Double(bitPattern: UInt64(littleEndian: $0)) }
            case .float64MostSignificantFirst: words(data).map { Double(bitPattern: UInt64(bigEndian: $0)) }
            case .float32: words(data).map { Double(Float(bitPattern: UInt32(littleEndian: $0))) }
            case .int64: words(data).map { Double(Int64(littleEndian: $0)) }
            }
        }

        private func words<Word: FixedWidthInteger>(_ data: Data) -> [Word] {
            let count = data.count / MemoryLayout<Word>.size
            // Safety: any bytes are a whole number, and `copyBytes` stays within the storage.
            return unsafe [Word](unsafeUninitializedCapacity: count) { storage, initialized in
                let room = unsafe UnsafeMutableBufferPointer(rebasing: storage[..<count])
                initialized = unsafe data.copyBytes(to: room) / MemoryLayout<Word>.size
            }
        }
    }

    private static func matrix(parsing file: Data) throws(TrainingFileError.Problem) -> Matrix {
        let (header, data) = try parts(of: file)
        guard let type = ElementType(rawValue: header.type) else { throw .unsupportedType(header.type) }
        guard let (rows, columns) = rowsAndColumns(header.dimensions) else {
            throw .notAMatrix(dimensions: header.dimensions)
        }
        let expected = rows * columns * type.size
        guard data.count >= expected else { throw .truncatedData(expected: expected, found: data.count) }
        guard data.count == expected else { throw .trailingBytes(data.count - expected) }
        let elements = type.elements(data)
        do {
            return header.isFortranOrder && !elements.isEmpty
                ? try Matrix(rows: columns, columns: rows, elements: elements).transposed()
                : try Matrix(rows: rows, columns: columns, elements: elements)
        } catch {
            throw .notAMatrix(dimensions: header.dimensions)
        }
    }

    /// Divides a file into its header and its data.
    private static func parts(of file: Data) throws(TrainingFileError.Problem) -> (NumPyHeader, Data) {
        let start = [UInt8](file.prefix(8))
        guard start.starts(with: magic), start.count == 8 else { throw .notNumPy(start) }
        guard (1...3).contains(start[6]), start[7] == 0 else {
            throw .unknownNumPyVersion(major: start[6], minor: start[7])
        }
        let lengthEnd = start[6] == 1 ? 10 : 12
        let length = file.prefix(lengthEnd).dropFirst(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard file.count >= lengthEnd + length else {
            throw .truncatedHeader(expected: lengthEnd + length, found: file.count)
        }
        let text = String(
            decoding: file.dropFirst(lengthEnd).prefix(min(length, longestHeader)), as: UTF8.self)
        guard length <= longestHeader, let header = NumPyHeader(parsing: text) else {
            throw .unreadableHeader(String(text.prefix(80)).debugDescription)
        }
        return (header, file.dropFirst(lengthEnd + length))
    }

    /// The shape as that of a matrix; nil where it has more dimensions, or its bytes are beyond counting.
    private static func rowsAndColumns(_ dimensions: [Int]) -> (rows: Int, columns: Int)? {
        guard dimensions.count <= 2 else { return nil }
        let columns = dimensions.last ?? 1
        let rows = dimensions.count == 2 ? dimensions[0] : 1
        // An empty matrix with a long side would hold nothing, and cost its user time or memory for each row.
        let limit = 1 << 29
        return rows <= limit && columns <= limit ? (rows, columns) : nil
    }
}
