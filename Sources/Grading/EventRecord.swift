import Foundation

/// One line of Swift Testing's event stream, as far as grading needs it.
struct EventRecord: Decodable {
    /// "test" for what exists, "event" for what happened.
    let kind: String
    let payload: Payload

    struct Payload: Decodable {
        /// "function" or "suite" of a test; "testStarted", "issueRecorded", … of an event.
        let kind: String
        let id: String?
        let displayName: String?
        let testID: String?
        let messages: [Message]?
        let issue: Issue?
    }

    struct Message: Decodable {
        let symbol: String
        let text: String
    }

    struct Issue: Decodable {
        /// False for a warning and for an issue that is known.
        let isFailure: Bool
    }
}
