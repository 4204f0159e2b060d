import Foundation

/// Who needs a look: the refused with the reasons, files that could not be used, and the slowest.
struct ClassPageNotes {
    let document: ClassDocument
    let links: ClassPageLinks

    private static let slowestShown = 10

    var html: String { [refused, unusable, slowest].filter { !$0.isEmpty }.joined(separator: "\n") }

    private var refused: String {
        list(
            "Refused",
            document.submissions.compactMap { each in
                each.refusal.map { "\(HTML.escaped(each.name.printable)): \(HTML.escaped($0.printable))" }
            })
    }

    private var unusable: String {
        list(
            "Files that do not compile, or may not be used",
            document.submissions.filter { $0.status == .unusableFiles }.map { each in
                let files = each.unusable.map { "<code>\(HTML.escaped($0.printable))</code>" }
                return "\(links.report(in: each.folder)): \(files.joined(separator: ", "))"
            })
    }

    /// A long list is there to be opened.
    private func list(_ title: String, _ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        return """
            <h2>\(title) <small>\(items.count)</small></h2>
            <details\(items.count > 12 ? "" : " open")><summary>\(items.count) submissions</summary>
            <ul>
            \(items.map { "<li>\($0)</li>" }.joined(separator: "\n"))
            </ul></details>
            """
    }

    private var slowest: String {
        let slowest = document.submissions.enumerated()
            .sorted { ($1.element.seconds, $0.offset) < ($0.element.seconds, $1.offset) }
            .prefix(Self.slowestShown)
        let items = slowest.map { _, each in
            let limits =
                each.limitsHit.isEmpty
                ? "" : ", hit the limit of \(each.limitsHit.map(\.rawValue).joined(separator: ", "))"
            return """
                <li class="time">\(links.report(in: each.folder)): \(String(format: "%.1f", each.seconds)) s\(limits)</li>
                """
        }
        return "<h2 id=\"slowest\">Slowest</h2>\n<ol>\n\(items.joined(separator: "\n"))\n</ol>"
    }
}
