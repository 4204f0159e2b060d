/// A word or a sign of Swift, as the compiler would see it.
struct SwiftToken: Equatable, Sendable {
    enum Kind: Sendable {
        /// A keyword or a name; one in backticks has lost them, and is a name in any case.
        case word, quotedWord
        /// `#if` and what else begins with a number sign; the text has the sign.
        case directive
        case operation
        /// A bracket, a comma, a colon, …, one character.
        case punctuation
        /// A number or a string; what is interpolated comes after it, as tokens of its own.
        case literal
    }

    let kind: Kind
    let text: String
    let position: SourceError.Position
    /// Whether it stands within \(…) of a string.
    var isInterpolated = false

    /// Whether this is the keyword, or the contextual keyword, of this name.
    func isWord(_ name: String) -> Bool { kind == .word && text == name }

    func isPunctuation(_ sign: String) -> Bool { kind == .punctuation && text == sign }
}
