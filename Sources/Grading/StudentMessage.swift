import Foundation

/// Turns an issue's messages into what its author wants the student to read.
enum StudentMessage {
    /// What the error that a stub throws says, whatever the stub.
    static let stubMark = "is still to be filled: "

    /// The comment of an expectation where there is one, for that is the teaching text; the expectation
    /// itself otherwise; an error with its comment.
    static func text(of messages: [EventRecord.Message]) -> String {
        let issue = messages.first?.text ?? ""
        // A stub is found also where a test expected another error: its own sentence is what is of use.
        if let stub = stub(in: issue) { return printable(stub) }

        let comments = messages.dropFirst().filter { $0.symbol == "details" }.map(\.text)
        if let error = issue.droppingPrefix("Caught error: "), !error.isEmpty {
            return printable((comments + [error]).joined(separator: "\n"))
        }
        return printable(
            comments.isEmpty
                ? issue.droppingPrefix("Expectation failed: ") ?? issue : comments.joined(separator: "\n"))
    }

    /// The "Linear.forward is still to be filled: Sources/Student/Linear.swift:31" in a text.
    private static func stub(in text: String) -> String? {
        guard let mark = text.range(of: stubMark) else { return nil }
        let name = text[..<mark.lowerBound].dropLast().split { $0 == " " || $0 == "\"" }.last
        let place = text[mark.upperBound...].prefix { $0 != " " && $0 != "\"" }
        return name.map { "\($0) \(stubMark)\(place)" }
    }

    /// The text line by line as it can be shown, and not longer than anyone reads: a student's values and errors
    /// have a say in it.
    static func printable(_ text: String) -> String {
        let length = 4000
        // Of scalars, for a single character can be made of any number of them.
        let beginning = text.unicodeScalars.prefix(length)
        let lines = String(beginning).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { String($0).printable }.joined(separator: "\n")
            + (beginning.endIndex < text.endIndex ? "…" : "")
    }
}

extension String {
    /// What follows `prefix`; nil where the text does not begin with it.
    fileprivate func droppingPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
