import Foundation

/// What the lessons say where a link leads to: the bold sentence after an anchor, or a heading.
struct LessonAnchors {
    /// By link, "Lessons/04-linear.md#averaged".
    let texts: [String: String]

    /// Looks up the links that are there; a page or an anchor that is not has no text.
    init(_ links: some Sequence<String>, in root: URL) {
        let places = Set(links).map { $0.split(separator: "#", maxSplits: 1).map(String.init) }
        let byPage = Dictionary(grouping: places.filter { $0.count == 2 && Self.isPage($0[0]) }) { $0[0] }
        var texts: [String: String] = [:]
        for (page, places) in byPage {
            guard let text = try? String(contentsOf: root.appending(path: page), encoding: .utf8) else {
                continue
            }
            let headings = text.matches(of: /(?m)^#{1,6} +(.+)$/).map { String($0.1) }
            for anchor in places.map({ $0[1] }) {
                texts["\(page)#\(anchor)"] =
                    Self.sentence(after: anchor, in: text)
                    ?? headings.first { PageAnchors.anchor(of: $0) == anchor }
            }
        }
        self.texts = texts
    }

    private static func isPage(_ path: String) -> Bool {
        path.wholeMatch(of: /Lessons\/[a-z0-9-]+\.md/) != nil
    }

    /// Of `<a id="averaged"></a>**It is averaged.** More.` the bold sentence.
    private static func sentence(after anchor: String, in page: String) -> String? {
        guard let start = page.range(of: "<a id=\"\(anchor)\"></a>**")?.upperBound,
            let end = page[start...].range(of: "**")?.lowerBound
        else { return nil }
        return page[start..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
