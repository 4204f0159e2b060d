import Datasets
import Foundation
import LinearAlgebra
import Testing

@Suite("IDX files") struct IDXFileTests {
    @Test(
        "dimensions and elements are read as written",
        arguments: [
            ([3], [7, 0, 255]),
            ([2, 3], [1, 2, 3, 4, 5, 6]),
            ([2, 1, 2], [9, 8, 7, 6]),
            ([0], []),
            ([258], [UInt8](repeating: 1, count: 258)),
            ([5, 0, 4_294_967_295], []),
        ] as [([UInt32], [UInt8])])
    func reads(dimensions: [UInt32], elements: [UInt8]) throws {
        try withTemporaryFolder { folder in
            let url = folder.appending(path: "file")
            try idx(dimensions, elements).write(to: url)
            let file = try IDXFile(contentsOf: url)
            #expect(file.dimensions == dimensions.map(Int.init))
            #expect(file.elements == elements)
        }
    }

    @Test(
        "what is not a whole IDX file of bytes is refused, and the error says why",
        arguments: [
            (Data(), .truncatedHeader(expected: 4, found: 0)),
            (Data([0, 0, 8]), .truncatedHeader(expected: 4, found: 3)),
            (Data([0, 0, 8, 2, 0, 0, 0]), .truncatedHeader(expected: 12, found: 7)),
            (Data([0, 0, 8, 255]), .truncatedHeader(expected: 1_024, found: 4)),
            (Data([0x89, 0x50, 0x4e, 0x47, 0]), .wrongMagicNumber([0x89, 0x50, 0x4e, 0x47])),
            (Data([0, 1, 8, 1, 0, 0, 0, 0]), .wrongMagicNumber([0, 1, 8, 1])),
            (Data([0, 0, 13, 1, 0, 0, 0, 0]), .wrongMagicNumber([0, 0, 13, 1])),
            (Data([0, 0, 8, 0, 5]), .wrongMagicNumber([0, 0, 8, 0])),
            (idx([3], [1, 2]), .truncatedData(expected: 3, found: 2)),
            (idx([2, 28, 28], []), .truncatedData(expected: 1_568, found: 0)),
            (idx([4_294_967_295], [1]), .truncatedData(expected: 4_294_967_295, found: 1)),
            (idx([3], [1, 2, 3, 4, 5]), .trailingBytes(2)),
            (idx([0], [1]), .trailingBytes(1)),
            (
                idx([4_294_967_295, 4_294_967_295], [1]),
                .absurdDimensions([4_294_967_295, 4_294_967_295])
            ),
            (
                idx([65_536, 65_536, 65_536, 65_536], []),
                .absurdDimensions([65_536, 65_536, 65_536, 65_536])
            ),
        ] as [(Data, DataFileError.Problem)])
    func refuses(contents: Data, problem: DataFileError.Problem) throws {
        try withTemporaryFolder { folder in
            let url = folder.appending(path: "file")
            try contents.write(to: url)
            let error = #expect(throws: DataFileError.self) { try IDXFile(contentsOf: url) }
            #expect(error?.problem == problem)
            #expect(error?.file == url.path)
            #expect(error.map { "\($0)".hasPrefix("\(url.path): ") } == true)
        }
    }

    @Test("a file that is not there, and a path through a file, are missing")
    func missing() throws {
        try withTemporaryFolder { folder in
            let url = folder.appending(path: "file")
            let error = #expect(throws: DataFileError.self) { try IDXFile(contentsOf: url) }
            #expect(error?.problem == .missing(otherNames: []))

            try idx([1], [1]).write(to: url)
            let through = #expect(throws: DataFileError.self) {
                try IDXFile(contentsOf: url.appending(path: "inner"))
            }
            #expect(through?.problem == .missing(otherNames: []))
        }
    }

    @Test("a folder, and a device, are not files")
    func notAFile() throws {
        try withTemporaryFolder { folder in
            for url in [folder, URL(filePath: "/dev/zero")] {
                let error = #expect(throws: DataFileError.self) { try IDXFile(contentsOf: url) }
                #expect(error?.problem == .notAFile)
            }
        }
    }

    @Test("a link to a file is read as the file")
    func link() throws {
        try withTemporaryFolder { folder in
            let (file, link) = (folder.appending(path: "file"), folder.appending(path: "link"))
            try idx([2], [3, 4]).write(to: file)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            #expect(try IDXFile(contentsOf: link) == IDXFile(contentsOf: file))
        }
    }

    @Test(
        "a file that may not be read is unreadable", .disabled(if: getuid() == 0, "root may read all files"))
    func unreadable() throws {
        try withTemporaryFolder { folder in
            let url = folder.appending(path: "file")
            try idx([1], [1]).write(to: url)
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: url.path)
            let error = #expect(throws: DataFileError.self) { try IDXFile(contentsOf: url) }
            guard case .unreadable = error?.problem else {
                Issue.record("the problem is \(String(describing: error))")
                return
            }
        }
    }

    @Test(
        "every problem is told in words that name a way out",
        arguments: [
            (.missing(otherNames: []), "put it there"),
            (.missing(otherNames: ["a", "b"]), "no such file, nor a, nor b;"),
            (.notAFile, "name the file in it"),
            (.unreadable(reason: "denied"), "(denied); check who may read it"),
            (.gunzipMissing, "install gzip"),
            (.gunzipRefused(reason: "crc error"), "(crc error); download it again"),
            (.wrongMagicNumber([1, 2, 3, 4]), "[1, 2, 3, 4]"),
            (.truncatedHeader(expected: 16, found: 7), "after 7 of its header's 16 bytes"),
            (.absurdDimensions([5, 6]), "5 × 6"),
            (.truncatedData(expected: 9, found: 8), "after 8 of 9 bytes of data"),
            (.trailingBytes(12), "for 12 bytes after its data"),
            (.notDigitImages(dimensions: [3, 32, 32]), "3 × 32 × 32"),
            (.notLabels(dimensions: [3, 28]), "3 × 28"),
            (.countsDisagree(labels: 4, images: 5), "4 labels for 5 images"),
            (.labelOutOfRange(label: 10, index: 2), "label 2, counted from 0, is 10"),
        ] as [(DataFileError.Problem, String)])
    func describes(problem: DataFileError.Problem, words: String) {
        #expect("\(problem)".contains(words))
        #expect("\(problem)".contains("; "), "the way out follows a semicolon")
    }
}
