import Foundation

@testable import Grading

/// Writes event streams as Swift Testing 6.3 does.
struct EventStream {
    private(set) var lines: [String] = []

    static func declare(_ tests: String...) -> EventStream {
        var stream = EventStream()
        stream.add("test", ["kind": "suite", "id": "StudentTests.LinearTests", "name": "LinearTests"])
        for function in tests {
            stream.add(
                "test",
                ["kind": "function", "id": id(function), "name": function, "displayName": "does \(function)"])
        }
        stream.event("runStarted")
        stream.add("event", ["kind": "testStarted", "testID": "StudentTests.LinearTests", "messages": []])
        return stream
    }

    var data: Data { Data(lines.joined(separator: "\n").utf8) }

    mutating func start(_ function: String) { event("testStarted", of: function) }
    mutating func end(_ function: String) { event("testEnded", of: function) }

    mutating func pass(_ function: String) {
        start(function)
        end(function)
    }

    mutating func fail(_ function: String, _ text: String, details: String...) {
        start(function)
        issue(in: function, text, details: details)
        end(function)
    }

    mutating func issue(
        in function: String, _ text: String, details: [String] = [], isFailure: Bool = true
    ) {
        let messages =
            [["symbol": "fail", "text": text]] + details.map { ["symbol": "details", "text": $0] }
        add(
            "event",
            [
                "kind": "issueRecorded", "testID": Self.id(function), "messages": messages,
                "issue": ["isFailure": isFailure, "isKnown": false, "severity": "error"],
            ])
    }

    mutating func event(_ kind: String, of function: String? = nil) {
        var payload: [String: Any] = ["kind": kind, "messages": []]
        if let function { payload["testID"] = Self.id(function) }
        add("event", payload)
    }

    mutating func line(_ text: String) { lines.append(text) }

    private mutating func add(_ kind: String, _ payload: [String: Any]) {
        let record: [String: Any] = ["kind": kind, "payload": payload, "version": "6.3.0"]
        let data = (try? JSONSerialization.data(withJSONObject: record)) ?? Data()
        lines.append(String(decoding: data, as: UTF8.self))
    }

    /// The id in a record, of a function of LinearTests or of a test that is named in full.
    private static func id(_ name: String) -> String {
        (name.contains("/") ? name : "StudentTests.LinearTests/\(name)") + "/LinearTests.swift:7:4"
    }
}
