import Foundation

/// Runs the tests of variants, several at a time.
struct VariantRun {
    let program: TestProgram
    let rubric: Rubric
    /// All tests there are.
    let tests: [TestName]

    /// Runs every variant's tests.
    ///
    /// - Parameters:
    ///   - variants: Those that were built.
    ///   - done: Called after each.
    /// - Returns: The results, by the variants' numbers.
    /// - Throws: `GradingError.cannotLaunch`, `CancellationError`, or what writing temporary files throws.
    func results(
        of variants: [Variant], done: @escaping @Sendable () -> Void
    ) async throws -> [Int: [TestResult]] {
        // What takes long comes first, so that no lane ends long after the others.
        var waiting = variants.sorted { $0.isLong && !$1.isLong }[...]
        return try await withThrowingTaskGroup(of: (Int, [TestResult]).self) { lanes in
            var results: [Int: [TestResult]] = [:]
            for variant in waiting.prefix(ProcessInfo.processInfo.activeProcessorCount) {
                waiting = waiting.dropFirst()
                lanes.addTask { (variant.number, try await self.results(of: variant)) }
            }
            for try await (number, found) in lanes {
                results[number] = found
                done()
                if let variant = waiting.popFirst() {
                    lanes.addTask { (variant.number, try await self.results(of: variant)) }
                }
            }
            return results
        }
    }

    private func results(of variant: Variant) async throws -> [TestResult] {
        let exercises =
            variant.kind == .correct
            ? [variant.exercise] + rubric.exercises.filter { $0.source == nil } : [variant.exercise]
        let all = exercises.flatMap { Grader.tests(of: $0, in: self.tests) }
        let skipped = all.filter { test in variant.skipped.contains(where: test.isNamed) }
        let tests = all.filter { !skipped.contains($0) }
        // The tests of an exercise take a fraction of a second; what takes seconds hangs.
        let limits = variant.kind == .correct ? Limits() : Limits(secondsPerTest: 5)
        if variant.kind == .mutant { return try await firstResults(of: tests, on: variant, limits) }
        return try await TestRun.results(of: tests, limits: limits) { selection, limits in
            try await attempt(selection + TestRun.skipping(skipped), limits, on: variant)
        }
    }

    /// The results of a single process: that something has failed is all there is to know of a mutant.
    private func firstResults(
        of tests: [TestName], on variant: Variant, _ limits: Limits
    ) async throws -> [TestResult] {
        let (record, exit) = try await attempt(
            TestRun.selection(of: tests, without: []), limits, on: variant)
        let verdicts = (try? record.verdicts(on: tests, after: exit, limits: limits)) ?? [:]
        return tests.map { test in
            let verdict = verdicts[test] ?? Verdict(status: .missing)
            return TestResult(
                test: test, displayName: nil, status: verdict.status, messages: verdict.messages,
                limit: verdict.limit)
        }
    }

    /// One run, without namespaces: this is the instructors' own code, which can hang or crash and means no harm.
    private func attempt(
        _ selection: [String], _ limits: Limits, on variant: Variant
    ) async throws -> (RunRecord, ChildProcess.Exit) {
        let (record, exit) = try await program.attempt(
            selection, limits, in: .open, isTrusted: false,
            // A backtrace takes seconds, and its lines would be those of the schemata.
            environment: [Variant.environmentKey: "\(variant.number)", "SWIFT_BACKTRACE": "enable=no"])
        return (record, exit)
    }
}

extension Variant {
    /// Whether its tests train networks.
    fileprivate var isLong: Bool { kind == .correct }
}
