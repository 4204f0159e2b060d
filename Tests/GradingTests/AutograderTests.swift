import Foundation
import Testing

@testable import Grading

@Suite("Gradescope: the archive")
struct AutograderArchiveTests {
    @Test("an archive has the scripts at its root, and the kit with answers and hidden tests in it")
    func contents() async throws {
        try await withArchive { zip, _ in
            let names = try await unzip(["-Z1", zip.path]).split(separator: "\n").map(String.init)
            let kit =
                HandoutKit.handedOut + [
                    "Solutions/Reference/Linear.swift", "Solutions/Reference/Tanh.swift",
                    "Solutions/Student/Student.swift", "Tests/HiddenTests/LinearTests.swift",
                ]
            #expect(
                names.filter { !$0.hasSuffix("/") }.sorted()
                    == (kit.map { "kit/\($0)" } + ["run_autograder", "setup.sh"]).sorted())
        }
    }

    @Test("programs are programs when the archive is unpacked")
    func modes() async throws {
        try await withArchive { zip, folder in
            _ = try await unzip(["-q", zip.path, "-d", folder.path])
            let programs = allFiles(in: folder).filter {
                FileManager.default.isExecutableFile(atPath: folder.appending(path: $0).path)
            }
            #expect(programs == ["kit/grade.sh", "run_autograder", "setup.sh"])
        }
    }

    @Test("the same kit gives the same archive, byte for byte, and takes an older one's place")
    func same() async throws {
        try await withArchive { zip, folder in
            let again = folder.appending(path: "again.zip")
            try Data("old".utf8).write(to: again)
            try await withFiles(HandoutKit().files) { root in
                _ = try await AutograderArchive(root: root, git: HandoutKit.git).write(to: again)
            }
            #expect(try Data(contentsOf: zip) == Data(contentsOf: again))
        }
    }

    @Test("where the archive cannot be, it is said in plain words")
    func noFolder() async throws {
        try await withFiles(HandoutKit().files) { root in
            let file = root.appending(path: "nowhere/autograder.zip")
            await #expect(throws: GradingError.noFolder(root.appending(path: "nowhere").path)) {
                try await AutograderArchive(root: root, git: HandoutKit.git).write(to: file)
            }
        }
    }

    private func withArchive(_ body: (_ zip: URL, _ folder: URL) async throws -> Void) async throws {
        try await withFiles(HandoutKit().files) { root in
            try await withTemporaryFolder { folder in
                let zip = folder.appending(path: "autograder.zip")
                _ = try await AutograderArchive(root: root, git: HandoutKit.git).write(to: zip)
                let unpacked = folder.appending(path: "unpacked")
                try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
                try await body(zip, unpacked)
            }
        }
    }

    private func unzip(_ arguments: [String]) async throws -> String {
        let exit = try await ChildProcess(
            executable: URL(filePath: "/usr/bin/unzip"), arguments: arguments, environment: [:],
            folder: FileManager.default.temporaryDirectory
        ).run()
        return exit.output
    }
}
