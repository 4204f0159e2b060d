/// The issues on record between a start and its end: of the whole run, of a suite, or of a function.
struct IssueCount {
    /// All of them, warnings and known issues too.
    private(set) var total = 0
    private(set) var failing = 0

    mutating func add(_ issue: EventRecord.Issue) {
        total += 1
        if issue.isFailure { failing += 1 }
    }

    mutating func add(_ inner: IssueCount) {
        total += inner.total
        failing += inner.failing
    }

    /// What this end says against the issues on record; nil when it agrees with them.
    ///
    /// The symbol says whether there were failing issues. The sentence says how many issues there were; its
    /// words are no promise, so it is held to that number only where it gives one.
    func contradiction(of end: EventRecord.Event) -> String? {
        guard let message = end.messages.first else { return "its end says nothing" }
        let failed = message.symbol == "fail"
        if failed, failing == 0 { return "its end says that it failed, and no failing issue is on record" }
        if !failed, failing > 0 { return "its end says that it passed, and a failing issue is on record" }
        guard failed, let count = Self.issues(in: message.text), count != total else { return nil }
        return "its end counts \(count), and the issues on record are \(total)"
    }

    /// The 2 of "Test a() failed after 0.001 seconds with 2 issues (including 1 warning).".
    private static func issues(in sentence: String) -> Int? {
        let words = sentence.split(separator: " ")
        let with = words.indices.dropLast(2).last { words[$0] == "with" && words[$0 + 2].hasPrefix("issue") }
        return with.flatMap { Int(words[$0 + 1]) }
    }
}
