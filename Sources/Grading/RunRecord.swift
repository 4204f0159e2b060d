import Foundation

/// What one run of the test program left in its event stream.
///
/// A verdict needs records: a test has passed when it is on record as started and ended, with no failing
/// issue between the two, and all around it is as Swift Testing writes it without parallelism: first the
/// declarations; then the run, in it the suites, in a suite one function after the other, in a function its
/// cases and issues, each of them closed before the next one opens. What does not fit and is one function's
/// alone costs that function. Anything else breaks the record, and then nothing in it counts.
///
/// No stream can show that its writer lied. Lines made up to agree with each other, with the exit status and
/// with the tests that were asked for are taken for the truth; so is a cancelled case of a parameterised
/// test when the one line that tells of it is gone. A reader can only insist that nothing contradicts
/// anything else.
struct RunRecord {
    /// The functions in the order in which they are declared: as they are listed, and as they are shown.
    private(set) var declared: [(id: String, displayName: String?)] = []
    /// By the id that records give them, which has the place of the declaration at its end.
    private var functions: [String: TestRecord] = [:]
    private var recordIDs: [String: String] = [:]
    private var suites: Set<String> = []
    private var startedSuites: Set<String> = []
    /// What has started and not ended, the outermost first: the run without an id, suites, at most one function.
    private var open: [(id: String?, issues: IssueCount)] = []
    /// The issues of the whole run, when its end is on record.
    private var ended: IssueCount?
    private var breaksOff: Bool
    private var fault: BrokenRecord?

    /// Reads a stream of JSON lines; a run that died may leave the last one unfinished.
    init(_ stream: Data) {
        let end = stream.lastIndex(of: UInt8(ascii: "\n")).map { stream.index(after: $0) }
        let lines = stream[..<(end ?? stream.startIndex)]
        breaksOff = lines.count < stream.count
        do throws(BrokenRecord) {
            guard let text = String(validating: lines, as: UTF8.self) else {
                throw BrokenRecord(reason: "it is not text in UTF-8")
            }
            let decoder = JSONDecoder()
            let newline = UInt8(ascii: "\n")
            for line in text.utf8.split(separator: newline, omittingEmptySubsequences: false).dropLast() {
                guard let record = try? decoder.decode(EventRecord.self, from: Data(line)) else {
                    throw BrokenRecord(reason: "a line of it cannot be read")
                }
                switch record {
                case .test(let test): try declare(test)
                case .event(let event): try read(event)
                }
            }
        } catch {
            fault = error
        }
    }

    /// What becomes of tests, as far as the record tells.
    ///
    /// - Parameters:
    ///   - tests: Those that the program was asked to run.
    ///   - exit: How the process ended: the test that was running then is charged with it.
    ///   - limits: What the process was allowed.
    /// - Returns: A verdict on each test that had its turn.
    /// - Throws: `BrokenRecord` where the record contradicts itself, what was asked for, or the exit.
    func verdicts(
        on tests: [TestName], after exit: ChildProcess.Exit, limits: Limits
    ) throws(BrokenRecord) -> [TestName: Verdict] {
        if let fault { throw fault }
        let asked = Set(tests.map(\.id))
        if let stranger = declared.first(where: { !asked.contains($0.id) }) {
            throw BrokenRecord(reason: "it has the test \(stranger.id), which was not to run")
        }
        if let ended, !exit.agrees(with: ended) {
            let issues = "the run ended with \(ended.failing) failing issues"
            let end = exit.wasSignalled ? "signal \(exit.status)" : "exit status \(exit.status)"
            throw BrokenRecord(reason: "\(issues), and the process with \(end)")
        }
        if breaksOff, ended != nil || exit.isByItself {
            throw BrokenRecord(reason: "its last line is unfinished")
        }
        // The sums at the end of the run would have told whether that is all that is wrong.
        if ended == nil, functions.values.contains(where: \.isFaulty) {
            throw BrokenRecord(reason: "it has no end, and what is there contradicts itself")
        }
        // It may have been about to write what breaks off, or not have come to a test at all.
        let records = functions.values
        if ended == nil, exit.limit == nil, !breaksOff, !records.contains(where: \.isRunning),
            records.contains(where: { $0.verdict != nil })
        {
            throw BrokenRecord(reason: "the program ended between two tests")
        }
        // Of a program that leaves in the middle of its run nothing is believed but where it was.
        let hasLeft = ended == nil && exit.isByItself
        var verdicts: [TestName: Verdict] = [:]
        for test in tests {
            guard let record = recordIDs[test.id].flatMap({ functions[$0] }) else { continue }
            verdicts[test] = record.isRunning ? exit.charge(limits) : hasLeft ? nil : record.verdict
        }
        return verdicts
    }

    /// How long a test ran, where the record tells.
    func seconds(of test: TestName) -> Double? { recordIDs[test.id].flatMap { functions[$0]?.seconds } }

    private mutating func declare(_ test: EventRecord.Test) throws(BrokenRecord) {
        guard open.isEmpty, ended == nil else {
            throw BrokenRecord(reason: "\(test.id) is declared after the run began")
        }
        let listed = String(test.id[..<(test.id.lastIndex(of: "/") ?? test.id.startIndex)])
        switch test.kind {
        case .suite where suites.insert(test.id).inserted: break
        case .function where recordIDs.updateValue(test.id, forKey: listed) == nil:
            functions[test.id] = TestRecord(test)
            declared.append((listed, test.displayName))
        default: throw BrokenRecord(reason: "\(test.id) is declared twice")
        }
    }

    private mutating func read(_ event: EventRecord.Event) throws(BrokenRecord) {
        guard ended == nil else { throw BrokenRecord(reason: "it goes on after the end of the run") }
        if event.kind == .runStarted {
            guard open.isEmpty else { throw BrokenRecord(reason: "the run starts twice") }
            return open = [(nil, IssueCount())]
        }
        guard !open.isEmpty else { throw BrokenRecord(reason: "it does not begin with the start of the run") }
        if event.kind == .issueRecorded {
            guard let issue = event.issue else { throw BrokenRecord(reason: "an issue in it has no details") }
            open[open.count - 1].issues.add(issue)
        }
        if event.kind == .runEnded {
            ended = try close(nil, event)
        } else if event.kind == .valueAttached {
            return
        } else if let id = event.testID {
            if functions[id] != nil {
                try read(event, ofFunction: id)
            } else if suites.contains(id) {
                try read(event, ofSuite: id)
            } else {
                throw BrokenRecord(reason: "\(id) was not declared")
            }
        } else if event.kind != .issueRecorded || event.issue?.isFailure == true {
            throw BrokenRecord(reason: "there is a failing issue, or an event, of no test")
        }
    }

    private mutating func read(_ event: EventRecord.Event, ofSuite id: String) throws(BrokenRecord) {
        switch event.kind {
        case .testStarted where startedSuites.insert(id).inserted: try begin(id)
        case .testEnded: _ = try close(id, event)
        case .testSkipped, .testCancelled: break
        case .issueRecorded where event.issue?.isFailure == false: break
        default: throw BrokenRecord(reason: "there is a record that the suite \(id) cannot have")
        }
    }

    private mutating func read(_ event: EventRecord.Event, ofFunction id: String) throws(BrokenRecord) {
        let running = open.last?.id.flatMap { functions[$0] == nil ? nil : $0 }
        if let running, running != id || event.kind == .testStarted {
            throw BrokenRecord(reason: "there is a record of \(id) while \(running) runs")
        }
        switch event.kind {
        case .testStarted:
            try begin(id)
            functions[id]?.start(event)
        case .testSkipped: functions[id]?.skip()
        case .testEnded where running == nil:
            functions[id]?.blame("There is a second record of this test's end, or none of its start")
        case _ where running == nil:
            functions[id]?.blame("There is a record of this test from before its start or after its end")
        case .testEnded:
            let issues = closeLast()
            functions[id]?.end(event, after: issues)
        default: functions[id]?.read(event)
        }
    }

    /// Opens a suite or a function inside of what is open.
    private mutating func begin(_ id: String) throws(BrokenRecord) {
        if let outer = open.last?.id, !id.hasPrefix("\(outer)/") {
            throw BrokenRecord(reason: "\(id) starts before the end of \(outer)")
        }
        open.append((id, IssueCount()))
    }

    /// Closes a suite or the run, whose end has to agree with all issues in it.
    private mutating func close(
        _ id: String?, _ event: EventRecord.Event
    ) throws(BrokenRecord) -> IssueCount {
        let name = id ?? "the run"
        guard let last = open.last, last.id == id else {
            throw BrokenRecord(reason: "\(name) ends without a start, or before what is in it")
        }
        let issues = closeLast()
        if let contradiction = issues.contradiction(of: event) {
            throw BrokenRecord(reason: "\(name) contradicts what is in it: \(contradiction)")
        }
        return issues
    }

    private mutating func closeLast() -> IssueCount {
        let issues = open.popLast()?.issues ?? IssueCount()
        if !open.isEmpty { open[open.count - 1].issues.add(issues) }
        return issues
    }
}
