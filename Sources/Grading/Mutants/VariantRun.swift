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
        let absent = variants.filter { $0.kind == .absent }
        let withoutAnswer = try await inLanes(absent, done: done) { variant in
            try await results(of: capstoneTests, on: variant, Limits())
        }
        var unconcerned: [String: [TestName]] = [:]
        for variant in absent {
            unconcerned[variant.exercise.id] = withoutAnswer[variant.number]?
                .filter { $0.status == .passed }.map(\.test)
        }
        // What takes long comes first, so that no lane ends long after the others.
        let correct = variants.filter { $0.kind == .correct }
        let others = variants.filter { ![.absent, .correct].contains($0.kind) }
        return try await inLanes(correct + others, done: done) { [unconcerned] variant in
            let own = Grader.tests(of: variant.exercise, in: tests)
            switch variant.kind {
            case .correct:
                let skipped = unconcerned[variant.exercise.id] ?? []
                return try await results(
                    of: own + capstoneTests.filter { !skipped.contains($0) }, on: variant, Limits())
            case .mutant: return try await firstResults(of: own, on: variant, .ofExercise)
            default: return try await results(of: own, on: variant, .ofExercise)
            }
        }
    }

    /// The tests that put several answers together.
    private var capstoneTests: [TestName] {
        rubric.exercises.filter { $0.source == nil }.flatMap { Grader.tests(of: $0, in: tests) }
    }

    /// Does something with each variant, with as many at a time as there are processors.
    private func inLanes(
        _ variants: [Variant], done: @escaping @Sendable () -> Void,
        _ run: @escaping @Sendable (Variant) async throws -> [TestResult]
    ) async throws -> [Int: [TestResult]] {
        var waiting = variants[...]
        return try await withThrowingTaskGroup(of: (Int, [TestResult]).self) { lanes in
            var results: [Int: [TestResult]] = [:]
            for variant in waiting.prefix(ProcessInfo.processInfo.activeProcessorCount) {
                waiting = waiting.dropFirst()
                lanes.addTask { (variant.number, try await run(variant)) }
            }
            for try await (number, found) in lanes {
                results[number] = found
                done()
                if let variant = waiting.popFirst() {
                    lanes.addTask { (variant.number, try await run(variant)) }
                }
            }
            return results
        }
    }

    /// The results of tests, apart from those that the variant is too slow for.
    private func results(
        of wanted: [TestName], on variant: Variant, _ limits: Limits
    ) async throws -> [TestResult] {
        let tests = wanted.filter { test in !variant.skipped.contains(where: test.isNamed) }
        let suites = Set(tests.map(\.outerSuite))
        let left = self.tests.filter { suites.contains($0.outerSuite) && !tests.contains($0) }
        return try await TestRun.results(of: tests, limits: limits) { selection, limits in
            try await attempt(selection + TestRun.skipping(left), limits, on: variant)
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

extension Limits {
    /// The tests of an exercise take a fraction of a second: what takes seconds hangs.
    fileprivate static let ofExercise = Limits(secondsPerTest: 5)
}
