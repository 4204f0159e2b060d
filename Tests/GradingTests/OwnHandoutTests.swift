import Foundation
import Testing

@testable import Grading

/// The package that these tests belong to.
let kitRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// This kit, handed out.
@Suite("Handing out: this kit")
struct OwnHandoutTests {
    /// What mends code is often a word, which is anybody's.
    @Test("the scan would notice the answer of every exercise that is written")
    func teeth() throws {
        let rubric = try Rubric.load(from: kitRoot)
        let stubs = try Stubs.load(for: rubric, from: kitRoot)
        for exercise in rubric.exercises where !exercise.isToMend {
            guard let answer = exercise.answer else { continue }
            let text = try String(contentsOf: kitRoot.appending(path: answer), encoding: .utf8)
            let found = AnswerLines(of: [answer: text], stubs: stubs.values).found(in: text)
            #expect(!found.isEmpty, "no line of \(answer) is long enough to be told from others")
        }
    }

    @Test("no line of an answer is handed out, and nothing of the instructor's")
    func handedOut() async throws {
        try await withTemporaryFolder { folder in
            let copy = HandoutKit.Copy(folder: folder.appending(path: "copy"), root: kitRoot)
            try await copy.handOut()
            let files = copy.files
            for wanted in [
                "Package.swift", "README.md", "grade.sh", ".github/workflows/grade.yml", ".gitignore",
            ] {
                #expect(files.contains(wanted))
            }
            let own = [
                "Solutions", "Tests/HiddenTests", "Tests/GradingTests", "Sources/bench", ".ci", ".git/",
            ]
            #expect(files.filter { file in own.contains { file.hasPrefix($0) } } == [])
            let stubs = files.filter { $0.hasPrefix("Tests/Stubs/") }
            #expect(files.count(where: { $0.hasPrefix("Sources/Student/") }) == stubs.count)
        }
    }

    @Test("what fixes the version of Swift names the same one everywhere")
    func versions() throws {
        let places = [
            ".devcontainer/Dockerfile": /FROM swift:([\d.]+)-/,
            ".github/workflows/check.yml": /image: swift:([\d.]+)-/,
            "Solutions/Handout/.github/workflows/grade.yml": /container: swift:([\d.]+)-/,
            "Solutions/Classroom50/grade-exercises.yml": /container: swift:([\d.]+)-/,
            "Solutions/Gradescope/setup.sh": /\nversion=([\d.]+)\n/,
        ]
        for (file, pattern) in places {
            let text = try String(contentsOf: kitRoot.appending(path: file), encoding: .utf8)
            #expect(text.firstMatch(of: pattern)?.1 == "6.3.1", "\(file)")
        }
    }
}
