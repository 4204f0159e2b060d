import Foundation

/// Submissions whose code is nearly the same, side by side.
struct ClassPagePairs {
    let document: ClassDocument
    let links: ClassPageLinks
    let code: PairCode

    /// How many pairs are listed, and of how many of them the code is shown.
    private static let mostListed = 100
    private static let mostWithCode = 25
    private static let mostLines = 150
    private static let mostNames = 40

    var html: String {
        let similar = document.similar
        let left = similar.pairsLeftOut + max(0, similar.pairs.count - Self.mostListed)
        let others = left > 0 ? #"<p class="quiet">\#(left) pairs more are not listed.</p>"# : ""
        let isNone = similar.pairs.isEmpty && similar.groups.isEmpty
        let blocks =
            similar.groups.map(group)
            + similar.pairs.prefix(Self.mostListed).enumerated().map {
                pair($1, showsCode: $0 < Self.mostWithCode)
            }
        return """
            <h2 id="similar">Near-identical code</h2>
            <p class="quiet">Compared without names, comments, texts, white space and what was handed out; what \
            many have counts little. Listed from \(Int(similar.threshold * 100)) % on. Short right answers look \
            alike: this says where to look, and proves nothing.</p>
            \(isNone ? "<p>None.</p>" : blocks.joined(separator: "\n"))
            \(others)
            """
    }

    private func group(_ folders: [String]) -> String {
        let left = folders.count - Self.mostNames
        let shown = folders.prefix(Self.mostNames).map(links.report(in:)).joined(separator: ", ")
        return """
            <p class="group"><b>The same code \(folders.count) times:</b> \(shown)\(left > 0 ? " and \(left) more" : "")</p>
            """
    }

    private func pair(_ pair: SimilarCode.Pair, showsCode: Bool) -> String {
        let percent = { (share: Double) in "\(Int((share * 100).rounded(.down))) %" }
        let names = [pair.first, pair.second].map { HTML.escaped(links.name(of: $0)) }
        let files =
            showsCode
            ? code.files(pair.files, of: (pair.first, pair.second)) : []
        let body =
            files.isEmpty
            ? "<p>\(pair.files.map { "<code>\(HTML.escaped($0.printable))</code>" }.joined(separator: ", "))</p>"
            : files.map(table).joined(separator: "\n")
        return """
            <details class="pair"><summary><b>\(names[0])</b> (\(percent(pair.firstShare)) is in the other) and \
            <b>\(names[1])</b> (\(percent(pair.secondShare)))</summary>
            <p>\(links.report(in: pair.first)) · \(links.report(in: pair.second))</p>
            \(body)
            </details>
            """
    }

    private func table(_ file: PairCode.File) -> String {
        """
        <h4><code>\(HTML.escaped(file.path))</code></h4>
        <div class="beside">\(column(file.lines.left))\(column(file.lines.right))</div>
        """
    }

    private func column(_ lines: [MatchingLines.Line]) -> String {
        let shown = lines.prefix(Self.mostLines).map { line in
            let text = line.text.replacing("\t", with: "    ").printable
            let cut = text.count > 160 ? text.prefix(159) + "…" : text
            let mark = line.matches ? ("<mark>", "</mark>") : ("", "")
            return "<s>\(line.number)</s> \(mark.0)\(HTML.escaped(String(cut)))\(mark.1)"
        }
        let left = lines.count - Self.mostLines
        return "<pre>\((shown + (left > 0 ? ["… \(left) lines more"] : [])).joined(separator: "\n"))</pre>"
    }
}
