import Foundation
import Testing

@testable import Grading

@Suite("Run records")
struct RunRecordTests {
    @Test("started and ended without an issue is passed, whatever the others are")
    func passed() throws {
        var stream = EventStream.declare("a()", "b()", "c(n:)")
        stream.pass("a()")
        stream.fail("b()", "Expectation failed: x == 2", details: "x is the sum of 1 and 1")
        stream.pass("c(n:)")
        let verdicts = try verdicts(stream)
        #expect(verdicts.map(\.?.status) == [.passed, .failed, .passed])
        #expect(verdicts[1]?.messages == ["x is the sum of 1 and 1"])
    }

    @Test("a warning or a known issue fails nothing")
    func warning() throws {
        var stream = EventStream()
        stream.start("a()")
        stream.issue(in: "a()", "Expectation failed: known", isFailure: false)
        stream.end("a()")
        #expect(try verdicts(stream).map(\.?.status) == [.passed])
    }

    @Test("a stub's error, thrown or met where another was expected, is not started")
    func stub() throws {
        let stub = "Linear.forward is still to be filled: Sources/Student/Linear.swift:31"
        var stream = EventStream()
        stream.fail("a()", "Caught error: \(stub)")
        stream.fail(
            "b()",
            "Expectation failed: expected error of type ShapeError, but \"\(stub)\" of type FillYourCodeHere "
                + "was thrown instead")
        #expect(
            try verdicts(stream) == .init(repeating: Verdict(status: .notStarted, messages: [stub]), count: 2)
        )
    }

    @Test("a parameterised test is one test, and says the same thing once")
    func parameterised() throws {
        var stream = EventStream()
        stream.start("a(n:)")
        for comment in ["n is 1", "n is 2", "n is 1"] {
            stream.event("testCaseStarted", of: "a(n:)")
            stream.issue(in: "a(n:)", "Expectation failed: n == 0", details: [comment])
            stream.event("testCaseEnded", of: "a(n:)")
        }
        stream.end("a(n:)")
        #expect(try verdicts(stream) == [Verdict(status: .failed, messages: ["n is 1", "n is 2"])])
    }

    @Test("what is declared and has no turn has no verdict")
    func noTurn() throws {
        var stream = EventStream.declare("a()", "b()")
        stream.pass("a()")
        #expect(try verdicts(stream).map(\.?.status) == [.passed, nil])
    }

    @Test("a test that is skipped or cancelled, be it in part, has not passed")
    func skipped() throws {
        var stream = EventStream()
        stream.skip("a()")
        stream.cancel("b()")
        stream.start("c(n:)")
        stream.runCase(of: "c(n:)")
        stream.event("testCaseCancelled", of: "c(n:)")
        stream.end("c(n:)")
        #expect(try verdicts(stream).allSatisfy { $0?.status == .skipped })
    }

    @Test("when the process dies, what was running is charged and what came before it stands")
    func died() throws {
        var stream = EventStream.declare("a()", "b()", "c()")
        stream.pass("a()")
        stream.start("b()")
        let exit = ChildProcess.Exit.signalled(SIGABRT)
        #expect(try verdicts(stream, exit: exit).map(\.?.status) == [.passed, .crashed, nil])
        #expect(
            try verdicts(stream, data: stream.data + Data("{\"kind\"".utf8), exit: exit).map(\.?.status)
                == [.passed, .crashed, nil])
        #expect(
            try verdicts(stream, data: stream.data.dropLast(9), exit: exit).map(\.?.status)
                == [.passed, nil, nil])
        #expect(try verdicts(stream, data: Data(), exit: exit) == [nil, nil, nil])
    }

    @Test("of a program that ends between two tests nothing counts, for no test can have ended it")
    func deserted() {
        var stream = EventStream.declare("a()", "b()")
        stream.pass("a()")
        // Without the ends of the suite and of the run.
        let lines = stream.lines.dropLast(2)
        for exit in [ChildProcess.Exit.exited(0), .signalled(SIGKILL)] {
            #expect(reason(stream, lines, exit) == "the program ended between two tests")
        }
    }

    @Test("of a program that leaves in the middle of a test nothing counts but that")
    func left() throws {
        var stream = EventStream.declare("a()", "b()", "c()")
        stream.pass("a()")
        stream.start("b()")
        #expect(try verdicts(stream, exit: .exited(0)).map(\.?.status) == [nil, .crashed, nil])
    }

    @Test(
        "what is wrong with one test's records alone costs that test",
        arguments: [
            (
                ["testStarted a", "testEnded a", "testEnded a"],
                "There is a second record of this test's end, or none of its start"
            ),
            (["testEnded a"], "There is a second record of this test's end, or none of its start"),
            (
                ["testStarted a", "testEnded a", "testStarted a", "testEnded a"],
                "There are two records of this test's start"
            ),
            (
                ["testStarted a", "testSkipped a", "testEnded a"],
                "This test is on record as skipped and as started"
            ),
            (
                ["testStarted a", "testEnded a", "testCaseStarted a"],
                "There is a record of this test from before its start or after its end"
            ),
            (
                ["testStarted a", "testCaseStarted a", "testEnded a"],
                "A case of this test has no end on record"
            ),
            (
                ["testStarted a", "testCaseEnded a", "testEnded a"],
                "A case of this test has no start on record"
            ),
        ])
    func faults(events: [String], fault: String) throws {
        var stream = EventStream.declare("a()")
        stream.pass("before()")
        for event in events.map({ $0.split(separator: " ") }) {
            stream.event(String(event[0]), of: "a()", symbol: event[0] == "testEnded" ? "pass" : "default")
        }
        stream.pass("after()")
        let verdicts = try verdicts(stream)
        #expect(
            verdicts == [
                Verdict(status: .failed, messages: ["\(fault), so it cannot count."]),
                Verdict(status: .passed), Verdict(status: .passed),
            ])
    }

    @Test("an end that contradicts the issues costs the test; where it adds up to too much, everything")
    func contradictions() throws {
        var stream = EventStream()
        stream.fail("a()", "Expectation failed: x")
        stream.pass("b()")
        let lines = stream.lines
        let end = try #require(lines.firstIndex { $0.contains("testEnded") && $0.contains("a()") })
        let passed = lines[end].replacing("\"fail\"", with: "\"pass\"")
        let recount = lines[end].replacing("1 issue", with: "2 issues")
        for (line, word) in [(passed, "passed"), (recount, "counts 2")] {
            let verdicts = try verdicts(stream, data: EventStream.data(lines.replacing(end, with: line)))
            #expect(verdicts.map(\.?.status) == [.failed, .passed])
            #expect(verdicts[0]?.messages.last?.contains(word) == true)
        }
        #expect(
            reason(stream, lines.replacing(end - 1, with: nil))?.contains("contradicts what is in it") == true
        )
        #expect(
            reason(stream, lines.replacing(end - 1, with: nil).replacing(end - 1, with: passed))?
                .contains("contradicts what is in it") == true)
    }

    @Test(
        "what is wrong and cannot be told to be one test's alone breaks the record",
        arguments: [
            ("{\"kind\":\"event\",\"payload\":{\"kind\":\"issueRec", "a line of it cannot be read"),
            ("", "a line of it cannot be read"),
            (
                #"{"kind":"news","payload":{"kind":"testStarted","messages":[]}}"#,
                "a line of it cannot be read"
            ),
            (
                #"{"kind":"event","payload":{"kind":"testPaused","messages":[]}}"#,
                "a line of it cannot be read"
            ),
            (
                #"{"kind":"event","payload":{"kind":"testStarted","testID":"M.S/f()/F.swift:1:2","messages":[]}}"#,
                "M.S/f()/F.swift:1:2 was not declared"
            ),
            (
                #"{"kind":"event","payload":{"kind":"testStarted","messages":[]}}"#,
                "there is a failing issue, or an event, of no test"
            ),
            (
                #"{"kind":"event","payload":{"kind":"issueRecorded","messages":[],"issue":{"isFailure":true}}}"#,
                "there is a failing issue, or an event, of no test"
            ),
            (
                #"{"kind":"event","payload":{"kind":"issueRecorded","messages":[]}}"#,
                "an issue in it has no details"
            ),
            (#"{"kind":"event","payload":{"kind":"runStarted","messages":[]}}"#, "the run starts twice"),
            (
                #"{"kind":"event","payload":{"kind":"runEnded","messages":[]}}"#,
                "the run ends without a start, or before what is in it"
            ),
            (
                #"{"kind":"test","payload":{"kind":"suite","id":"S"}}"#, "S is declared after the run began"
            ),
        ])
    func broken(line: String, expected: String) {
        var stream = EventStream()
        stream.start("a()")
        stream.line(line)
        stream.end("a()")
        #expect(reason(stream, stream.lines) == expected)
    }

    @Test("where the run's end with its sums is missing, one contradiction breaks the record")
    func faultWithoutEnd() {
        var stream = EventStream()
        stream.pass("a()")
        stream.event("testEnded", of: "a()", symbol: "pass")
        stream.start("b()")
        #expect(
            reason(stream, stream.lines, .signalled(SIGILL))
                == "it has no end, and what is there contradicts itself")
    }

    @Test("two functions that run at once, in whatever way, break the record")
    func overlap() {
        for event in ["testStarted", "testEnded", "testSkipped", "testCaseStarted", "issueRecorded"] {
            var stream = EventStream.declare("a()", "b()")
            stream.start("a()")
            if event == "issueRecorded" {
                stream.issue(in: "b()", "Issue recorded")
            } else {
                stream.event(event, of: "b()")
            }
            stream.end("a()")
            #expect(
                reason(stream, stream.lines)
                    == "there is a record of \(EventStream.id("b()")) while \(EventStream.id("a()")) runs")
        }
    }

    @Test("declarations, starts and ends that come twice, late or never break the record")
    func frame() {
        var stream = EventStream()
        stream.pass("a()")
        stream.pass("M.OtherTests/b()")
        let lines = stream.lines
        let copies: Set = [0, 1, 4, 5, 8, 9, 12, 13]
        for index in copies {
            #expect(reason(stream, lines[...index] + lines[index...]) != nil, "\(lines[index])")
        }
        for index in lines.indices.dropLast() where !lines[index].contains("()/") {
            #expect(reason(stream, lines.replacing(index, with: nil)) != nil, "\(lines[index])")
        }
        for line in lines { #expect(reason(stream, lines + [line]) != nil, "\(line)") }
        #expect(reason(stream, lines) == nil)
    }

    @Test("a record of a test that was not to run is broken, also when nothing happened to it")
    func stranger() {
        var stream = EventStream.declare("a()", "forged()")
        stream.pass("a()")
        #expect(throws: BrokenRecord(reason: "it has the test \(test("forged()").id), which was not to run"))
        {
            try RunRecord(stream.data).verdicts(on: [test("a()")], after: .exited(0), limits: Limits())
        }
    }

    @Test("after the end of the run, only the exit that goes with it will do")
    func exit() {
        var passed = EventStream()
        passed.pass("a()")
        var failed = EventStream()
        failed.fail("a()", "Issue recorded")
        for (stream, status) in [(passed, Int32(0)), (failed, 1)] {
            #expect(reason(stream, stream.lines, .exited(status)) == nil)
            let others: [ChildProcess.Exit] = [
                .exited(1 - status), .exited(2), .signalled(SIGABRT), .stopped(.time),
            ]
            for exit in others { #expect(reason(stream, stream.lines, exit) != nil) }
        }
    }

    @Test("a last line without an end is right only of a process that was stopped")
    func unfinished() {
        var stream = EventStream()
        stream.start("a()")
        let lines = stream.lines
        let data = stream.data + Data("{".utf8)
        #expect(throws: BrokenRecord(reason: "its last line is unfinished")) {
            try verdicts(stream, data: data, exit: .exited(0))
        }
        #expect(throws: Never.self) { try verdicts(stream, data: data, exit: .stopped(.output)) }
        #expect(reason(stream, lines, .exited(0)) == nil)
    }

    /// The verdicts on the functions of a stream, in the order in which they are declared.
    private func verdicts(
        _ stream: EventStream, data: Data? = nil, exit: ChildProcess.Exit? = nil
    ) throws(BrokenRecord) -> [Verdict?] {
        let tests = stream.declared.compactMap { TestName(EventStream.id($0)) }
        let verdicts = try RunRecord(data ?? stream.data)
            .verdicts(on: tests, after: exit ?? .exited(stream.exitStatus), limits: Limits())
        return tests.map { verdicts[$0] }
    }

    /// Why lines in place of a stream's own are a broken record.
    private func reason(
        _ stream: EventStream, _ lines: some Collection<String>, _ exit: ChildProcess.Exit? = nil
    ) -> String? {
        do {
            _ = try verdicts(stream, data: EventStream.data(Array(lines)), exit: exit)
            return nil
        } catch {
            return error.reason
        }
    }
}

extension ChildProcess.Exit {
    static func exited(_ status: Int32) -> Self {
        Self(status: status, wasSignalled: false, limit: nil, output: "", errorOutput: "")
    }

    static func signalled(_ signal: Int32, errorOutput: String = "") -> Self {
        Self(status: signal, wasSignalled: true, limit: nil, output: "", errorOutput: errorOutput)
    }

    static func stopped(_ limit: Limits.Kind) -> Self {
        Self(status: SIGKILL, wasSignalled: true, limit: limit, output: "", errorOutput: "")
    }
}

extension [String] {
    /// The lines with another one in this place, or none.
    func replacing(_ index: Int, with line: String?) -> [String] {
        self[..<index] + (line.map { [$0] } ?? []) + self[(index + 1)...]
    }
}
