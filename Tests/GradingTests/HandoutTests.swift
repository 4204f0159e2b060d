import Foundation
import Testing

@testable import Grading

@Suite("Handing out: a new copy")
struct HandoutTests {
    @Test("a copy has what students get, and nothing else")
    func new() async throws {
        try await HandoutKit().handOut { copy in
            #expect(copy.files == HandoutKit.handedOut)
            #expect(copy.text("README.md") == "for students")
            let program = copy.folder.appending(path: "grade.sh").path
            #expect(FileManager.default.isExecutableFile(atPath: program))
            #expect(
                allFiles(in: copy.folder.deletingLastPathComponent()).allSatisfy { $0.hasPrefix("copy/") })
        }
    }

    @Test("the copy is the same where the package is a repository, or a user's git ignores half of it")
    func repository() async throws {
        var kit = HandoutKit()
        kit.files[".git/config"] = "[core]\n\texcludesFile = /dev/null\n"
        kit.files[".git/HEAD"] = "ref: refs/heads/main\n"
        kit.files[".git/info/exclude"] = "Lessons\n.vscode\n"
        try await kit.handOut { #expect($0.files == HandoutKit.handedOut) }
    }

    @Test("a stub that is filled in here is handed out as the stub, and it is said")
    func filledStub() async throws {
        var kit = HandoutKit()
        kit.files["Sources/Student/Tanh.swift"] = "let y = try tanh(x) + 1 * x"
        try await withFiles(kit.files) { root in
            try await withTemporaryFolder { folder in
                let copy = HandoutKit.Copy(folder: folder.appending(path: "copy"), root: root)
                let lines = try await copy.handOut()
                #expect(copy.text("Sources/Student/Tanh.swift") == "// tanh stub\n")
                #expect(
                    lines.last == "Sources/Student/Tanh.swift is filled in here: students get the stub, "
                        + "Tests/Stubs/Tanh.swift.")
            }
        }
    }

    @Test(
        "a line of an answer is found wherever it would be handed out, and then nothing is",
        arguments: [
            ("Lessons/04-linear.md", "# Linear layer\n\n    \(HandoutKit.answer)\n", 3),
            ("Lessons/rubric.json", rubricJSON.replacing("First.", with: HandoutKit.answer), 4),
            ("Tests/StudentTests/LinearTests.swift", "\nlet z = \(HandoutKit.answer.dropFirst(7))", 2),
            ("Sources/Grading/Grading.swift", "// \(HandoutKit.answer.replacing(" ", with: "  "))", 1),
            ("Solutions/Handout/README.md", HandoutKit.answer.replacing(" + ", with: "\n  + "), 1),
            (".vscode/launch.json", "{\"a\": \"\(HandoutKit.answer)\"}", 1),
        ])
    func leak(file: String, text: String, line: Int) async throws {
        var kit = HandoutKit()
        kit.files[file] = text
        let leak = "\(file):\(line): “\(HandoutKit.answer)” is a line of Solutions/Reference/Linear.swift"
        try await withFiles(kit.files) { root in
            try await withTemporaryFolder { folder in
                let copy = HandoutKit.Copy(folder: folder.appending(path: "copy"), root: root)
                await #expect(throws: GradingError.givesAnswersAway([leak])) { try await copy.handOut() }
                #expect(allFiles(in: folder) == [])
            }
        }
    }

    @Test("an answer may stand where nobody hands it out")
    func noLeak() async throws {
        var kit = HandoutKit()
        kit.files["Tests/HiddenTests/LinearTests.swift"] = HandoutKit.answer
        kit.files["README.md"] = HandoutKit.answer
        try await kit.handOut { #expect($0.files == HandoutKit.handedOut) }
    }

    @Test("a folder with something else in it is refused, and an empty one is taken")
    func otherFolder() async throws {
        try await withFiles(HandoutKit().files) { root in
            try await withTemporaryFolder { folder in
                let handout = Handout(root: root, git: HandoutKit.git)
                let other = folder.appending(path: "other")
                try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
                _ = try await handout.write(to: other)
                #expect(allFiles(in: other).contains("grade.sh"))
                for path in ["thesis.txt", HandoutRecord.path] {
                    let taken = folder.appending(path: "taken \(path)")
                    try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: true)
                    try Data("mine".utf8).write(to: taken.appending(path: path))
                    await #expect(throws: GradingError.self) { try await handout.write(to: taken) }
                    #expect(allFiles(in: taken) == [path])
                }
                let inside = root.appending(path: "copies/one")
                await #expect(throws: GradingError.self) { try await handout.write(to: inside) }
                await #expect(throws: GradingError.self) { try await handout.write(to: root) }
                let file = folder.appending(path: "taken thesis.txt/thesis.txt")
                await #expect(throws: GradingError.self) { try await handout.write(to: file) }
                #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
            }
        }
    }

    @Test("what an interrupted call left beside the folder is gone when the next one is done")
    func interrupted() async throws {
        try await withFiles(HandoutKit().files) { root in
            try await withTemporaryFolder { folder in
                let part = folder.appending(path: ".copy.part/Lessons")
                try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
                try Data("half".utf8).write(to: part.appending(path: "99-half.md"))
                let copy = HandoutKit.Copy(folder: folder.appending(path: "copy"), root: root)
                try await copy.handOut()
                #expect(copy.files == HandoutKit.handedOut)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy"])
            }
        }
    }
}
