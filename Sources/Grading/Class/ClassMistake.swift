/// A mistake that a test has named, in a form that is the same for everyone who makes it.
struct ClassMistake: Codable, Hashable, Sendable {
    /// The place in the lessons that is about it: "Lessons/04-linear.md#averaged"; nil where a message has none.
    let lesson: String?
    /// What the message says first.
    let text: String
}
