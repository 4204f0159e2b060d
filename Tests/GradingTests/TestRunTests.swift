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
        let (results, arguments) = try await run(["a()", "b()"], [(stream, .exited(1))])
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
        var two = EventStream.declare("a()", "b()", "c()")
        two.pass("c()")
        let trap = "Student/Linear.swift:3: Fatal error: Index out of range\nmore"
        let (results, arguments) = try await run(
            ["a()", "b()", "c()"], [(one, .signalled(4, errorOutput: trap)), (two, .exited(0))])
        #expect(results.map(\.status) == [.passed, .crashed, .passed])
        #expect(results[1].messages == ["The program crashed in this test: Index out of range"])
        let (first, second) = (arguments[0], arguments[1])
        #expect(first.count == 2)
        #expect(second.count == 6)
        #expect(second.prefix(2) == first[...])
        #expect([second[2], second[4]] == ["--skip", "--skip"])
        let id = "StudentTests.LinearTests/b()/LinearTests.swift:7:4"
        #expect(try [1, 3, 5].map { try matches(second[$0], id) } == [true, false, true])
        #expect(try !matches(second[5], "StudentTests.LinearTests/bb()/LinearTests.swift:7:4"))
    }

    @Test("how a process ended is told in words; an exit status of 0 is no excuse")
    func charges() async throws {
        var stream = EventStream.declare("a()")
        stream.start("a()")
        let cases: [(ChildProcess.Exit, TestStatus, String)] = [
            (.exited(0), .crashed, "The program ended in the middle of this test (exit status 0)."),
            (.signalled(11), .crashed, "The program crashed in this test (signal 11)."),
            (
                .stopped, .timedOut,
                "The test was stopped after 120 seconds: a loop that never ends, or a slow one?"
            ),
        ]
        for (exit, status, message) in cases {
            let (results, _) = try await run(["a()"], [(stream, exit)])
            #expect(results.map(\.status) == [status])
            #expect(results.map(\.messages) == [[message]])
        }
    }

    @Test("a test that no record mentions is missing, and is asked for once more only while runs get on")
    func missing() async throws {
        var stream = EventStream.declare("a()")
        stream.pass("a()")
        let (results, arguments) = try await run(
            ["a()", "gone()"], [(stream, .exited(0)), (EventStream(), .exited(0))])
        #expect(results.map(\.status) == [.passed, .missing])
        #expect(arguments.count == 2)
    }

    @Test("records of tests that were not asked for give nothing")
    func stranger() async throws {
        var stream = EventStream.declare("a()", "forged()")
        stream.pass("forged()")
        let (results, _) = try await run(["a()"], [(stream, .exited(0))])
        #expect(results.map(\.test) == [test("a()")])
        #expect(results.map(\.status) == [.missing])
    }

    @Test("no tests need no process")
    func none() async throws {
        let (results, arguments) = try await run([], [])
        #expect(results == [])
        #expect(arguments == [])
    }

    @Test("a function outside of a suite is selected by its own name")
    func free() {
        #expect(
            TestRun.selection(of: [test("a()", in: "")], without: [])
                == ["--filter", #"^StudentTests\.a\(\)(/|$)"#])
    }

    /// Whether the test library would find `id` with this expression.
    private func matches(_ expression: String, _ id: String) throws -> Bool {
        id.contains(try Regex(expression))
    }

    /// Plays the attempts in order and keeps the arguments that each was started with.
    private func run(
        _ functions: [String], _ attempts: [(stream: EventStream, exit: ChildProcess.Exit)]
    ) async throws -> (results: [TestResult], arguments: [[String]]) {
        var arguments: [[String]] = []
        let results = try await TestRun.results(of: functions.map { test($0) }) { selection in
            let attempt = try #require(attempts.dropFirst(arguments.count).first, "one run too many")
            arguments.append(selection)
            return (RunRecord(attempt.stream.data), attempt.exit)
        }
        return (results, arguments)
    }
}

extension ChildProcess.Exit {
    fileprivate static func exited(_ status: Int32) -> Self {
        Self(status: status, wasSignalled: false, limit: nil, output: "", errorOutput: "")
    }

    fileprivate static func signalled(_ signal: Int32, errorOutput: String = "") -> Self {
        Self(status: signal, wasSignalled: true, limit: nil, output: "", errorOutput: errorOutput)
    }

    fileprivate static let stopped = Self(
        status: SIGKILL, wasSignalled: true, limit: .time, output: "", errorOutput: "")
}
