import Foundation

/// All submissions, by name; the script sorts, searches and filters.
struct ClassPageTable {
    let document: ClassDocument
    let links: ClassPageLinks

    var html: String {
        """
        <h2 id="submissions">Submissions</h2>
        <form class="tools" role="search">
        <label>Search <input type="search" id="search" autocomplete="off" placeholder="name, file, reason"></label>
        <label>Show <select id="filter">\(filters)</select></label>
        <output id="count"></output>
        </form>
        <div class="scroll">
        <table id="all">
        <thead><tr>\(head)</tr></thead>
        <tbody>
        \(rows.joined(separator: "\n"))
        </tbody>
        </table>
        </div>
        <p><button type="button" id="more" hidden>Show all</button></p>
        """
    }

    private var filters: String {
        [
            ("", "all"), ("complete", "all points"), ("incomplete", "points missing"),
            ("unusableFiles", "unusable files"), ("limit", "hit a limit"), ("similar", "near-identical"),
            ("refused", "refused"),
        ].map { #"<option value="\#($0)">\#($1)</option>"# }.joined()
    }

    private var head: String {
        let plain = ["Name", "Score", "Done", "State"].map { #"<th scope="col">\#($0)</th>"# }
        let exercises = document.exercises.map {
            #"<th scope="col" class="turned" title="\#(HTML.escaped($0.title))">\#(HTML.escaped($0.title))</th>"#
        }
        return (plain + exercises + [#"<th scope="col">Seconds</th>"#]).joined()
    }

    private var rows: [String] {
        let similar = document.similar.folders
        return document.submissions.map { row($0, isSimilar: similar.contains($0.folder)) }
    }

    private func row(_ each: ClassDocument.Submission, isSimilar: Bool) -> String {
        let results = Dictionary(each.exercises.map { ($0.id, $0) }) { first, _ in first }
        let cells = document.exercises.map { exercise in
            guard let result = results[exercise.id] else { return "<td>" }
            let points = Report.format(result.score, of: result.maxScore)
            return #"<td class="\#(result.status.rawValue)">\#(points)"#
        }
        let passed = each.exercises.count { $0.status == .passed }
        return """
            <tr data-is="\(marks(each, isSimilar: isSimilar))"><th scope="row">\(name(each))\
            <td>\(Report.format(each.score, of: each.maxScore))<td>\(each.refusal == nil ? "\(passed)" : "")\
            <td>\(state(each, isSimilar: isSimilar))\(cells.joined())
            <td class="time">\(String(format: "%.1f", each.seconds))</tr>
            """
    }

    private func name(_ each: ClassDocument.Submission) -> String {
        guard each.refusal == nil else { return links.report(in: each.folder) }
        return
            "\(links.report(in: each.folder)) <small>\(ClassPageLinks.link("md", to: "feedback.md", in: each.folder))</small>"
    }

    /// What the filter goes by.
    private func marks(_ each: ClassDocument.Submission, isSimilar: Bool) -> String {
        var marks = [each.status.rawValue]
        if each.refusal == nil { marks.append(each.isComplete ? "complete" : "incomplete") }
        if !each.limitsHit.isEmpty { marks.append("limit") }
        if isSimilar { marks.append("similar") }
        return marks.joined(separator: " ")
    }

    private func state(_ each: ClassDocument.Submission, isSimilar: Bool) -> String {
        if let refusal = each.refusal { return "refused: \(HTML.escaped(refusal.printable))" }
        var notes: [String] = []
        if !each.unusable.isEmpty {
            let names = each.unusable.map {
                HTML.escaped($0.printable.split(separator: "/").last.map(String.init) ?? "")
            }.joined(separator: ", ")
            notes.append(
                each.unusable.count <= 3
                    ? "unusable: \(names)"
                    : "<details><summary>\(each.unusable.count) unusable files</summary>\(names)</details>")
        }
        if !each.limitsHit.isEmpty {
            notes.append("limit of \(each.limitsHit.map(\.rawValue).joined(separator: ", "))")
        }
        if isSimilar { notes.append("near-identical") }
        return notes.isEmpty ? (each.isComplete ? "all points" : "graded") : notes.joined(separator: "; ")
    }
}
