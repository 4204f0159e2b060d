import Foundation

/// One line of Swift Testing's event stream, version 6.3, as far as grading needs it.
///
/// A kind that is not in that version is refused: what cannot be read may be what a verdict hangs on.
enum EventRecord: Decodable {
    /// A suite or a function that exists.
    case test(Test)
    /// Something that happened.
    case event(Event)

    struct Test: Decodable {
        enum Kind: String, Decodable { case suite, function }

        let kind: Kind
        let id: String
        let displayName: String?
        /// Only functions have it.
        let isParameterized: Bool?
    }

    struct Event: Decodable {
        enum Kind: String, Decodable {
            case runStarted, runEnded
            case testStarted, testEnded, testSkipped, testCancelled
            case testCaseStarted, testCaseEnded, testCaseCancelled
            case issueRecorded, valueAttached
        }

        let kind: Kind
        let testID: String?
        let messages: [Message]
        /// Only `issueRecorded` has it.
        let issue: Issue?
        let instant: Instant?
    }

    struct Instant: Decodable {
        /// Seconds of a clock that only goes forward.
        let absolute: Double
    }

    struct Message: Decodable {
        let symbol: String
        let text: String
    }

    struct Issue: Decodable {
        /// False for a warning and for an issue that is known.
        let isFailure: Bool
    }

    private enum Kind: String, Decodable { case test, event }
    private enum CodingKeys: CodingKey { case kind, payload }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        switch try values.decode(Kind.self, forKey: .kind) {
        case .test: self = .test(try values.decode(Test.self, forKey: .payload))
        case .event: self = .event(try values.decode(Event.self, forKey: .payload))
        }
    }
}
