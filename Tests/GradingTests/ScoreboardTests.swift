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

    @Test("when all is done the board says so, and offers a challenge")
    func done() throws {
        let tests = results([.passed]) + results([.passed], in: "MoonsTests")
        #expect(
            try board(tests).hasSuffix(
                "  All points are yours.\n  Want more? Tanh: Lessons/19-tanh.md, then ./grade.sh tanh"))
    }

    @Test("what does not compile is shown with the compiler's words")
    func sourceErrors() throws {
        var report = Grader.report(try rubric().exercises, [], countingChallenges: false)
        report.sourceErrors = (1...4).map {
            SourceError(
                file: "Sources/Student/Linear.swift", position: .init(line: $0, column: 9),
                message: "cannot find 'x'")
        }
        let board = Scoreboard(
            report: report, solutions: false, style: TerminalStyle(isColoured: false)
        ).text
        #expect(board.contains("  Linear layer              ░░░░░░░░░░     0 / 60  does not compile\n"))
        #expect(board.contains("  Two moons                 ░░░░░░░░░░     0 / 40  not run\n"))
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
        let board = try board(results([.failed]), solutions: true)
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

    private func board(
        _ tests: [TestResult], solutions: Bool = false, isColoured: Bool = false
    ) throws -> String {
        let report = Grader.report(try rubric().exercises, tests, countingChallenges: false)
        return Scoreboard(
            report: report, solutions: solutions, style: TerminalStyle(isColoured: isColoured)
        ).text
    }
}
