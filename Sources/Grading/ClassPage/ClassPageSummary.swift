import Foundation

/// The figures of the whole class, and how the scores are distributed.
struct ClassPageSummary {
    let document: ClassDocument

    var html: String {
        """
        <dl class="figures">
        \(figures.map { #"<div><dt>\#($0.0)</dt><dd>\#($0.1)</dd></div>"# }.joined(separator: "\n"))
        </dl>
        <h2 id="scores">Scores</h2>
        \(histogram)
        """
    }

    private var figures: [(String, String)] {
        let summary = document.summary
        let points = { (value: Double?) in
            value.map { String(format: "%.1f", $0) + " <small>/ \(document.maxScore)</small>" } ?? "–"
        }
        return [
            ("submissions", "\(summary.submissions)"), ("graded", "\(summary.graded)"),
            ("refused", "\(summary.refused)"), ("with unusable files", "\(summary.withUnusableFiles)"),
            ("mean", points(summary.mean)), ("median", points(summary.median)),
        ]
    }

    /// A bar for each tenth of the points, and one for all of them.
    private var histogram: String {
        let (width, height, step) = (640, 150, 58)
        let most = max(1, document.distribution.map(\.count).max() ?? 1)
        let bars = document.distribution.enumerated().map { index, bin in
            let label = bin.from == 100 ? "100" : "\(bin.from)–\(bin.to - 1)"
            let length = Int((Double(bin.count * height) / Double(most)).rounded())
            let x = index * step
            return """
                <g><title>\(label) %: \(bin.count)</title>\
                <rect x="\(x + 4)" y="\(20 + height - length)" width="50" height="\(length)"/>\
                <text x="\(x + 29)" y="\(14 + height - length)">\(bin.count)</text>\
                <text class="quiet" x="\(x + 29)" y="\(height + 38)">\(label)</text></g>
                """
        }
        return """
            <svg class="histogram" viewBox="0 0 \(width) \(height + 46)" role="img" \
            aria-label="How many submissions have how many percent of the points">
            \(bars.joined(separator: "\n"))
            </svg>
            <p class="quiet">How many of the graded have how many percent of the points.</p>
            """
    }
}
