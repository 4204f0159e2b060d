/// Text in XML 1.0, in the content of an element or between the quotes of an attribute.
enum XML {
    /// The text with XML's own characters written out, and a replacement for each that XML has no way to write.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&apos;"
            // A parser would make these a space in an attribute, and of a carriage return a line feed.
            case "\r", "\t", "\n": "&#\(scalar.value);"
            case "\u{20}"..."\u{FFFD}", "\u{10000}"...: String(scalar)
            default: "\u{FFFD}"
            }
        }.joined()
    }

    /// An element's attributes, each with a space before it.
    static func attributes(_ attributes: [(name: String, value: String)]) -> String {
        attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
    }
}
