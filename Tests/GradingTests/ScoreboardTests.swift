import Foundation
import Testing

@testable import Grading

@Suite("Scoreboard")
struct ScoreboardTests {
    @Test("a course on its way: bars, points, states, and the first test to mend")
    func midway() throws {
        let tests =
            results([.passed, .failed, .crashed], messages: ["Z is X·W: look at the order"])
            + results([.notStarted], in: "MoonsTests") + results([.passed], in: "TanhTests")
        #expect(
            try board(tests)
                == """
                  Linear layer              ███░░░░░░░    20 / 60  1 of 3 tests, crashes
                  Two moons                 ░░░░░░░░░░     0 / 40  not started

                  Score                                  20 / 100

                  Challenges, extra
                  Tanh                      ██████████      5 / 5  done

                  Next: Linear layer
                  ✘ does b
                    Z is X·W: look at the order

                  File    Sources/Student/Linear.swift
                  Lesson  Lessons/04-linear.md
                  Try     ./grade.sh linear
                """)
    }

    @Test("a fresh start points to the first stub")
    func fresh() throws {
        let message = "Linear.forward is still to be filled: Sources/Student/Linear.swift:31"
        let tests =
            results([.notStarted], messages: [message]) + results([.notStarted], in: "MoonsTests")
            + results([.notStarted], in: "TanhTests")
        #expect(try board(tests).contains("\n  Next: Linear layer\n    \(message)\n\n  File "))
    }

    @Test("a capstone has no file of its own; a hang is called one")
    func capstone() throws {
        let tests = results([.passed]) + results([.timedOut], in: "MoonsTests", messages: ["stopped"])
        let board = try board(tests)
        #expect(board.contains("0 / 40  0 of 1 tests, hangs"))
        #expect(board.hasSuffix("stopped\n\n  Lesson  Lessons/17-moons.md\n  Try     ./grade.sh moons"))
    }

    @Test("code to mend that fails everywhere is still to mend; a test that passes or crashes is told of")
    func toMend() throws {
        let json = rubricJSON.replacing("Student/Linear.swift", with: "Student/WhatsWrong/Linear.swift")
        for (statuses, state) in [
            ([.failed, .failed], "to mend"), ([.failed, .passed], "1 of 2 tests"),
            ([.failed, .crashed], "0 of 2 tests, crashes"),
        ] as [([TestStatus], String)] {
            let board = Scoreboard(
                report: report(try rubric(json).exercises, results(statuses)), student: .own,
                style: TerminalStyle(isColoured: false)
            ).text
            #expect(board.contains("/ 60  \(state)\n"))
        }
    }

    @Test("when all is done the board says so, and offers a challenge")
    func done() throws {
        let tests = results([.passed]) + results([.passed], in: "MoonsTests")
        #expect(
            try board(tests).hasSuffix(
                "  All points are yours.\n  Want more? Tanh: Lessons/19-tanh.md, then ./grade.sh tanh"))
    }

    @Test("what does not compile is shown with the compiler's words")
    func sourceErrors() throws {
        let errors = (1...4).map {
            SourceError(
                file: "Sources/Student/Linear.swift", position: .init(line: $0, column: 9),
                message: "cannot find 'x'")
        }
        let board = try board(results([.missing]) + results([.passed], in: "MoonsTests"), errors: errors)
        #expect(board.contains("  Linear layer              ░░░░░░░░░░     0 / 60  does not compile\n"))
        #expect(board.contains("  Two moons                 ██████████    40 / 40  done\n"))
        #expect(
            board.hasSuffix(
                """
                  Next: make Sources/Student/Linear.swift compile
                  ✘ Sources/Student/Linear.swift:1:9
                    cannot find 'x'
                  ✘ Sources/Student/Linear.swift:2:9
                    cannot find 'x'
                  ✘ Sources/Student/Linear.swift:3:9
                    cannot find 'x'
                    and 1 more

                  File    Sources/Student/Linear.swift
                  Lesson  Lessons/04-linear.md
                  Try     ./grade.sh linear
                """))
    }

    @Test("answers are found in their own files")
    func solutions() throws {
        let board = try board(results([.failed]), student: .answers)
        #expect(board.contains("File    Solutions/Reference/Linear.swift"))
        #expect(board.hasSuffix("Try     ./grade.sh linear --solutions"))
    }

    @Test("colour adds escape codes and nothing else")
    func colour() throws {
        let tests = results([.passed, .failed], messages: ["why"])
        let coloured = try board(tests, isColoured: true)
        #expect(coloured.contains("\u{1B}[32m█████\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[\d+m/, with: "") == (try board(tests)))
    }

    @Test("no line of a board with long messages and usual titles is wider than 80 characters")
    func width() throws {
        let message = String(repeating: "word ", count: 60)
        let board = try board(results([.failed], messages: [message]))
        #expect(board.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(board.split(separator: "\n").contains { $0.count > 70 })
    }

    @Test("lines are broken between words, and where they were broken before")
    func wrapping() {
        #expect("one two three".wrapped(to: 7) == ["one two", "three"])
        #expect("one\n\ntwo".wrapped(to: 7) == ["one", "", "two"])
        #expect("incomprehensible word".wrapped(to: 5) == ["incomprehensible", "word"])
        #expect("  a = b".wrapped(to: 20) == ["  a = b"])
    }

    @Test(
        "a file that cannot be used has its own state and its own way out",
        arguments: [
            (.refused, "refused", "take out of Sources/Student/Linear.swift what is refused"),
            (.missing, "missing", "bring back Sources/Student/Linear.swift"),
            (.unreadable, "unusable", "mend Sources/Student/Linear.swift"),
        ] as [(SourceError.Kind, String, String)])
    func unusable(kind: SourceError.Kind, state: String, goal: String) throws {
        let error = SourceError(kind: kind, file: "Sources/Student/Linear.swift", message: "is so")
        let board = try board(results([.missing]), errors: [error])
        #expect(board.contains("0 / 60  \(state)\n"))
        #expect(board.contains("  Next: \(goal)\n  ✘ Sources/Student/Linear.swift\n    is so\n\n  File "))
    }

    @Test("the first problem in course order comes next, be it a file or a test")
    func order() throws {
        let error = SourceError(kind: .missing, file: "Sources/Student/Tanh.swift", message: "is missing")
        let tests = results([.failed], messages: ["why"]) + results([.missing], in: "TanhTests")
        #expect(try board(tests, errors: [error]).contains("  Next: Linear layer\n  ✘ does a\n    why\n"))
    }

    @Test("what took no part is told, fifty of it at most")
    func leftOut() throws {
        var report = report(try rubric().exercises, results([.passed]))
        report.leftOut = (1...60).map { LeftOut(file: "Sources/Student/\($0)", reason: "is a link") }
        let lines = text(report).split(separator: "\n")
        #expect(lines.contains("  Left out"))
        #expect(lines.count { $0.hasSuffix(" is a link") } == 50)
        #expect(lines.contains("  10 more are not listed"))
    }

    @Test("what the code printed stands behind a bar, twelve lines of it, and cannot forge the board")
    func printed() throws {
        var report = report(try rubric().exercises, results([.passed]))
        report.output =
            "\u{1B}[2J\r\n  Score 100 / 100\u{2028}\u{202E}x\n" + String(repeating: "y", count: 90)
            + String(repeating: "\nz", count: 20)
        let lines = text(report).split(separator: "\n")
        #expect(lines.contains("  Your code printed:"))
        #expect(lines.contains("  │ \\u{1B}[2J"))
        #expect(lines.contains("  │   Score 100 / 100"))
        #expect(lines.contains("  │ \\u{202E}x"))
        #expect(lines.contains("  │ \(String(repeating: "y", count: 73))…"))
        #expect(lines.count { $0 == "  │ z" } == 8)
        #expect(lines.contains("  │ … and 12 lines more"))
    }

    @Test("messages obey no control characters")
    func messages() throws {
        let board = try board(results([.failed], messages: ["\u{1B}[2Jup\u{7}"]))
        #expect(board.contains("\n    \\u{1B}[2Jup\\u{07}\n"))
    }

    @Test("a submission's board says what the code could reach, and how to grade it again")
    func submission() throws {
        var report = report(try rubric().exercises, results([.failed], messages: ["why"]))
        let submission = Student.submission(URL(filePath: "/hw/ada"))
        let open = text(report, student: submission)
        #expect(
            open.contains(
                "  Not isolated: this code could reach your files, the network, other processes.\n"))
        #expect(open.hasSuffix("Try     ./grade.sh submission /hw/ada linear"))
        #expect(!text(report).contains("Not isolated"))
        report.isolation = Isolation(files: true, network: true, processes: true)
        #expect(!text(report, student: submission).contains("Not isolated"))
        report.isolation = Isolation(files: true, network: false, processes: true)
        #expect(text(report, student: submission).contains("could reach the network.\n"))
    }

    private func board(
        _ tests: [TestResult], errors: [SourceError] = [], student: Student = .own,
        isColoured: Bool = false
    ) throws -> String {
        text(
            report(try rubric().exercises, tests, errors: errors), student: student, isColoured: isColoured)
    }

    private func text(_ report: Report, student: Student = .own, isColoured: Bool = false) -> String {
        Scoreboard(report: report, student: student, style: TerminalStyle(isColoured: isColoured)).text
    }
}
