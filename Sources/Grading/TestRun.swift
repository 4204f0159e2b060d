import Foundation

/// Runs tests until each has an outcome, or none can be had.
///
/// When a process dies, the test that was running is charged with it, and those that had no turn run again
/// without it. When the record of a process is broken, or it has nothing about any test, its suites run again
/// in a process each, so that what one exercise does costs no other; a suite that was alone loses the tests
/// that have no outcome yet. There is an end to this: each process brings an outcome, or its tests are given up,
/// or they are shared out among processes with fewer suites.
///
/// Where one test of a suite hangs, others will: they run last, and have less time to do so.
enum TestRun {
    /// Runs tests, attempt by attempt.
    ///
    /// - Parameters:
    ///   - tests: The tests that must have an outcome.
    ///   - limits: What an attempt may use; in a suite that has hung, less of it.
    ///   - attempt: Starts the test program with these arguments, within these limits, and waits for its end.
    /// - Returns: A result for each of `tests`, in the order in which they are declared.
    /// - Throws: What an attempt throws.
    static func results(
        of tests: [TestName], limits: Limits = Limits(),
        attempt: ([String], Limits) async throws -> (RunRecord, ChildProcess.Exit)
    ) async throws -> [TestResult] {
        var verdicts: [TestName: Verdict] = [:]
        var places: [String: Int] = [:]
        var displayNames: [String: String] = [:]
        var seconds: [TestName: Double] = [:]
        var hung: Set<String> = []
        var waiting = tests.isEmpty ? [] : [tests]
        while let asked = waiting.popLast() {
            let done = tests.filter { verdicts[$0] != nil }
            let limits = asked.allSatisfy { hung.contains(expression($0)) } ? limits.afterHang : limits
            let (record, exit) = try await attempt(selection(of: asked, without: done), limits)
            var reason = "There is no record that this test ran to its end."
            do throws(BrokenRecord) {
                let found = try record.verdicts(on: asked, after: exit, limits: limits)
                for (id, displayName) in record.declared where places[id] == nil {
                    places[id] = places.count
                    displayNames[id] = displayName
                }
                verdicts.merge(found) { $1 }
                for test in found.keys { seconds[test] = record.seconds(of: test) }
                hung.formUnion(found.filter { $0.value.limit == .time }.map { expression($0.key) })
                let left = Dictionary(grouping: asked.filter { found[$0] == nil }) {
                    hung.contains(expression($0))
                }
                if !found.isEmpty {
                    if let slow = left[true] { waiting.insert(slow, at: 0) }
                    if let others = left[false] { waiting.append(others) }
                    continue
                }
            } catch {
                reason = StudentMessage.printable(
                    "No test of this run can count, for its record is broken: \(error.reason).")
            }
            let suites = Dictionary(grouping: asked, by: expression)
            if suites.count > 1 {
                waiting += asked.map(expression).uniqued().reversed().compactMap { suites[$0] }
            } else {
                for test in asked { verdicts[test] = Verdict(status: .missing, messages: [reason]) }
            }
        }
        let place = { (test: TestName) in places[test.id, default: .max] }
        let placed = tests.enumerated()
            .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
        return placed.compactMap { _, test in
            verdicts[test].map {
                TestResult(
                    test: test, displayName: displayNames[test.id], status: $0.status, messages: $0.messages,
                    limit: $0.limit, seconds: seconds[test])
            }
        }
    }

    /// The arguments that select the suites of `tests` but not those tests that are `done`.
    ///
    /// Whole suites, because the test library compares every test with every expression.
    static func selection(of tests: [TestName], without done: [TestName]) -> [String] {
        let suites = tests.map(expression).uniqued()
        return suites.flatMap { ["--filter", $0] }
            + skipping(done.filter { suites.contains(expression($0)) })
    }

    /// The arguments that leave out these tests of the suites that are selected.
    static func skipping(_ tests: [TestName]) -> [String] {
        tests.flatMap { ["--skip", expression(id: $0.id)] }
    }

    /// What selects the suite that a test is in, or the test itself where it is in none.
    private static func expression(_ test: TestName) -> String {
        expression(id: test.suite.isEmpty ? test.id : "\(test.module).\(test.outerSuite)")
    }

    private static func expression(id: String) -> String {
        "^\(NSRegularExpression.escapedPattern(for: id))(/|$)"
    }
}
