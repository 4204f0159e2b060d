import Datasets
import Foundation
import LinearAlgebra
import Testing

@Suite("Gzipped files") struct GunzipTests {
    /// Random bytes hardly shrink: both ends of `gunzip` carry more than a pipe holds at once.
    private static let large = {
        var generator = SeededGenerator(seed: 1)
        return idx([1_000, 300], (0..<300_000).map { _ in .random(in: 0...255, using: &generator) })
    }()

    @Test(
        "a gzipped file reads as the plain one, whatever either is called",
        arguments: ["file", "file.gz", "-c"])
    func equalsPlain(name: String) throws {
        try withTemporaryFolder { folder in
            let (plain, source) = (folder.appending(path: "plain"), folder.appending(path: "source"))
            try Self.large.write(to: plain)
            try Self.large.write(to: source)
            try gzip(source)
            let packed = folder.appending(path: name)
            try FileManager.default.moveItem(at: folder.appending(path: "source.gz"), to: packed)
            #expect(try Data(contentsOf: packed).starts(with: [0x1f, 0x8b]))
            #expect(try IDXFile(contentsOf: packed) == IDXFile(contentsOf: plain))

            let misnamed = folder.appending(path: "plain.gz")
            try Self.large.write(to: misnamed)
            #expect(try IDXFile(contentsOf: misnamed) == IDXFile(contentsOf: plain))
        }
    }

    @Test("a damaged or cut gzip file is refused in gunzip's own words")
    func refused() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "file")
            try Self.large.write(to: file)
            try gzip(file)
            let packed = try Data(contentsOf: folder.appending(path: "file.gz"))
            for damaged in [
                Data([0x1f, 0x8b]), packed.prefix(2_000), packed.dropLast(8) + [0, 0, 0, 0, 0, 0, 0, 0],
            ] {
                try damaged.write(to: file)
                let error = #expect(throws: DataFileError.self) { try IDXFile(contentsOf: file) }
                #expect(error?.file == file.path)
                guard case .gunzipRefused(let reason) = error?.problem else {
                    Issue.record("the problem is \(String(describing: error))")
                    continue
                }
                #expect(!reason.isEmpty)
                #expect(reason == reason.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
    }

    @Test("what a gzip file holds is checked like a plain file")
    func checked() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "file")
            try idx([3], [1, 2]).write(to: file)
            try gzip(file)
            let packed = folder.appending(path: "file.gz")
            let error = #expect(throws: DataFileError.self) { try IDXFile(contentsOf: packed) }
            #expect(error?.problem == .truncatedData(expected: 3, found: 2))
        }
    }

    @Test("without gunzip on the machine, a gzipped file says so")
    func gunzipMissing() async {
        // In a process of its own, whose PATH may be changed.
        await #expect(processExitsWith: .success) {
            unsafe setenv("PATH", "/nowhere", 1)
            try withTemporaryFolder { folder in
                let file = folder.appending(path: "file.gz")
                try Data([0x1f, 0x8b, 8, 0]).write(to: file)
                let error = #expect(throws: DataFileError.self) { try IDXFile(contentsOf: file) }
                #expect(error?.problem == .gunzipMissing)
            }
        }
    }
}
