import Testing

@testable import Grading

@Suite("Watch: what is drawn")
struct WatchScreenTests {
    private let plain = TerminalStyle(isColoured: false)

    @Test("the exercise, the test to mend, and the keys at the bottom")
    func midway() throws {
        let lines = try screen(.failed, seconds: nil).lines(in: .init(columns: 80, rows: 14))
        #expect(
            lines == [
                "  Linear layer              ░░░░░░░░░░     0 / 60  0 of 1 tests",
                "  File    Sources/Student/Linear.swift",
                "  Lesson  Lessons/04-linear.md",
                "",
                "  Next: Linear layer",
                "  ✘ does a",
                "    Z is X·W: look at the order of the two factors in the product",
                "", "", "", "",
                "",
                "  waiting for a saved file",
                "  h hint   n next exercise   q quit",
            ])
    }

    @Test("before the first report it says what it works on, and for how long")
    func beginning() throws {
        let lines = try screen(nil, seconds: 12).lines(in: .init(columns: 80, rows: 10))
        #expect(lines[0] == "  Linear layer")
        #expect(lines[1] == "  File    Sources/Student/Linear.swift")
        #expect(lines[8] == "  grading… 12 s")
    }

    @Test("what was asked for stands above the report")
    func hint() throws {
        var screen = try screen(.failed, seconds: nil)
        screen.hints = HintShelf.Hints(exercise: try rubric().exercises[0], shown: 0..<1)
        let lines = screen.lines(in: .init(columns: 80, rows: 24))
        #expect(lines[..<3] == ["  Hint 1 of 3: Linear layer", "    First.", ""])
    }

    @Test("a report that came after the hints stands above them")
    func newReport() throws {
        var screen = try screen(.failed, seconds: nil)
        screen.hints = HintShelf.Hints(exercise: try rubric().exercises[0], shown: 0..<1)
        screen.hintsComeFirst = false
        let lines = screen.lines(in: .init(columns: 80, rows: 24))
        #expect(lines[0].hasPrefix("  Linear layer "))
        #expect(lines.contains("    First."))
    }

    @Test("what a run found before is not taken for what the next one will find")
    func oldResult() throws {
        let lines = try screen(.passed, seconds: 3).lines(in: .init(columns: 80, rows: 10))
        #expect(lines[8] == "  grading… 3 s   above: the result before")
    }

    @Test("when all is done that is said first, however long the board is")
    func allDone() throws {
        let course = try rubric().exercises.filter { !$0.challenge }
        var session = WatchSession(rubric: try rubric(), exercise: nil)
        _ = session.take(
            .success(report(course, results([.passed]) + results([.passed], in: "MoonsTests"))))
        let screen = WatchScreen(session: session, seconds: nil, style: plain)
        let lines = screen.lines(in: .init(columns: 80, rows: 6))
        #expect(lines[0] == "  All points are yours.")
        #expect(lines[1] == "  Want more? Press n for the challenges.")
    }

    @Test("done is told, with the way on")
    func done() throws {
        let lines = try screen(.passed, seconds: nil).lines(in: .init(columns: 80, rows: 10))
        #expect(lines.contains("  Done: press n for the next exercise."))
    }

    @Test(
        "no window is too small: no line is too wide, none too many, and the keys stay",
        arguments: [1, 2, 3, 5, 9, 30], [1, 12, 20, 33, 79])
    func sizes(rows: Int, columns: Int) throws {
        for status in [TestStatus.failed, nil, .passed] {
            for isColoured in [false, true] {
                var screen = try screen(status, seconds: 3)
                screen.style = TerminalStyle(isColoured: isColoured)
                let lines = screen.lines(in: .init(columns: columns, rows: rows))
                    .map { $0.replacing(/\u{1B}\[\d+m/, with: "") }
                #expect(lines.count == rows)
                #expect(lines.allSatisfy { $0.count <= max(10, columns - 1) })
                #expect(lines.last?.hasSuffix("quit") == true)
            }
        }
    }

    @Test("what does not fit is counted")
    func cut() throws {
        let lines = try screen(.failed, seconds: nil).lines(in: .init(columns: 80, rows: 6))
        #expect(lines[2] == "  … 5 more lines: a taller window shows them")
    }

    @Test("long lines are folded between words, with their indent and colour")
    func folding() {
        #expect("  one two three".folded(to: 9) == ["  one two", "  three"])
        #expect("abcdefgh".folded(to: 3) == ["abc", "def", "gh"])
        #expect("".folded(to: 3) == [""])
        #expect("one".folded(to: 3) == ["one"])
        #expect(
            "\u{1B}[1mone two\u{1B}[0m three".folded(to: 5)
                == ["\u{1B}[1mone", "\u{1B}[1mtwo\u{1B}[0m", "three"])
    }

    private func screen(_ status: TestStatus?, seconds: Int?) throws -> WatchScreen {
        let course = try rubric()
        var session = WatchSession(rubric: course, exercise: course.exercises[0])
        if let status {
            let message = "Z is X·W: look at the order of the two factors in the product"
            _ = session.take(
                .success(report([course.exercises[0]], results([status], messages: [message]))))
        }
        return WatchScreen(session: session, hints: nil, seconds: seconds, style: plain)
    }
}
