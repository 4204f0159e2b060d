import Foundation
import Testing

@testable import Grading

@Suite("Ends of processes")
struct CrashReportTests {
    @Test(
        "how a process ended is told in words; an exit status of 0 is no excuse",
        arguments: [
            (.exited(0), "The program ended in the middle of this test (exit status 0)."),
            (.signalled(SIGABRT), "The program crashed in this test (signal 6)."),
            (
                .signalled(SIGSEGV),
                "The program crashed in this test (signal 11): most often a function that calls itself without end."
            ),
            (
                .signalled(SIGILL),
                "The program crashed in this test (signal 4): a trap (an overflow, a failed precondition, …)."
            ),
            (.stopped(.processes), "The test started more than \(Limits().processes) processes."),
            (.stopped(.memory), "The test used too much memory: more than 99 MiB."),
            (
                .stopped(.output),
                "The test printed more than 16 MiB: a print in a loop that never ends?"
            ),
        ] as [(ChildProcess.Exit, String)])
    func words(exit: ChildProcess.Exit, message: String) {
        let charge = exit.charge(Limits(secondsPerTest: 7, memory: 99))
        #expect(charge == Verdict(status: .crashed, messages: [message], limit: exit.limit))
    }

    @Test("a test that was stopped for its time is told how much it had")
    func time() {
        let message = "The test was stopped after 7 seconds: a loop that never ends, or a slow one?"
        #expect(
            ChildProcess.Exit.stopped(.time).charge(Limits(secondsPerTest: 7))
                == Verdict(status: .timedOut, messages: [message], limit: .time))
    }

    @Test("a trap's words and the student's own line are told, and no address")
    func backtrace() {
        let report = """
            ◇ Test index() started.
            Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range

            *** Signal 4: Backtracing from 0x7ff071b6df7f... done ***

            *** Program crashed: Illegal instruction at 0x00007ff071b6df7f ***

            Thread 0 "main":

              0      0x00007ff070292301 g(_:) + 65 in Tests.xctest at /kit/Sources/Student/Other.swift:9:9

            Thread 2 "oot.default-qos" crashed:

              0                  0x00007ff071b6df7f _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
              3 [ra]             0x000055aff7f5cc5d f(_:) + 92 in Tests.xctest at /home/Student/kit/Sources/Student/A.swift:1:55
              5 [ra]             0x000055aff7f5a605 T.index() + 212 in Tests.xctest at /home/Student/Tests/T.swift:27:24

            Registers:

            rax 0x0000000000000000  0
            """
        #expect(
            ChildProcess.Exit.signalled(SIGILL, errorOutput: report).charge(Limits()).messages == [
                "The program crashed in this test: Index out of range\nSources/Student/A.swift:1:55"
            ])
    }

    @Test(
        "each way in which Swift's runtime tells of a trap is understood",
        arguments: [
            ("Student/A.swift:4: Fatal error: it is nil", "it is nil", "Sources/Student/A.swift:4"),
            ("Student/A.swift:6: Precondition failed: too few", "too few", "Sources/Student/A.swift:6"),
            ("Student/A.swift:8: Precondition failed", "Precondition failed", "Sources/Student/A.swift:8"),
            ("LinearAlgebra/Matrix.swift:8: Fatal error: no row", "no row", nil),
            ("Fatal error: no place", "no place", nil),
            ("*** Swift runtime failure: arithmetic overflow ***", "arithmetic overflow", nil),
            (
                "*** Swift runtime failure: arithmetic overflow ***\n"
                    + "  1   0x00005584d5300d36 o(_:) + 70 in T.xctest at /a/Sources/Student/A.swift:3:42",
                "arithmetic overflow", "Sources/Student/A.swift:3:42"
            ),
            (
                "*** Swift runtime failure: arithmetic overflow ***\n"
                    + "  1   0x00005584d5300d36 o(_:) + 70 in T.xctest at /a/Sources/Student/WhatsWrong/B.swift:3:4",
                "arithmetic overflow", "Sources/Student/WhatsWrong/B.swift:3:4"
            ),
            ("Fatal error: \u{1b}[31mred\u{7}", #"\u{1B}[31mred\u{07}"#, nil),
            ("an error that is not Fatal error: at all", nil, nil),
            (String(repeating: "x", count: 200_000) + "\nFatal error: late", "late", nil),
        ] as [(String, String?, String?)])
    func traps(output: String, reason: String?, place: String?) {
        #expect(CrashReport(output).reason == reason)
        #expect(CrashReport(output).place == place)
    }
}
