import Testing

@testable import Grading

@Suite("Verdicts on wrong answers and mutants")
struct MutantVerdictTests {
    @Test("a wrong answer is caught when a test fails, and all that must: in whichever way")
    func caught() throws {
        #expect(try wrong([.passed, .failed], fails: ["b()"]).isCaught)
        #expect(try wrong([.timedOut, .crashed], fails: ["b()", "a()"]).isCaught)
        #expect(try wrong([.passed, .failed], fails: []).isCaught)
        #expect(try !wrong([.passed, .failed], fails: ["a()"]).isCaught)
        #expect(try !wrong([.failed, .failed], fails: ["c()"]).isCaught)
        #expect(try !wrong([.passed, .passed], fails: []).isCaught)
        #expect(try !wrong([.missing, .skipped], fails: []).isCaught)
        #expect(try !wrong([.failed, .missing], fails: ["b()"]).isCaught)
    }

    @Test("of two tests of one name the students' own has to fail, unless the module is named")
    func sameName() throws {
        let tests = [
            TestResult(test: test("a()"), displayName: nil, status: .passed, messages: []),
            TestResult(test: test("a()", of: "HiddenTests"), displayName: nil, status: .failed, messages: []),
        ]
        #expect(try !wrong(tests, fails: ["a()"]).isCaught)
        #expect(try wrong(tests, fails: ["HiddenTests.LinearTests/a()"]).isCaught)
    }

    @Test("a mistake is named when the failing tests say every phrase, however the lines are broken")
    func named() throws {
        let message = "the bias is\n  added twice"
        #expect(try wrong([.failed], says: ["bias is added", "twice"], messages: [message]).isNamed)
        #expect(try !wrong([.failed], says: ["bias is added", "thrice"], messages: [message]).isNamed)
        #expect(try !wrong([.failed], says: [], messages: [message]).isNamed)
        #expect(try !wrong([.passed], says: ["bias"], messages: [message]).isNamed)
    }

    @Test(
        "what is wrong with a wrong answer's trial is told with what came",
        arguments: [
            ([.failed], ["a()"], ["big"], nil),
            ([.passed], ["a()"], [], "linear, wrong answer “x”: no test fails, and one has to"),
            (
                [.failed, .failed], [], ["big"],
                "linear, wrong answer “x”\nIt names no test that must fail; these do: a(), b()"
            ),
            (
                [.passed, .failed], ["a()", "b()"], ["big"],
                "linear, wrong answer “x”\nThese have to fail, and do not: a(); these do: b()"
            ),
            (
                [.failed], ["a()", "old()"], ["big"],
                "linear, wrong answer “x”\nThese have to fail, and do not: old(), which is no test; these do: a()"
            ),
            (
                [.failed], ["a()"], ["small", "too"],
                "linear, wrong answer “x”\nNo message says “small”\nsaid: too big"
            ),
        ] as [([TestStatus], [String], [String], String?)])
    func problems(statuses: [TestStatus], fails: [String], says: [String], problem: String?) throws {
        let trials = try trials(wrong: [wrong(statuses, fails: fails, says: says, messages: ["too\n big"])])
        #expect(trials.findings.failures == [problem].compactMap(\.self))
        #expect(trials.findings.passed == (problem == nil ? 1 : 0))
    }

    @Test("a variant that cannot be built is a failure, whatever it was to show")
    func refused() throws {
        let refused = try trial(WrongAnswers.Entry(name: "x", edits: []), .refused("does not compile: oh"))
        let trials = try trials(wrong: [refused], correct: [refused], attempts: [refused])
        #expect(
            trials.findings.failures == [
                "linear, wrong answer “x”: does not compile: oh",
                "linear, other correct answer “x”: does not compile: oh",
                "linear, attempt at hard-coding “x”: does not compile: oh",
            ])
        #expect([trials.caught, trials.named, trials.accepted] == [0, 0, 0])
    }

    @Test("another correct answer has to pass every test, the capstones' too")
    func correct() throws {
        let good = try wrong(results([.passed]) + results([.passed], in: "MoonsTests"))
        let bad = try wrong(results([.passed]) + results([.failed], in: "MoonsTests", messages: ["why\nso"]))
        let trials = try trials(correct: [good, bad])
        #expect(trials.accepted == 1)
        #expect(
            trials.findings.failures == [
                "linear, other correct answer “x”: every test has to pass, and these do not\n"
                    + "StudentTests a() failed: why so"
            ])
    }

    @Test("an attempt at hard-coding may pass a fifth of the exercise's tests, and no more")
    func attempts() throws {
        let fifth = try wrong([.passed, .failed, .failed, .crashed, .timedOut])
        let more = try wrong([.passed, .failed, .failed, .passed])
        let trials = try trials(attempts: [fifth, more])
        #expect(trials.bestAttempt == 0.5)
        #expect(
            trials.findings
                == .init(
                    passed: 1,
                    failures: [
                        "linear, attempt at hard-coding “x”: it passes 2 of 4 tests, and 20 % is the most\na(), d()"
                    ]))
    }

    @Test("a mutant has to be found, or its survival explained; an explanation has to be of use")
    func mutants() throws {
        let trials = try trials(
            mutants: [
                mutant("killed", .tested(results([.passed, .crashed]))),
                mutant("equivalent", .tested(results([.passed]))),
                mutant("missed", .tested(results([.passed]))), mutant("broken", .refused("does not compile")),
                mutant("lost", .tested(results([.passed, .missing]))),
            ],
            survivors: [
                survivor("equivalent"), survivor("killed"), survivor("gone"), survivor("missed", why: ""),
            ])
        #expect([trials.killed, trials.built.count, trials.explained.count] == [1, 4, 1])
        #expect(trials.findings.passed == 3)
        #expect(
            trials.findings.failures == [
                "linear, mutant missed: every test passes, and nothing says why that is right\nf(_:): x - 1",
                "linear, mutant lost: there is no record of some tests\nf(_:): x - 1",
                "linear, survivor killed in “x - 1”: a test finds it now, or it does not compile",
                "linear, survivor gone in “x - 1”: there is no such mutant any more",
                "linear, survivor missed in “x - 1”: it does not say why",
            ])
    }

    @Test("nine of ten wrong answers have to be named")
    func share() throws {
        let named = try wrong([.failed], fails: ["a()"], says: ["big"], messages: ["big"])
        let unnamed = try wrong([.failed], fails: ["a()"])
        let report = { (count: Int) in
            MutantReport(
                exercises: [
                    try trials(wrong: Array(repeating: named, count: count)), try trials(wrong: [unnamed]),
                ],
                duration: .zero)
        }
        #expect(try report(9).findings == .init(passed: 10, failures: []))
        #expect(
            try report(8).findings.failures == ["8 of 9 wrong answers are named, and 90 % is the least"])
    }

    @Test("the table has a line an exercise, one for all, and a paragraph for each problem")
    func table() throws {
        let named = try wrong([.failed], fails: ["a()"], says: ["big"], messages: ["big"])
        let first = try trials(
            wrong: [named, wrong([.passed])], correct: [wrong([.passed])],
            attempts: [wrong([.passed, .failed])],
            mutants: [mutant("a", .tested(results([.failed]))), mutant("b", .refused("no"))])
        let report = MutantReport(exercises: [first, try trials()], duration: .zero)
        let table = MutantTable(report: report, style: TerminalStyle(isColoured: false)).text
        #expect(
            table == """
                  exercise   wrong  caught   named accepted attempts  killed explained
                  linear         2       1       1      1/1     50 %     1/1         0
                  linear         0       0       0      0/0        –     0/0         0

                  all            2       1       1      1/1     50 %     1/1         0

                  ✘ linear, wrong answer “x”: no test fails, and one has to

                  ✘ linear, attempt at hard-coding “x”: it passes 1 of 2 tests, and 20 % is the most
                    a()

                  ✘ 1 of 2 wrong answers are named, and 90 % is the least

                  1 more mutant does not compile.
                """)
    }

    private func wrong(
        _ statuses: [TestStatus], fails: [String] = [], says: [String] = [], messages: [String] = []
    ) throws -> Trial<WrongAnswers.Entry> {
        try wrong(results(statuses, messages: messages), fails: fails, says: says)
    }

    private func wrong(
        _ results: [TestResult], fails: [String] = [], says: [String] = []
    ) throws -> Trial<WrongAnswers.Entry> {
        try trial(WrongAnswers.Entry(name: "x", edits: [], fails: fails, says: says), .tested(results))
    }

    private func trial<Subject>(_ subject: Subject, _ outcome: VariantOutcome) throws -> Trial<Subject> {
        Trial(exercise: try rubric().exercises[0], subject: subject, outcome: outcome)
    }

    private func mutant(_ mutation: String, _ outcome: VariantOutcome) throws -> Trial<Mutant> {
        try trial(Mutant(function: "f(_:)", line: "x - 1", mutation: mutation, text: ""), outcome)
    }

    private func survivor(_ mutation: String, why: String = "the same") -> WrongAnswers.Survivor {
        .init(function: "f(_:)", line: "x - 1", mutation: mutation, why: why)
    }

    private func trials(
        wrong: [Trial<WrongAnswers.Entry>] = [], correct: [Trial<WrongAnswers.Entry>] = [],
        attempts: [Trial<WrongAnswers.Entry>] = [], mutants: [Trial<Mutant>] = [],
        survivors: [WrongAnswers.Survivor] = []
    ) throws -> ExerciseTrials {
        ExerciseTrials(
            exercise: try rubric().exercises[0], wrong: wrong, correct: correct, attempts: attempts,
            mutants: mutants, survivors: survivors)
    }
}
