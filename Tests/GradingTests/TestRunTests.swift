import Foundation
import Testing

@testable import Grading

@Suite("Test runs")
struct TestRunTests {
    @Test("one attempt is enough when all goes well, and results come in declared order")
    func calm() async throws {
        var stream = EventStream.declare("b()", "a()")
        stream.pass("b()")
        stream.fail("a()", "Expectation failed: x", details: "why")
        let (results, arguments, _) = try await run(["a()", "b()"], [(stream, .exited(1))])
        #expect(arguments == [["--filter", #"^StudentTests\.LinearTests(/|$)"#]])
        #expect(results.map(\.test.function) == ["b()", "a()"])
        #expect(results.map(\.displayName) == ["does b()", "does a()"])
        #expect(results.map(\.status) == [.passed, .failed])
        #expect(results.map(\.messages) == [[], ["why"]])
    }

    @Test("a crash costs the test that was running; the rest run again without those that are done")
    func crash() async throws {
        var one = EventStream.declare("a()", "b()", "c()")
        one.pass("a()")
        one.start("b()")
        var two = EventStream()
        two.pass("c()")
        let trap = "Student/Linear.swift:3: Fatal error: Index out of range\nmore"
        let (results, arguments, _) = try await run(
            ["a()", "b()", "c()"], [(one, .signalled(4, errorOutput: trap)), (two, .exited(0))])
        #expect(results.map(\.status) == [.passed, .crashed, .passed])
        #expect(
            results[1].messages
                == ["The program crashed in this test: Index out of range\nSources/Student/Linear.swift:3"])
        let (first, second) = (arguments[0], arguments[1])
        #expect(first.count == 2)
        #expect(second.count == 6)
        #expect(second.prefix(2) == first[...])
        #expect([second[2], second[4]] == ["--skip", "--skip"])
        let id = "StudentTests.LinearTests/b()/LinearTests.swift:7:4"
        #expect(try [1, 3, 5].map { try matches(second[$0], id) } == [true, false, true])
        #expect(try !matches(second[5], "StudentTests.LinearTests/bb()/LinearTests.swift:7:4"))
    }

    @Test("a limit that was hit is kept with the result")
    func limit() async throws {
        var stream = EventStream()
        stream.start("a()")
        let (results, _, _) = try await run(["a()"], [(stream, .stopped(.memory))])
        #expect(results.map(\.limit) == [.memory])
        #expect(results.map(\.status) == [.crashed])
    }

    @Test("a test that no record mentions is missing, and is asked for once more only while runs get on")
    func missing() async throws {
        var stream = EventStream()
        stream.pass("a()")
        let (results, arguments, _) = try await run(
            ["a()", "gone()"], [(stream, .exited(0)), (EventStream(), .exited(69))])
        #expect(results.map(\.status) == [.passed, .missing])
        #expect(arguments.count == 2)
    }

    @Test("a process that dies before any test is tried once for each suite")
    func stillborn() async throws {
        let tests = [test("a()"), test("b()"), test("m()", in: "MoonsTests")]
        let (results, arguments, _) = try await run(
            tests, .init(repeating: ([], .signalled(SIGABRT)), count: 3))
        #expect(arguments.map(\.count) == [4, 2, 2])
        #expect(results.allSatisfy { $0.status == .missing })
        #expect(results.allSatisfy { $0.messages == ["There is no record that this test ran to its end."] })
    }

    @Test(
        "a broken record counts for nothing: each suite gets a run of its own, and loses only its own tests")
    func broken() async throws {
        var linear = EventStream()
        linear.pass("a()")
        var moons = EventStream()
        moons.pass("StudentTests.MoonsTests/m()")
        var both = linear
        both.pass("StudentTests.MoonsTests/m()")
        let tests = [test("a()"), test("m()", in: "MoonsTests")]
        let (results, arguments, _) = try await run(
            tests,
            [(both.lines + ["?"], .exited(0)), (linear.lines + ["?"], .exited(0)), (moons.lines, .exited(0))])
        #expect(
            arguments == [
                [
                    "--filter", #"^StudentTests\.LinearTests(/|$)"#, "--filter",
                    #"^StudentTests\.MoonsTests(/|$)"#,
                ],
                ["--filter", #"^StudentTests\.LinearTests(/|$)"#],
                ["--filter", #"^StudentTests\.MoonsTests(/|$)"#],
            ])
        #expect(results.map(\.test) == [test("m()", in: "MoonsTests"), test("a()")])
        #expect(results.map(\.status) == [.passed, .missing])
        #expect(
            results[1].messages == [
                "No test of this run can count, for its record is broken: a line of it cannot be read."
            ])
    }

    @Test("what had an outcome before a record broke keeps it")
    func brokenLater() async throws {
        var one = EventStream.declare("a()", "b()", "c()")
        one.pass("a()")
        one.start("b()")
        let (results, arguments, _) = try await run(
            ["a()", "b()", "c()"].map { test($0) }, [(one.lines, .stopped(.time)), (["?"], .exited(0))])
        #expect(results.map(\.status) == [.passed, .timedOut, .missing])
        #expect(arguments.count == 2)
    }

    @Test("no tests need no process")
    func none() async throws {
        let (results, arguments, _) = try await run([String](), [])
        #expect(results == [])
        #expect(arguments == [])
    }

    @Test("a function outside of a suite is selected by its own name")
    func free() {
        #expect(
            TestRun.selection(of: [test("a()", in: "")], without: [])
                == ["--filter", #"^StudentTests\.a\(\)(/|$)"#])
    }

    @Test("where one test of a suite has hung, the others run last and have less time")
    func hang() async throws {
        var one = EventStream.declare("a()", "StudentTests.SGDTests/b()", "c()")
        one.start("a()")
        var two = EventStream.declare("StudentTests.SGDTests/b()")
        two.pass("StudentTests.SGDTests/b()")
        var three = EventStream.declare("c()")
        three.start("c()")
        let tests = [test("a()"), test("c()"), test("b()", in: "SGDTests")]
        let (results, _, seconds) = try await run(
            tests,
            [(one.lines, .stopped(.time)), (two.lines, .exited(0)), (three.lines, .stopped(.time))])
        #expect(seconds == [30, 30, 6])
        #expect(
            results.map(\.status).sorted { $0.rawValue < $1.rawValue } == [.passed, .timedOut, .timedOut])
        #expect(
            results.first { $0.test.function == "c()" }?.messages.first?.contains("after 6 seconds") == true)
    }

    /// Whether the test library would find `id` with this expression.
    private func matches(_ expression: String, _ id: String) throws -> Bool {
        id.contains(try Regex(expression))
    }

    private func run(
        _ functions: [String], _ attempts: [(stream: EventStream, exit: ChildProcess.Exit)]
    ) async throws -> (results: [TestResult], arguments: [[String]], seconds: [Int]) {
        try await run(functions.map { test($0) }, attempts.map { ($0.stream.lines, $0.exit) })
    }

    /// Plays the attempts in order and keeps the arguments and the time that each was started with.
    private func run(
        _ tests: [TestName], _ attempts: [(lines: [String], exit: ChildProcess.Exit)]
    ) async throws -> (results: [TestResult], arguments: [[String]], seconds: [Int]) {
        var arguments: [[String]] = []
        var seconds: [Int] = []
        let results = try await TestRun.results(of: tests) { selection, limits in
            let attempt = try #require(attempts.dropFirst(arguments.count).first, "one run too many")
            arguments.append(selection)
            seconds.append(limits.secondsPerTest)
            return (RunRecord(EventStream.data(attempt.lines)), attempt.exit)
        }
        return (results, arguments, seconds)
    }
}
