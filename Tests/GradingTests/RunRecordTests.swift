import Foundation
import Testing

@testable import Grading

@Suite("Run records")
struct RunRecordTests {
    @Test("started and ended without an issue is passed")
    func passed() {
        var stream = EventStream.declare("a()")
        stream.pass("a()")
        #expect(status(of: "a()", in: stream) == .passed)
    }

    @Test("an issue fails the test that it names, and no other")
    func failed() {
        var stream = EventStream.declare("a()", "b()")
        stream.fail("a()", "Expectation failed: x == 2", details: "x is the sum of 1 and 1")
        stream.pass("b()")
        #expect(status(of: "a()", in: stream) == .failed)
        #expect(RunRecord(stream.data).outcome(of: test("a()"))?.messages == ["x is the sum of 1 and 1"])
        #expect(status(of: "b()", in: stream) == .passed)
    }

    @Test("a warning or a known issue fails nothing")
    func warning() {
        var stream = EventStream.declare("a()")
        stream.start("a()")
        stream.issue(in: "a()", "Expectation failed: known", isFailure: false)
        stream.end("a()")
        #expect(status(of: "a()", in: stream) == .passed)
    }

    @Test("a stub's error, thrown or met where another was expected, is not started")
    func stub() {
        var stream = EventStream.declare("a()", "b()")
        stream.fail(
            "a()", "Caught error: Linear.forward is still to be filled: Sources/Student/Linear.swift:31")
        stream.fail(
            "b()",
            "Expectation failed: expected error of type ShapeError, but \"Linear.forward is still to be filled: "
                + "Sources/Student/Linear.swift:31\" of type FillYourCodeHere was thrown instead")
        for function in ["a()", "b()"] {
            #expect(status(of: function, in: stream) == .notStarted)
            #expect(
                RunRecord(stream.data).outcome(of: test(function))?.messages
                    == ["Linear.forward is still to be filled: Sources/Student/Linear.swift:31"])
        }
    }

    @Test("a parameterised test is one test, and says the same thing once")
    func parameterised() {
        var stream = EventStream.declare("a(n:)")
        stream.start("a(n:)")
        for comment in ["n is 1", "n is 2", "n is 1"] {
            stream.event("testCaseStarted", of: "a(n:)")
            stream.issue(in: "a(n:)", "Expectation failed: n == 0", details: [comment])
            stream.event("testCaseEnded", of: "a(n:)")
        }
        stream.end("a(n:)")
        #expect(RunRecord(stream.data).outcome(of: test("a(n:)"))?.messages == ["n is 1", "n is 2"])
    }

    @Test("without a start or without an end there is no outcome")
    func halves() {
        var stream = EventStream.declare("a()", "b()", "c()")
        stream.start("a()")
        stream.end("b()")
        #expect(["a()", "b()", "c()"].allSatisfy { status(of: $0, in: stream) == nil })
        #expect(RunRecord(stream.data).unfinished == [test("a()")])
    }

    @Test(
        "a test that is skipped or cancelled, be it in part, has not passed",
        arguments: ["testSkipped", "testCancelled", "testCaseCancelled"])
    func cancelled(event: String) {
        var stream = EventStream.declare("a()")
        stream.start("a()")
        stream.event(event, of: "a()")
        stream.end("a()")
        #expect(status(of: "a()", in: stream) == .skipped)
    }

    @Test("a stream that breaks off in a line keeps what came before it")
    func truncated() {
        var stream = EventStream.declare("a()", "b()")
        stream.pass("a()")
        stream.start("b()")
        stream.end("b()")
        let record = RunRecord(stream.data.dropLast(9))
        #expect(record.outcome(of: test("a()"))?.status == .passed)
        #expect(record.outcome(of: test("b()")) == nil)
        #expect(record.unfinished == [test("b()")])
    }

    @Test("a line that cannot be read costs the test that was running")
    func malformed() {
        var stream = EventStream.declare("a()", "b()")
        stream.pass("a()")
        stream.start("b()")
        stream.line("{\"kind\":\"event\",\"payload\":{\"kind\":\"issueRec")
        stream.end("b()")
        #expect(status(of: "a()", in: stream) == .passed)
        #expect(status(of: "b()", in: stream) == .failed)
    }

    @Test("an empty stream, or none, has no outcomes")
    func empty() {
        #expect(RunRecord(Data()).outcome(of: test("a()")) == nil)
    }

    private func status(of function: String, in stream: EventStream) -> TestStatus? {
        RunRecord(stream.data).outcome(of: test(function))?.status
    }
}
