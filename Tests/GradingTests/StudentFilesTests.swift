import Foundation
import Testing

@testable import Grading

@Suite("Files that are handed in")
struct StudentFilesTests {
    private let stubs = [
        "Sources/Student/Linear.swift": "let stub = 1", "Sources/Student/Deep/Tanh.swift": "let stub = 2",
    ]

    @Test("files of exercises are read, those in a folder too, and nothing else is said")
    func whole() async throws {
        let files = try await read([
            "Sources/Student/Linear.swift": "let é = 1", "Sources/Student/Deep/Tanh.swift": "let b = 2",
            "Sources/Student/.DS_Store": "", "Sources/Student/Deep/._Tanh.swift": "", "README.md": "",
        ])
        #expect(
            files.texts == [
                "Sources/Student/Linear.swift": "let é = 1", "Sources/Student/Deep/Tanh.swift": "let b = 2",
            ])
        #expect(files.errors == [])
        #expect(files.leftOut == [])
    }

    @Test("a file that is not there is missing, and the stub's copy is offered")
    func missing() async throws {
        let files = try await read(["Sources/Student/Linear.swift": "let a = 1"])
        #expect(Array(files.texts.keys) == ["Sources/Student/Linear.swift"])
        #expect(files.errors.map(\.kind) == [.missing])
        #expect(
            files.errors.map(\.description) == [
                "Sources/Student/Deep/Tanh.swift is missing: "
                    + "`cp Tests/Stubs/Deep/Tanh.swift Sources/Student/Deep/Tanh.swift` brings the stub back"
            ])
        #expect(try await read([:]).errors.count == 2)
    }

    @Test(
        "white space and comments are no code",
        arguments: ["", " \n\t\r\n", "// let a = 1", "/* a /* nested */ still */\n// b\n"])
    func empty(text: String) async throws {
        let files = try await read(["Sources/Student/Linear.swift": text])
        let error = try #require(files.errors.first { $0.file == "Sources/Student/Linear.swift" })
        #expect(error.description.hasPrefix("Sources/Student/Linear.swift is empty: "))
        #expect(files.texts.isEmpty)
    }

    @Test(
        "a comment beside code is no reason to call a file empty", arguments: ["/**/x", "//\nx", "()", "x//"])
    func code(text: String) async throws {
        #expect(try await read(["Sources/Student/Linear.swift": text]).texts.count == 1)
    }

    @Test("256 KiB are read, and not a byte more")
    func size() async throws {
        let full = "x" + String(repeating: "y", count: 256 * 1024 - 1)
        #expect(try await read(["Sources/Student/Linear.swift": full]).texts.count == 1)
        let more = try await read(["Sources/Student/Linear.swift": full + "z"])
        #expect(more.texts.isEmpty)
        #expect(more.errors.contains { "\($0)" == "Sources/Student/Linear.swift is larger than 256 KiB" })
    }

    @Test("what is not UTF-8 is not read as if it were")
    func encoding() async throws {
        let files = try await read { student in
            try Data([0x6C, 0xFF]).write(to: student.appending(path: "Linear.swift"))
        }
        #expect(files.texts.isEmpty)
        #expect(files.errors.contains { "\($0)" == "Sources/Student/Linear.swift is not text in UTF-8" })
    }

    @Test("a link, a pipe and a folder in a file's place are not opened: left out, and the exercise says so")
    func special() async throws {
        let places = [
            { (file: URL) in
                try FileManager.default.createSymbolicLink(
                    at: file, withDestinationURL: URL(filePath: "/etc/passwd"))
            }, { _ = unsafe mkfifo($0.path, 0o600) },
            { try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false) },
        ]
        let reasons = [
            "is a link: put the file itself in its place", "is no regular file", "is a folder, not a file",
        ]
        for (place, reason) in zip(places, reasons) {
            let files = try await read { try place($0.appending(path: "Linear.swift")) }
            #expect(files.texts.isEmpty)
            #expect(files.leftOut == [LeftOut(file: "Sources/Student/Linear.swift", reason: reason)])
            #expect(files.errors.contains { "\($0)" == "Sources/Student/Linear.swift \(reason)" })
        }
    }

    @Test(
        "no folder on the way to a file may be a link",
        arguments: ["Sources", "Sources/Student", "Sources/Student/Deep"])
    func linkedFolders(link: String) async throws {
        let elsewhere = [
            "Linear.swift", "Student/Linear.swift", "Tanh.swift", "Deep/Tanh.swift",
            "Student/Deep/Tanh.swift",
        ]
        let contents = Dictionary(uniqueKeysWithValues: elsewhere.map { ("elsewhere/\($0)", "let a = 1") })
        try await withFiles(contents) { root in
            let place = root.appending(path: link)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                at: place, withDestinationURL: root.appending(path: "elsewhere"))
            let files = StudentFiles(in: root, stubs: stubs)
            #expect(files.texts.isEmpty)
            #expect(files.errors.map(\.kind) == [.missing, .missing])
        }
    }

    @Test("other names are left out, written so that they do no harm")
    func names() async throws {
        let files = try await read([
            "Sources/Student/linear.swift": "a", "Sources/Student/new\n\u{1B}[2Jline.swift": "b",
            "Sources/Student/..\\..\\x.swift": "c", "Sources/Student/Deep/y.swift": "d",
            "Sources/Student/z/Linear.swift": "e",
        ])
        #expect(files.texts.isEmpty)
        #expect(
            files.leftOut.map { "\($0.file) \($0.reason)" } == [
                "Sources/Student/..\\..\\x.swift belongs to no exercise",
                "Sources/Student/Deep/y.swift belongs to no exercise",
                "Sources/Student/linear.swift is not Sources/Student/Linear.swift: capitals count",
                "Sources/Student/new\\n\\u{1B}[2Jline.swift belongs to no exercise",
                "Sources/Student/z belongs to no exercise",
            ])
    }

    private func read(_ contents: [String: String]) async throws -> StudentFiles {
        try await withFiles(contents) { StudentFiles(in: $0, stubs: stubs) }
    }

    /// Reads after `prepare` has put something into `Sources/Student`.
    private func read(_ prepare: (URL) throws -> Void) async throws -> StudentFiles {
        try await withTemporaryFolder { root in
            let student = root.appending(path: "Sources/Student")
            try FileManager.default.createDirectory(at: student, withIntermediateDirectories: true)
            try prepare(student)
            return StudentFiles(in: root, stubs: stubs)
        }
    }
}
