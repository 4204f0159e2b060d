/// Text in XML 1.0.
enum XML {
    /// An element's content, with a replacement for each character that XML has no way to write.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&apos;"
            // A parser would make of a carriage return a line feed.
            case "\r": "&#13;"
            case "\t", "\n", "\u{20}"..."\u{FFFD}", "\u{10000}"...: String(scalar)
            default: "\u{FFFD}"
            }
        }.joined()
    }

    /// An element's attributes, each with a space before it.
    static func attributes(_ attributes: [(name: String, value: String)]) -> String {
        attributes.map { name, value in
            // A parser would make spaces of these.
            let text = escaped(value).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
            return " \(name)=\"\(text)\""
        }.joined()
    }
}
