/// What a link can lead to on a Markdown page, as GitHub shows it.
enum PageAnchors {
    /// The anchors of a page's headings, and those set by `<a id="…">`, from top to bottom.
    ///
    /// Of headings with the same words the second has the anchor of the first with `-1` after it, and so on.
    static func all(in page: String) -> [String] {
        var anchors: [String] = []
        var times: [String: Int] = [:]
        var isCode = false
        for line in page.split(separator: "\n") {
            if line.trimmingPrefix(while: \.isWhitespace).hasPrefix("```") { isCode.toggle() }
            if isCode { continue }
            if let heading = line.wholeMatch(of: /#{1,6} +(.+)/)?.1 {
                let anchor = Self.anchor(of: heading)
                let others = times[anchor, default: 0]
                anchors.append(others == 0 ? anchor : "\(anchor)-\(others)")
                times[anchor] = others + 1
            }
            anchors += line.matches(of: /<a id="([^"]+)">/).map { String($0.1) }
        }
        return anchors
    }

    /// The anchor of a heading: its words in small letters, without the signs.
    static func anchor(of heading: some StringProtocol) -> String {
        let words = String(heading).replacing(/\[([^\]]*)\]\([^)]*\)/) { String($0.1) }
        return String(String.UnicodeScalarView(words.lowercased().unicodeScalars.filter(isKept)))
            .replacing(" ", with: "-")
    }

    /// Letters, marks, digits and underscores stay; of the rest only the space and the hyphen.
    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
            true
        default: scalar == " " || scalar == "-"
        }
    }
}
