/// The report as a student reads it in a browser: `report.html`, one file that needs no other.
struct HTMLReport {
    let feedback: Feedback
    /// Put before the paths of lessons.
    let pages: String

    var text: String {
        let title = feedback.name.map { "Feedback for \($0)" } ?? "Feedback"
        let challenges =
            feedback.challenges.isEmpty
            ? [] : ["<h2>Challenges <small>extra</small></h2>"] + table(feedback.challenges)
        let head = [
            "<!DOCTYPE html>", #"<html lang="en">"#, "<head>", #"<meta charset="utf-8"/>"#,
            #"<meta name="viewport" content="width=device-width, initial-scale=1"/>"#,
            #"<meta name="color-scheme" content="light dark"/>"#,
            // Nothing in this file can fetch or run anything, whatever was handed in.
            #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>"#,
            "<title>\(HTML.escaped(title))</title>", "<style>", HTMLStyle.text, "</style>", "</head>",
        ]
        let body =
            [
                "<body>", "<header>", "<h1>\(HTML.escaped(title))</h1>",
                #"<p class="score"><b>\#(Report.format(feedback.score, of: feedback.maxScore))</b>"#
                    + " of \(feedback.maxScore) points</p>",
                bar(feedback.score / Double(max(1, feedback.maxScore))), "</header>", "<main>",
            ]
            + next + ["<h2>Exercises</h2>"] + table(feedback.counted) + challenges
            + later + leftOut + printed + ["</main>", "</body>", "</html>"]
        return (head + body).joined(separator: "\n")
    }

    private func bar(_ share: Double) -> String {
        #"<div class="bar" aria-hidden="true"><i style="width: \#(Int((share * 100).rounded(.down)))%"></i></div>"#
    }

    private func table(_ exercises: [ExerciseFeedback]) -> [String] {
        let head = "<thead><tr><th>Exercise</th><th></th><th>Points</th><th>State</th></tr></thead>"
        return ["<table>", head, "<tbody>"] + exercises.map(row) + ["</tbody>", "</table>"]
    }

    private func row(_ each: ExerciseFeedback) -> String {
        let cells = [
            "<th scope=\"row\">\(link(each.exercise.title, to: each.exercise.lesson))</th>",
            "<td>\(bar(each.score / Double(each.exercise.points)))</td>",
            "<td class=\"points\">\(each.points)</td>", "<td>\(HTML.escaped(each.details))</td>",
        ]
        return "<tr class=\"\(each.status.rawValue)\">\(cells.joined())</tr>"
    }

    /// What to do next, as the board says it.
    private var next: [String] {
        guard let task = feedback.task else {
            let more = feedback.challenge.map {
                "<p>Want more? \(link($0.title, to: $0.lesson)), then <code>./grade.sh \($0.id)</code>.</p>"
            }
            return [#"<section class="next done">"#, "<h2>All points are yours</h2>", more, "</section>"]
                .compactMap(\.self)
        }
        let pages = Feedback.pages(in: task).map { link($0, to: $0) }.joined(separator: ", ")
        let places = [
            task.exercise.source.map { ("File", "<code>\(HTML.escaped($0))</code>") }, ("Lesson", pages),
            ("Try", "<code>./grade.sh \(task.exercise.id)</code>"),
        ].compactMap(\.self)
        return [#"<section class="next">"#, "<h2>Next: \(HTML.escaped(task.title))</h2>"]
            + task.problems.flatMap(problem) + (task.left > 0 ? ["<p>And \(task.left) more.</p>"] : [])
            + ["<dl>"] + places.map { "<dt>\($0)</dt><dd>\($1)</dd>" } + ["</dl>", "</section>"]
    }

    /// The problems of the other exercises, to be opened.
    private var later: [String] {
        feedback.alsoFailed.isEmpty
            ? []
            : ["<h2>Later</h2>"]
                + feedback.alsoFailed.flatMap { each in
                    let summary = "\(HTML.escaped(each.exercise.title)): \(HTML.escaped(each.details))"
                    return ["<details>", "<summary>\(summary)</summary>"] + each.problems.flatMap(problem)
                        + ["</details>"]
                }
    }

    private func problem(_ problem: NextStep.Problem) -> [String] {
        let name = problem.name.map { #"<p class="problem">\#(HTML.escaped($0))</p>"# }
        let messages = HTML.escaped(problem.messages.joined(separator: "\n"))
        return [name, "<pre>\(messages)</pre>"].compactMap(\.self)
    }

    private var leftOut: [String] {
        guard !feedback.leftOut.isEmpty else { return [] }
        return ["<h2>Left out</h2>", "<ul>"]
            + feedback.leftOut.map {
                "<li><code>\(HTML.escaped($0.file))</code> \(HTML.escaped($0.reason))</li>"
            }
            + ["</ul>"]
    }

    private var printed: [String] {
        guard !feedback.output.isEmpty else { return [] }
        let lines = feedback.outputExcerpt.map(HTML.escaped).joined(separator: "\n")
        return ["<h2>Your code printed</h2>", "<pre>\(lines)</pre>"]
    }

    private func link(_ title: String, to page: String) -> String {
        #"<a href="\#(HTML.escaped(pages + page))">\#(HTML.escaped(title))</a>"#
    }
}
