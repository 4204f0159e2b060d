public import Foundation

/// An array of bytes with any number of dimensions, read from a file in the format of the MNIST files.
///
///     0, 0, 8, d            8: the elements are unsigned bytes; d: the number of dimensions, 1 or more
///     size₁, …, size_d      four bytes each, the most significant first
///     the elements          size₁ · … · size_d bytes; the last index runs fastest
///
/// The file may be gzipped, whatever its name: it is unpacked by the system's `gunzip`.
///
/// Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits", file formats.
public struct IDXFile: Equatable, Sendable {
    /// The size of each dimension; at least one.
    public let dimensions: [Int]
    /// The elements, as many as the dimensions multiply to.
    public let elements: [UInt8]

    /// Reads a file.
    ///
    /// - Parameter url: The file, plain or gzipped.
    /// - Throws: `DataFileError` when the file cannot be read or unpacked, is not an IDX file of bytes, or is
    ///   longer or shorter than its header says.
    public init(contentsOf url: URL) throws(DataFileError) {
        do throws(DataFileError.Problem) {
            try self.init(parsing: Self.contents(of: url))
        } catch {
            throw DataFileError(file: url.path, problem: error)
        }
    }

    private static func contents(of url: URL) throws(DataFileError.Problem) -> Data {
        guard FileManager.default.fileExists(atPath: url.path) else { throw .missing(otherNames: []) }
        guard url.leadsToFile else { throw .notAFile }
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw .unreadable(reason: error.localizedDescription)
        }
        let isGzipped = data.starts(with: [0x1f, 0x8b])
        return isGzipped ? try gunzip(url) : data
    }

    /// Memory is set aside only for data that is there: a header's sizes are claims.
    private init(parsing file: Data) throws(DataFileError.Problem) {
        let magic = [UInt8](file.prefix(4))
        guard magic.count == 4 else { throw .truncatedHeader(expected: 4, found: magic.count) }
        guard magic.starts(with: [0, 0, 8]), magic[3] > 0 else { throw .wrongMagicNumber(magic) }

        let sizes = [UInt8](file.dropFirst(4).prefix(4 * Int(magic[3])))
        guard sizes.count == 4 * Int(magic[3]) else {
            throw .truncatedHeader(expected: 4 + 4 * Int(magic[3]), found: file.count)
        }
        dimensions = stride(from: 0, to: sizes.count, by: 4).map { start in
            sizes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
        }

        var expected = 1
        for dimension in dimensions {
            let (product, overflow) = expected.multipliedReportingOverflow(by: dimension)
            guard !overflow else { throw .absurdDimensions(dimensions) }
            expected = product
        }
        let data = file.dropFirst(4 + sizes.count)
        guard data.count >= expected else { throw .truncatedData(expected: expected, found: data.count) }
        guard data.count == expected else { throw .trailingBytes(data.count - expected) }
        elements = [UInt8](data)
    }
}

extension URL {
    /// Whether there is a file here, directly or through links: no folder, no pipe, no device.
    var leadsToFile: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolvingSymlinksInPath().path)
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }
}
