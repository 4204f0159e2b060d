import Foundation
import Testing

@testable import Grading

@Suite("Handing out: a copy brought up to date")
struct HandoutUpdateTests {
    @Test("tests, lessons and kit are the new ones, what is no longer handed out is gone")
    func kitFiles() async throws {
        try await HandoutKit().handOut { copy in
            try copy.change("Tests/StudentTests/LinearTests.swift", to: "// better tests\n")
            try copy.change("Lessons/images/net.svg", to: "<svg/>")
            try copy.change(".vscode/launch.json", to: nil)
            let lines = try await copy.handOut()
            #expect(copy.text("Tests/StudentTests/LinearTests.swift") == "// better tests\n")
            #expect(
                copy.files
                    == (HandoutKit.handedOut.filter { $0 != ".vscode/launch.json" } + [
                        "Lessons/images/net.svg"
                    ])
                    .sorted())
            let folder = copy.folder.appending(path: ".vscode").path
            #expect(!FileManager.default.fileExists(atPath: folder), "an empty folder was left behind")
            #expect(lines.count == 1)
            #expect(lines[0].contains("1 new, 1 changed, 1 removed"))
        }
    }

    @Test("a file that is as it has to be is not written again")
    func untouched() async throws {
        try await HandoutKit().handOut { copy in
            let path = copy.folder.appending(path: "Package.swift").path
            let old = Date(timeIntervalSince1970: 1_000_000_000)
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
            try await copy.handOut()
            let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            #expect(date == old)
        }
    }

    @Test("the student's work, their own files and what tools keep are left alone")
    func studentsFiles() async throws {
        try await HandoutKit().handOut { copy in
            let own = [
                "Sources/Student/Linear.swift": "my own answer", "Sources/Student/Helper.swift": "help",
                "notes.txt": "mine", "Lessons/my-notes.md": "mine", ".git/HEAD": "ref",
                ".kept/old.swift": "old",
                ".build/debug/x": "x",
            ]
            for (path, text) in own { try copy.write(text, to: path) }
            try copy.change("Sources/Student/Linear.swift", to: "// a better stub\n")
            try copy.change("Tests/Stubs/Linear.swift", to: "// a better stub\n")
            let lines = try await copy.handOut()
            for (path, text) in own { #expect(copy.text(path) == text, "\(path)") }
            #expect(copy.text("Tests/Stubs/Linear.swift") == "// a better stub\n")
            #expect(
                lines.contains {
                    $0.hasPrefix("Sources/Student/Linear.swift was left alone, and its stub has changed")
                })
        }
    }

    @Test("a new exercise's stub is added, and one that the student removed stays away")
    func newExercise() async throws {
        var kit = HandoutKit()
        let relu = "Sources/Student/ReLU.swift"
        let exercise = """
            { "id": "relu", "title": "ReLU", "lesson": "Lessons/04-linear.md", "source": "\(relu)",
              "suite": "ReLUTests", "points": 5, "challenge": true, "hints": ["0"] },
            """
        let list = "\"exercises\": ["
        let rubric = rubricJSON.replacing(list, with: list + exercise)
        kit.files["Solutions/Reference/ReLU.swift"] = "let y = 1"
        try await kit.handOut { copy in
            try FileManager.default.removeItem(at: copy.folder.appending(path: "Sources/Student/Tanh.swift"))
            try copy.change("Lessons/rubric.json", to: rubric)
            try copy.change(relu, to: "// relu stub\n")
            try copy.change("Tests/Stubs/ReLU.swift", to: "// relu stub\n")
            let lines = try await copy.handOut()
            #expect(copy.text(relu) == "// relu stub\n")
            #expect(copy.text("Sources/Student/Tanh.swift") == nil)
            #expect(lines.contains("\(relu) is new there."))
        }
    }

    @Test("a file of the kit that the student changed is kept, said, and then the kit's")
    func changedFiles() async throws {
        try await HandoutKit().handOut { copy in
            try copy.write("my manifest", to: "Package.swift")
            try copy.write("{\"mine\": 1}", to: ".vscode/launch.json")
            try copy.write("own lesson", to: "Lessons/05-relu.md")
            try copy.change(".vscode/launch.json", to: nil)
            try copy.change("Lessons/05-relu.md", to: "# ReLU")
            let lines = try await copy.handOut()
            #expect(copy.text("Package.swift") == "// the manifest")
            #expect(copy.text("Lessons/05-relu.md") == "# ReLU")
            #expect(copy.text(".vscode/launch.json") == nil)
            let kept = copy.files.filter { $0.hasPrefix(".kept/") }
            #expect(Set(kept.map { copy.text($0) }) == ["my manifest", "{\"mine\": 1}", "own lesson"])
            #expect(
                lines.count(where: { $0.contains("was changed there: what it was is kept as .kept/") }) == 3)
            #expect(try await copy.handOut().count == 1, "a second call has nothing to tell")
        }
    }

    @Test(
        "wherever a call was interrupted, the next one leaves what an undisturbed one would", arguments: 0...4
    )
    func interrupted(installed: Int) async throws {
        try await HandoutKit().handOut { copy in
            let old = try #require(HandoutRecord(in: copy.folder))
            let changes = [
                "Lessons/04-linear.md": "# New", "LICENSE": "new",
                "Tests/StudentTests/LinearTests.swift": "// new\n",
            ]
            for (path, text) in changes { try copy.change(path, to: text) }
            try copy.change(".vscode/launch.json", to: nil)
            let whole = HandoutKit.Copy(
                folder: copy.folder.deletingLastPathComponent().appending(path: "whole"), root: copy.root)
            try await whole.handOut()
            let new = try #require(HandoutRecord(in: whole.folder))

            try old.union(new).data.write(to: copy.folder.appending(path: HandoutRecord.path))
            for (path, text) in changes.sorted(by: { $0.key < $1.key }).prefix(installed) {
                try copy.write(text, to: path)
            }
            if installed == 4 {
                try FileManager.default.removeItem(at: copy.folder.appending(path: ".vscode/launch.json"))
            }
            try await copy.handOut()
            #expect(copy.files == whole.files)
            for path in whole.files { #expect(copy.text(path) == whole.text(path), "\(path)") }
            #expect(HandoutRecord(in: copy.folder) == new)
        }
    }

    @Test(
        "a record that leads out of the copy is none",
        arguments: ["../victim", "/tmp/victim", "Lessons/../../victim", ".git/config", ""])
    func hostileRecord(path: String) async throws {
        try await HandoutKit().handOut { copy in
            let record = HandoutRecord([path: ["e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"]])
            try record.data.write(to: copy.folder.appending(path: HandoutRecord.path))
            await #expect(throws: GradingError.self) { try await copy.handOut() }
        }
    }

    @Test("a link in the place of a folder or of a file is refused: nothing is written or read through it")
    func links() async throws {
        for path in ["Lessons", "Lessons/04-linear.md"] {
            try await HandoutKit().handOut { copy in
                let place = copy.folder.appending(path: path)
                let elsewhere = copy.folder.deletingLastPathComponent().appending(path: "elsewhere")
                try FileManager.default.moveItem(at: place, to: elsewhere)
                try FileManager.default.createSymbolicLink(at: place, withDestinationURL: elsewhere)
                try copy.change("Lessons/04-linear.md", to: "# New")
                await #expect(throws: GradingError.self) { try await copy.handOut() }
                #expect(copy.text("Lessons/04-linear.md") == "# Linear layer")
                #expect(!copy.files.contains { $0.hasPrefix(".kept") })
            }
        }
    }
}
