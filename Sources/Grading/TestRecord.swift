/// What a stream tells of one function, from its declaration to its end.
///
/// It takes that function's own events; the `RunRecord` around it has seen to it that they come while the
/// function runs.
struct TestRecord {
    private enum Stage { case declared, running, ended, skipped }

    let displayName: String?
    private let isParameterized: Bool
    private var stage = Stage.declared
    private var isCancelled = false
    private var cases = 0
    private var isInCase = false
    private var failures: [String] = []
    private var fault: String?
    private var started: Double?
    /// How long the test ran, where the record tells.
    private(set) var seconds: Double?

    init(_ test: EventRecord.Test) {
        displayName = test.displayName
        isParameterized = test.isParameterized ?? false
    }

    var isRunning: Bool { stage == .running }
    var isFaulty: Bool { fault != nil }

    /// What is on record about a test that ran to its end or was skipped; nil about any other.
    var verdict: Verdict? {
        if let fault {
            return Verdict(
                status: .failed, messages: (failures + ["\(fault), so it cannot count."]).uniqued())
        }
        if stage == .skipped || stage == .ended && isCancelled {
            return Verdict(status: .skipped, messages: ["The test was skipped."])
        }
        guard stage == .ended else { return nil }
        if failures.isEmpty { return Verdict(status: .passed) }
        let isStub = failures.contains { $0.contains(StudentMessage.stubMark) }
        return Verdict(status: isStub ? .notStarted : .failed, messages: failures.uniqued())
    }

    mutating func start(_ event: EventRecord.Event) {
        started = event.instant?.absolute
        if stage != .declared { blame("There are two records of this test's start") }
        stage = .running
    }

    mutating func skip() {
        if stage != .declared { blame("This test is on record as skipped and as started") }
        stage = .skipped
    }

    /// Ends the test.
    ///
    /// - Parameters:
    ///   - event: The record of the end.
    ///   - issues: Those that came since the start.
    mutating func end(_ event: EventRecord.Event, after issues: IssueCount) {
        stage = .ended
        if let started, let ended = event.instant?.absolute, 0...86_400 ~= ended - started {
            seconds = ended - started
        }
        if let contradiction = issues.contradiction(of: event) {
            blame("The record of this test contradicts itself: \(contradiction)")
        }
        if event.messages.first?.symbol == "skip", !isCancelled {
            blame("The record of this test ends as cancelled, and does not say when it was")
        }
        if isInCase { blame("A case of this test has no end on record") }
        if isParameterized, cases == 0 { blame("No case of this test is on record") }
    }

    /// Takes what happens between the start and the end.
    mutating func read(_ event: EventRecord.Event) {
        switch event.kind {
        case .testCaseStarted:
            if isInCase { blame("A case of this test has no end on record") }
            isInCase = true
            cases += 1
        case .testCaseEnded:
            if !isInCase { blame("A case of this test has no start on record") }
            isInCase = false
        case .testCancelled, .testCaseCancelled:
            // A parameterised test whose cases are all cancelled ends as passed.
            isCancelled = true
        case .issueRecorded where event.issue?.isFailure == true:
            failures.append(StudentMessage.text(of: event.messages))
        default: break
        }
    }

    /// Keeps the first thing that is wrong; the others follow from it as a rule.
    mutating func blame(_ fault: String) {
        self.fault = self.fault ?? fault
    }
}

extension Sequence where Element: Hashable {
    /// The elements without repetitions, in order.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
