import Foundation

/// What one run of the test program left in its event stream.
///
/// A verdict needs records: a test has passed when it is on record as started and ended, with no failing
/// issue between the two. What the process printed or returned proves nothing.
struct RunRecord {
    /// The order in which tests were declared, with the names to show.
    private(set) var declared: [(test: TestName, displayName: String?)] = []
    private var started: Set<TestName> = []
    private var ended: Set<TestName> = []
    private var skipped: Set<TestName> = []
    private var issues: [TestName: [String]] = [:]

    /// Reads a stream of JSON lines; a run that died may leave the last one unfinished.
    init(_ stream: Data) {
        for line in stream.split(separator: UInt8(ascii: "\n")) {
            if let record = try? JSONDecoder().decode(EventRecord.self, from: Data(line)) {
                read(record)
            } else {
                // The lost line may have been an issue: what was running then cannot be said to have passed.
                for test in started.subtracting(ended) {
                    issues[test, default: []].append("A record of this test could not be read.")
                }
            }
        }
    }

    /// The tests that were running when the run broke off.
    var unfinished: Set<TestName> { started.subtracting(ended) }

    /// What is on record about a test that ran to its end or was skipped; nil about any other.
    func outcome(of test: TestName) -> (status: TestStatus, messages: [String])? {
        if skipped.contains(test) { return (.skipped, ["The test was skipped."]) }
        guard started.contains(test), ended.contains(test) else { return nil }
        guard let messages = issues[test] else { return (.passed, []) }
        let isStub = messages.contains { $0.contains(StudentMessage.stubMark) }
        return (isStub ? .notStarted : .failed, messages.uniqued())
    }

    private mutating func read(_ record: EventRecord) {
        let payload = record.payload
        if record.kind == "test" {
            if payload.kind == "function", let test = payload.id.flatMap(TestName.init) {
                declared.append((test, payload.displayName))
            }
            return
        }
        guard let test = payload.testID.flatMap(TestName.init) else { return }
        switch payload.kind {
        case "testStarted": started.insert(test)
        case "testEnded": ended.insert(test)
        // A parameterised test whose cases are all cancelled ends as passed.
        case "testSkipped", "testCancelled", "testCaseCancelled": skipped.insert(test)
        case "issueRecorded" where payload.issue?.isFailure ?? true:
            issues[test, default: []].append(StudentMessage.text(of: payload.messages ?? []))
        default: break
        }
    }
}

extension Sequence where Element: Hashable {
    /// The elements without repetitions, in order.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
