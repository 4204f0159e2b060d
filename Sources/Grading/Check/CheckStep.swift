import Foundation

/// One step of the kit's proof: how many checks held, and what is wrong with the others.
struct CheckStep: Equatable, Sendable {
    /// What a step found out.
    struct Findings: Equatable, Sendable {
        var passed: Int
        /// A paragraph for each check that failed.
        var failures: [String]
        /// How many of the kit's own tests said that they do not apply to this machine.
        var skipped = 0
    }

    let name: String
    let findings: Findings
    let duration: Duration

    /// Takes the step; one that breaks off has failed, and says why.
    static func take(_ name: String, _ check: () async throws -> Findings) async -> CheckStep {
        let start = ContinuousClock.now
        let findings: Findings
        do {
            findings = try await check()
        } catch {
            findings = Findings(problems: ["\(error)"])
        }
        return CheckStep(name: name, findings: findings, duration: ContinuousClock.now - start)
    }

    /// The line of the step, then what failed.
    func text(_ style: TerminalStyle) -> String {
        let seconds = String(format: "%.1f s", duration / .seconds(1)).padded(to: 8, alignedRight: true)
        let failures = findings.failures
        let mark = failures.isEmpty ? style.green("✔") : style.red("✘")
        var lines = ["\(mark) \(name.padded(to: 40))\(seconds)   \(findings.passed) passed"]
        if findings.skipped > 0 { lines[0] += ", \(findings.skipped) skipped" }
        if !failures.isEmpty { lines[0] += ", " + style.red("\(failures.count) failed") }
        for failure in failures {
            lines += failure.split(separator: "\n").map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}

extension CheckStep.Findings {
    /// A single check, which holds when there is nothing to say about it.
    init(problems: [String]) {
        self.init(passed: problems.isEmpty ? 1 : 0, failures: problems)
    }

    /// A check for each test: whether it came out as expected.
    init(_ results: [TestResult], expecting status: TestStatus) {
        let failures = results.filter { $0.status != status }.map { result in
            (["\(result.test.id): \(result.status.rawValue), expected \(status.rawValue)"] + result.messages)
                .joined(separator: "\n")
        }
        self.init(passed: results.count - failures.count, failures: failures)
    }
}
