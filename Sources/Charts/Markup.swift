/// A piece of an SVG or HTML file whose texts and attributes are escaped.
struct Markup: Sendable, Equatable {
    /// The piece as it stands in the file.
    let source: String

    /// Text, never tags: what it says is shown as it is.
    static func text(_ text: String) -> Markup {
        Markup(source: text.escapedForMarkup)
    }

    /// An element with attributes and what is inside of it; one with nothing inside is closed at once.
    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, any AttributeValue> = [:],
        _ children: [Markup] = []
    ) -> Markup {
        let listed = attributes.map { " \($0.key)=\"\($0.value.attributeText.escapedForMarkup)\"" }.joined()
        let inside = children.map(\.source).joined()
        return Markup(source: "<\(name)\(listed)" + (inside.isEmpty ? "/>" : ">\(inside)</\(name)>"))
    }

    /// A style sheet, which is the kit's own and goes into the file as it is.
    static func style(_ sheet: String) -> Markup {
        Markup(source: "<style>\(sheet)</style>")
    }
}

/// What an attribute may hold.
protocol AttributeValue {
    /// The value as text, not escaped yet.
    var attributeText: String { get }
}

extension String: AttributeValue {
    var attributeText: String { self }
}

extension Int: AttributeValue {
    var attributeText: String { String(self) }
}

extension Double: AttributeValue {
    var attributeText: String { coordinateText }
}

extension String {
    /// The text with everything replaced that would be taken for markup, or that a file of markup must not hold.
    ///
    /// Line breaks and tabs become spaces. Other control characters become their pictures, as `␛`. What turns
    /// the direction of writing becomes `�`: a name could forge the words around it.
    var escapedForMarkup: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n", "\r", "\u{2028}", "\u{2029}": escaped += " "
            case "\0"..<" ": escaped.unicodeScalars.append(Self.picture(ofControl: scalar))
            case "\u{7F}": escaped += "␡"
            case "\u{80}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}",
                "\u{FFFE}"..."\u{FFFF}":
                escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The picture of a control character, from the block of 32 that stand in their order from U+2400.
    private static func picture(ofControl scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    }
}
