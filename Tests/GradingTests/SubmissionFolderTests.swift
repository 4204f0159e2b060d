import Foundation
import Testing

@testable import Grading

@Suite("Folders of submissions")
struct SubmissionFolderTests {
    private let known = ["Sources/Student/Linear.swift", "Sources/Student/Deep/Tanh.swift"]

    @Test(
        "a package is found in the folder itself, or one folder down, as archives unpack",
        arguments: [
            (["Sources/Student/Linear.swift"], ""), (["Sources/Student/Deep/Tanh.swift"], ""),
            (["ada/Sources/Student/Linear.swift", "notes.txt", "__MACOSX/ada/._x"], "ada"),
            (["Sources/Student/Linear.swift", "old/Sources/Student/Linear.swift"], ""),
            (["a/Sources/Student/Other.swift", "b/Sources/Student/Linear.swift"], "b"),
        ])
    func found(files: [String], name: String) async throws {
        try await withFiles(Dictionary(uniqueKeysWithValues: files.map { ($0, "x") })) { root in
            let package = try SubmissionFolder.find(in: root, files: known)
            #expect(package.path == (name.isEmpty ? root : root.appending(path: name)).path)
        }
    }

    @Test(
        "nothing is found in an empty folder, two folders down, or under other names",
        arguments: [
            [], ["a/b/Sources/Student/Linear.swift"], ["Linear.swift"], ["Sources/Student/linear.swift"],
        ])
    func nothing(files: [String]) async throws {
        try await withFiles(Dictionary(uniqueKeysWithValues: files.map { ($0, "x") })) { root in
            let error = #expect(throws: GradingError.self) {
                try SubmissionFolder.find(in: root, files: known)
            }
            #expect(error == .noSubmission(root.path))
            #expect(error?.description.contains("Sources/Student/Linear.swift") == true)
        }
    }

    @Test("two packages beside each other are one too many")
    func several() async throws {
        let files = ["a\n/Sources/Student/Linear.swift": "", "b/Sources/Student/Linear.swift": ""]
        try await withFiles(files) { root in
            #expect(throws: GradingError.severalSubmissions(root.path, ["a\\n", "b"])) {
                try SubmissionFolder.find(in: root, files: known)
            }
        }
    }

    @Test("a link is no folder, and a folder that is not there is named")
    func links() async throws {
        try await withFiles(["x/Sources/Student/Linear.swift": ""]) { root in
            let hand = root.appending(path: "hand-in")
            try FileManager.default.createDirectory(at: hand, withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(
                at: hand.appending(path: "ada"), withDestinationURL: root.appending(path: "x"))
            #expect(throws: GradingError.noSubmission(hand.path)) {
                try SubmissionFolder.find(in: hand, files: known)
            }
            let absent = root.appending(path: "absent")
            #expect(throws: GradingError.noFolder(absent.path)) {
                try SubmissionFolder.find(in: absent, files: known)
            }
        }
    }
}
