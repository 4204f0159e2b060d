import Foundation

@testable import Grading

/// Writes event streams as Swift Testing 6.3 does: what happens is declared, and is in a suite, in a run; and a
/// run in which no function is open has ended.
struct EventStream {
    /// What happens from a function's start on, until the next one starts.
    private struct Turn {
        let function: String
        var lines: [String] = []
        var issues = IssueCount()
    }

    private var functions: [String] = []
    private var turns: [Turn] = []
    private var openFunction: String?

    /// A stream that declares functions of LinearTests, or tests that are named in full.
    static func declare(_ functions: String...) -> EventStream {
        EventStream(functions: functions)
    }

    /// How the test program ends after such a run; with 0 in the middle of it.
    var exitStatus: Int32 { openFunction == nil && turns.contains { $0.issues.failing > 0 } ? 1 : 0 }

    /// The functions in the order in which they are declared.
    var declared: [String] { (functions + turns.map(\.function)).uniqued() }

    var data: Data { Self.data(lines) }

    static func data(_ lines: [String]) -> Data { Data(lines.map { $0 + "\n" }.joined().utf8) }

    /// The same run of these functions alone.
    func only(_ isIncluded: @escaping (TestName) -> Bool) -> EventStream {
        let names = { (function: String) in TestName(Self.name(function)).map(isIncluded) ?? false }
        return EventStream(
            functions: functions.filter(names), turns: turns.filter { names($0.function) },
            openFunction: openFunction.flatMap { names($0) ? $0 : nil })
    }

    mutating func start(_ function: String) {
        turns.append(Turn(function: function))
        event("testStarted", of: function)
        openFunction = function
    }

    mutating func end(_ function: String) {
        let issues = turns.last?.issues ?? IssueCount()
        line(Self.end("testEnded", after: issues, id: Self.id(function)))
        openFunction = nil
    }

    mutating func skip(_ function: String) {
        turns.append(Turn(function: function))
        event("testSkipped", of: function, symbol: "skip")
    }

    /// Cancels a function that takes no arguments.
    mutating func cancel(_ function: String) {
        start(function)
        event("testCancelled", of: function)
        event("testCaseCancelled", of: function)
        event("testEnded", of: function, symbol: "skip")
        openFunction = nil
    }

    /// Starts a function and ends it, with two cases if it takes arguments.
    mutating func pass(_ function: String) {
        start(function)
        if function.contains(":") { for _ in 0..<2 { runCase(of: function) } }
        end(function)
    }

    mutating func fail(_ function: String, _ text: String, details: String...) {
        start(function)
        if function.contains(":") { runCase(of: function) }
        issue(in: function, text, details: details)
        end(function)
    }

    mutating func runCase(of function: String) {
        event("testCaseStarted", of: function)
        event("testCaseEnded", of: function)
    }

    mutating func issue(
        in function: String, _ text: String, details: [String] = [], isFailure: Bool = true
    ) {
        let messages =
            [["symbol": isFailure ? "fail" : "warning", "text": text]]
            + details.map { ["symbol": "details", "text": $0] }
        let issue: [String: Any] = ["isFailure": isFailure, "isKnown": false, "severity": "error"]
        let payload: [String: Any] = ["testID": Self.id(function), "messages": messages, "issue": issue]
        line(Self.line("event", payload.merging(["kind": "issueRecorded"]) { $1 }))
        turns[turns.count - 1].issues.add(.init(isFailure: isFailure))
    }

    mutating func event(_ kind: String, of function: String, symbol: String = "default") {
        line(Self.event(kind, id: Self.id(function), symbol: symbol))
    }

    mutating func line(_ text: String) { turns[turns.count - 1].lines.append(text) }

    /// All lines: the declarations, the start of the run, what happened, and the end where it came to one.
    var lines: [String] {
        var lines = declared.map(Self.suite).uniqued().map {
            Self.line("test", ["kind": "suite", "id": $0, "name": $0])
        }
        for function in declared {
            let payload: [String: Any] = [
                "kind": "function", "id": Self.id(function), "name": function,
                "displayName": "does \(function)", "isParameterized": function.contains(":"),
            ]
            lines.append(Self.line("test", payload))
        }
        lines.append(Self.event("runStarted"))
        for suite in turns.map({ Self.suite(of: $0.function) }).uniqued() {
            let own = turns.filter { Self.suite(of: $0.function) == suite }
            lines.append(Self.event("testStarted", id: suite))
            lines += own.flatMap(\.lines)
            if openFunction.map(Self.suite) == suite { return lines }
            lines.append(Self.end("testEnded", after: own.map(\.issues).total, id: suite))
        }
        return lines + [Self.end("runEnded", after: turns.map(\.issues).total)]
    }

    /// The id in a record.
    static func id(_ function: String) -> String { name(function) + "/LinearTests.swift:7:4" }

    private static func name(_ function: String) -> String {
        function.contains("/") ? function : "StudentTests.LinearTests/\(function)"
    }

    private static func suite(of function: String) -> String {
        String(name(function).prefix { $0 != "/" })
    }

    private static func event(_ kind: String, id: String? = nil, symbol: String = "default") -> String {
        let message = ["symbol": symbol, "text": "\(kind) \(id ?? "")"]
        return line(
            "event", ["kind": kind, "testID": id as Any?, "messages": [message]].compactMapValues(\.self))
    }

    /// A record of an end, which counts the issues when some of them failed.
    private static func end(_ kind: String, after issues: IssueCount, id: String? = nil) -> String {
        let failed = issues.failing > 0
        let count = failed ? " with \(issues.total) issue\(issues.total == 1 ? "" : "s")" : ""
        let text = "“\(id ?? "Run")” \(failed ? "failed" : "passed") after 0.001 seconds\(count)."
        let message = ["symbol": failed ? "fail" : "pass", "text": text]
        return line(
            "event", ["kind": kind, "testID": id as Any?, "messages": [message]].compactMapValues(\.self))
    }

    private static func line(_ kind: String, _ payload: [String: Any]) -> String {
        let record: [String: Any] = ["kind": kind, "payload": payload, "version": "6.3.0"]
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        let data = (try? JSONSerialization.data(withJSONObject: record, options: options)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}

extension [IssueCount] {
    fileprivate var total: IssueCount { reduce(into: IssueCount()) { $0.add($1) } }
}
