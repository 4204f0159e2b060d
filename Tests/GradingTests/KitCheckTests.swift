import Foundation
import Testing

@testable import Grading

@Suite("Proof of the kit")
struct KitCheckTests {
    private let files = [
        "Lessons/rubric.json", "Lessons/README.md", "Lessons/00-start.md", "Lessons/images/net.svg",
        "Lessons/04-linear.md", "Lessons/17-moons.md", "Lessons/19-tanh.md",
        "Sources/Student/Linear.swift", "Sources/Student/Tanh.swift",
        "Solutions/Reference/Linear.swift", "Solutions/Reference/Tanh.swift",
        "Tests/StudentTests/LinearTests.swift", "Tests/StudentTests/MoonsTests.swift",
        "Tests/StudentTests/TanhTests.swift", "Tests/Stubs/Linear.swift", "Tests/Stubs/Tanh.swift",
    ]

    @Test("a census of a whole kit finds every file in its place")
    func complete() async throws {
        #expect(try await census(files) == .init(passed: 12, failures: []))
    }

    @Test(
        "a file that is missing is named with its exercise",
        arguments: [
            ("Lessons/04-linear.md", "linear"), ("Sources/Student/Tanh.swift", "tanh"),
            ("Tests/Stubs/Linear.swift", "linear"), ("Solutions/Reference/Linear.swift", "linear"),
            ("Tests/StudentTests/MoonsTests.swift", "moons"),
        ])
    func missing(file: String, id: String) async throws {
        #expect(
            try await census(files.filter { $0 != file })
                == .init(passed: 11, failures: ["\(id): \(file) is missing"]))
    }

    @Test(
        "a file that belongs to no exercise is named",
        arguments: [
            "Sources/Student/Helper.swift", "Solutions/Reference/Old.swift", "Tests/StudentTests/Extra.swift",
            "Lessons/05-relu.md", "Tests/Stubs/Old.swift", "Lessons/notes.txt",
            "Sources/Student/Deep/Down.swift",
        ])
    func leftOver(file: String) async throws {
        let problem = "\(file) belongs to no exercise: name it in Lessons/rubric.json, or remove it"
        #expect(try await census(files + [file]) == .init(passed: 12, failures: [problem]))
    }

    @Test("a long suite may go on in files that are named after it")
    func parts() async throws {
        let part = "Tests/StudentTests/LinearTests+Shapes+Mistakes.swift"
        #expect(try await census(files + [part]).failures == [])
        #expect(try await census(files + ["Tests/StudentTests/OldTests+Shapes.swift"]).failures.count == 1)
        #expect(try await census(files + ["Sources/Student/Linear+Shapes.swift"]).failures.count == 1)
    }

    @Test("hidden files are nobody's business")
    func hidden() async throws {
        #expect(try await census(files + ["Sources/Student/.DS_Store"]).failures == [])
    }

    @Test("a copy of a stub that is not up to date is named, with the way to copy it")
    func staleStub() async throws {
        let rubric = try rubric()
        var contents = Dictionary(uniqueKeysWithValues: files.map { ($0, "") })
        contents["Sources/Student/Tanh.swift"] = "new"
        let findings = try await withFiles(contents) { FileCensus(root: $0, rubric: rubric).findings() }
        #expect(
            findings.failures == [
                "Tests/Stubs/Tanh.swift is not as Sources/Student/Tanh.swift is: "
                    + "`cp Sources/Student/Tanh.swift Tests/Stubs/Tanh.swift`"
            ])
    }

    @Test("pointers into the lessons lead to headings and anchors, or are named")
    func pointers() async throws {
        let rubric = try rubric()
        let mistakes = """
            Mistake("A", see: "the-loss-l") { $0 }
            Mistake("B", see: "gone") { $0 }
            Mistake("C") { $0 }
            Mistake("D", see: "of-its-own") { $0 }
            "Once is enough. See \\(lesson)#dead."
            """
        let files = [
            "Tests/StudentTests/LinearTests.swift": #"let lesson = "Lessons/04-linear.md""#,
            "Tests/StudentTests/LinearTests+Values+Mistakes.swift": mistakes,
            "Tests/StudentTests/TanhTests.swift": #"let lesson = "Lessons/04-linear.md""#,
            "Lessons/04-linear.md":
                "# Linear layer\n\n## Common mistakes\n\n- <a id=\"of-its-own\"></a>**D**\n\n### The loss, *L*\n",
            "Lessons/19-tanh.md": "## Common mistakes\n",
        ]
        let found = try await withFiles(files) { try LessonPointers(root: $0, rubric: rubric).findings() }
        #expect(
            found
                == .init(
                    passed: 4,
                    failures: [
                        "LinearTests: Lessons/04-linear.md#dead leads nowhere: the page has no such anchor",
                        "LinearTests: Lessons/04-linear.md#gone leads nowhere: the page has no such anchor",
                        "TanhTests: points to Lessons/04-linear.md, and the exercise's lesson is Lessons/19-tanh.md",
                    ]))
    }

    @Test("a step counts tests, and tells of those that came out otherwise")
    func testStep() {
        let tests = results([.notStarted, .crashed], messages: ["Index out of range"])
        #expect(
            CheckStep.Findings(tests, expecting: .notStarted)
                == .init(
                    passed: 1,
                    failures: [
                        "StudentTests.LinearTests/b(): crashed, expected notStarted\nIndex out of range"
                    ]))
    }

    @Test("a step that breaks off has failed with the error's words")
    func brokenStep() async {
        let step = await CheckStep.take("build") { throw GradingError.swiftNotFound }
        #expect(step.findings == .init(passed: 0, failures: [GradingError.swiftNotFound.description]))
    }

    @Test("a step is a line, and a paragraph for each failure")
    func text() {
        let style = TerminalStyle(isColoured: false)
        let good = CheckStep(
            name: "rubric", findings: .init(problems: []), duration: .milliseconds(1234))
        #expect(good.text(style) == "✔ rubric                                     1.2 s   1 passed")
        let bad = CheckStep(
            name: "files", findings: .init(passed: 2, failures: ["one\ntwo"]), duration: .seconds(61))
        #expect(
            bad.text(style)
                == "✘ files                                     61.0 s   2 passed, 1 failed\n    one\n    two"
        )
    }

    private func census(_ paths: [String]) async throws -> CheckStep.Findings {
        let rubric = try rubric()
        return try await withFiles(Dictionary(uniqueKeysWithValues: paths.map { ($0, "") })) { root in
            FileCensus(root: root, rubric: rubric).findings()
        }
    }
}
