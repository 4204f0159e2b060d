import Foundation

extension ChildProcess.Exit {
    /// Whether the process ended of its own will, be it too early.
    var isByItself: Bool { !wasSignalled && limit == nil }

    /// Whether Swift Testing ends a process like this after a run with these issues.
    func agrees(with issues: IssueCount) -> Bool {
        isByItself && status == (issues.failing > 0 ? 1 : 0)
    }

    /// What the test that was running is charged with when the process ended like this.
    func charge(_ limits: Limits) -> Verdict {
        switch limit {
        case .time:
            let seconds = limits.secondsPerTest
            let message =
                "The test was stopped after \(seconds) seconds: a loop that never ends, or a slow one?"
            return Verdict(status: .timedOut, messages: [message], limit: limit)
        case .memory:
            let message = "The test used too much memory: more than \(limits.memory) MiB."
            return Verdict(status: .crashed, messages: [message], limit: limit)
        case .output:
            let message =
                "The test printed more than \(limits.output) MiB: a print in a loop that never ends?"
            return Verdict(status: .crashed, messages: [message], limit: limit)
        case .processes:
            let message = "The test started more than \(limits.processes) processes."
            return Verdict(status: .crashed, messages: [message], limit: limit)
        case nil:
            let report = CrashReport(errorOutput)
            let crash = report.reason.map { "The program crashed in this test: \($0)" } ?? wordlessEnd
            return Verdict(
                status: .crashed,
                messages: [[crash, report.place].compactMap(\.self).joined(separator: "\n")])
        }
    }

    /// What is told of an end that the error output gives no reason for.
    private var wordlessEnd: String {
        guard wasSignalled else {
            return "The program ended in the middle of this test (exit status \(status))."
        }
        let crash = "The program crashed in this test (signal \(status))"
        return switch status {
        case SIGSEGV, SIGBUS: "\(crash): most often a function that calls itself without end."
        case SIGILL, SIGTRAP: "\(crash): a trap (an overflow, a failed precondition, …)."
        default: "\(crash)."
        }
    }
}
