/// Turns an issue's messages into what its author wants the student to read.
enum StudentMessage {
    /// What the error that a stub throws says, whatever the stub.
    static let stubMark = "is still to be filled: "

    /// The comment of an expectation where there is one, for that is the teaching text; the expectation
    /// itself otherwise; an error with its comment.
    static func text(of messages: [EventRecord.Message]) -> String {
        let issue = messages.first?.text ?? ""
        // A stub is found also where a test expected another error: its own sentence is what is of use.
        if let stub = issue.firstMatch(of: /[^ "]+ is still to be filled: [^ "]+:\d+/) {
            return String(stub.0)
        }

        let comments = messages.dropFirst().filter { $0.symbol == "details" }.map(\.text)
        if let error = issue.droppingPrefix("Caught error: "), !error.isEmpty {
            return (comments + [error]).joined(separator: "\n")
        }
        if !comments.isEmpty { return comments.joined(separator: "\n") }
        return issue.droppingPrefix("Expectation failed: ") ?? issue
    }
}

extension String {
    /// What follows `prefix`; nil where the text does not begin with it.
    fileprivate func droppingPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
