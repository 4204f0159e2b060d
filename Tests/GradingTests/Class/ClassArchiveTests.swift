import Foundation
import Testing

@testable import Grading

@Suite(
    "Archives of a class",
    .enabled(
        if: ["zip", "unzip"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }))
struct ClassArchiveTests {
    private static let files: Set = ["Sources/Student/Linear.swift", "Sources/Student/Mend/Tanh.swift"]

    @Test("the files of exercises come out, at the top or one folder down, and nothing else does")
    func files() async throws {
        let files = [
            "ada [1]/Sources/Student/Linear.swift": "mine", "ada [1]/Sources/Student/Mend/Tanh.swift": "too",
            "ada [1]/Sources/Student/Extra.swift": "more", "ada [1]/Package.swift": "",
            "Sources/Linear.swift": "",
            "deep/down/Sources/Student/Linear.swift": "far",
        ]
        let found = try await unpacked(files)
        #expect(
            found == [
                "ada [1]/Sources/Student/Linear.swift": "mine",
                "ada [1]/Sources/Student/Mend/Tanh.swift": "too",
            ])
    }

    @Test("a link and a file that is too large are told of as in a folder, and are not unpacked")
    func standIns() async throws {
        let large = String(repeating: "x", count: StudentFiles.sizeLimit + 10_000)
        try await withFiles(["p/Sources/Student/Mend/Tanh.swift": large]) { root in
            try FileManager.default.createSymbolicLink(
                atPath: root.appending(path: "p/Sources/Student/Linear.swift").path,
                withDestinationPath: "/etc/passwd")
            try await unpack(root) { folder in
                let files = StudentFiles(
                    in: folder, stubs: Dictionary(uniqueKeysWithValues: Self.files.map { ($0, "stub") }))
                #expect(files.texts.isEmpty)
                #expect(
                    files.errors.map(\.message).sorted() == [
                        "is a link: put the file itself in its place", "is larger than 256 KiB",
                    ])
            }
        }
    }

    @Test("a small archive of something huge is refused or left alone, without taking the room")
    func bomb() async throws {
        try await withFiles(["p/Sources/Student/x": ""]) { root in
            let file = root.appending(path: "p/Sources/Student/Linear.swift")
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: 10 << 20)
            try handle.close()
            try await unpack(root) { folder in
                let path = folder.appending(path: "Sources/Student/Linear.swift").path
                let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
                #expect(size == StudentFiles.sizeLimit + 1)
            }
        }
    }

    @Test("what is no archive is refused, with its name and without a place on this machine")
    func broken() async throws {
        try await withFiles(["x/ada.zip": "PK\u{3}\u{4} and no more"]) { root in
            let archive = ClassArchive(file: root.appending(path: "x/ada.zip"), toolchain: try toolchain())
            let error = await #expect(throws: GradingError.self) {
                try await withTemporaryFolder { try await archive.unpack(into: $0, files: Self.files) }
            }
            #expect(error?.description.hasPrefix("ada.zip cannot be unpacked") == true)
        }
    }

    private func unpacked(_ files: [String: String]) async throws -> [String: String] {
        let inside = Dictionary(uniqueKeysWithValues: files.map { ("p/\($0.key)", $0.value) })
        return try await withFiles(inside) { root in
            try await unpack(root) { folder in
                var texts: [String: String] = [:]
                for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
                    guard path.hasSuffix(".swift") else { continue }
                    texts[path] = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                }
                return texts
            }
        }
    }

    /// Zips the folder `p`, and unpacks that again.
    private func unpack<Result>(_ root: URL, _ body: (URL) throws -> Result) async throws -> Result {
        let archive = root.appending(path: "[a]*.zip")
        _ = try await toolchain().tool(
            ["/usr/bin/zip", "-qry", archive.path, "."], in: root.appending(path: "p")
        )
        .run()
        return try await withTemporaryFolder { folder in
            try await ClassArchive(file: archive, toolchain: try toolchain())
                .unpack(into: folder, files: Self.files)
            return try body(folder)
        }
    }

    private func toolchain() throws -> Toolchain {
        try Toolchain(environment: ProcessInfo.processInfo.environment)
    }
}
