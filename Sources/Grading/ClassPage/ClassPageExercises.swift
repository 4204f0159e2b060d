import Foundation

/// For each exercise how many passed, and which mistakes were made how often, and by whom.
struct ClassPageExercises {
    let document: ClassDocument
    let links: ClassPageLinks

    /// The most names that are listed of those who made a mistake; `class.json` has all of them.
    private static let mostNames = 40
    /// How many mistakes are shown at once; the others open with a click.
    private static let mistakesShown = 3

    var html: String {
        """
        <h2 id="exercises">Exercises and mistakes</h2>
        <p class="legend"><i class="passed"></i> passed <i class="failed"></i> points missing \
        <i class="notStarted"></i> not started</p>
        <div class="exercises">
        \(document.exercises.map(section).joined(separator: "\n"))
        </div>
        """
    }

    private func section(_ each: ClassDocument.Exercise) -> String {
        let counts = [("passed", each.passed), ("failed", each.failed), ("notStarted", each.notStarted)]
        let all = max(1, counts.map(\.1).reduce(0, +))
        let parts = counts.filter { $0.1 > 0 }.map { name, count in
            #"<i class="\#(name)" style="width:\#(String(format: "%.2f", 100 * Double(count) / Double(all)))%"></i>"#
        }
        let mistakes = each.mistakes.map { item($0, of: all) }
        let later = mistakes.dropFirst(Self.mistakesShown)
        let more =
            later.isEmpty
            ? ""
            : """

            <details><summary>\(later.count) \(later.count == 1 ? "mistake" : "mistakes") more</summary>
            <ul>
            \(later.joined(separator: "\n"))
            </ul></details>
            """
        return """
            <section class="exercise"><h3>\(HTML.escaped(each.title)) <small>\(each.passed) passed, \
            \(each.failed) with points missing, \(each.notStarted) not started</small></h3>
            <div class="bar" aria-hidden="true">\(parts.joined())</div>
            <ul>
            \(mistakes.prefix(Self.mistakesShown).joined(separator: "\n"))
            </ul>\(more)
            </section>
            """
    }

    private func item(_ mistake: ClassDocument.Mistake, of all: Int) -> String {
        let lesson = mistake.lesson.map { link in
            let text = mistake.lessonText.map { "“\(HTML.escaped($0))” " } ?? ""
            return "<p>\(text)<code>\(HTML.escaped(link.printable))</code></p>"
        }
        let names = mistake.submissions.prefix(Self.mostNames).map(links.report(in:)).joined(separator: ", ")
        let left = mistake.submissions.count - Self.mostNames
        let others = left > 0 ? " and \(left) more: <code>class.json</code> has all" : ""
        return """
            <li><details><summary><b>\(mistake.count) ×</b> \(HTML.escaped(mistake.text.printable))</summary>
            \(lesson ?? "")<p>\(names)\(others)</p></details></li>
            """
    }
}
