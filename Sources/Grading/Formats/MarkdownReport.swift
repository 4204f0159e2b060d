/// The report as a student reads it on GitHub, in a mail or in an editor: `feedback.md`.
struct MarkdownReport {
    let feedback: Feedback
    /// Put before the paths of lessons.
    let pages: String
    /// The most lines of a problem's messages.
    private let mostLines = 30

    var text: String {
        let whose = feedback.name.map { " for \(Markdown.code($0))" } ?? ""
        var lines = ["# Feedback\(whose)", "", "**\(feedback.points) points**", ""]
        lines += table(feedback.counted)
        if !feedback.challenges.isEmpty {
            lines += ["", "Challenges, extra:", ""] + table(feedback.challenges)
        }
        lines += [""] + next
        for each in feedback.alsoFailed { lines += [""] + section(each) }
        return (lines + leftOut + printed).joined(separator: "\n")
    }

    private func table(_ exercises: [ExerciseFeedback]) -> [String] {
        ["| Exercise | Points | |", "|:--|--:|:--|"]
            + exercises.map {
                let title = link(Markdown.escaped($0.exercise.title), to: $0.exercise.lesson)
                return "| \(title) | \($0.points) | \(Markdown.escaped($0.details)) |"
            }
    }

    /// What to do next, as the board says it.
    private var next: [String] {
        guard let task = feedback.task else {
            let done = "## All points are yours"
            guard let challenge = feedback.challenge else { return [done] }
            let page = link(Markdown.escaped(challenge.title), to: challenge.lesson)
            return [done, "", "Want more? \(page), then `./grade.sh \(challenge.id)`."]
        }
        let more = task.left > 0 ? ["And \(task.left) more."] : []
        let file = task.exercise.source.map { "- File: \(Markdown.code($0))" }
        let pages = Feedback.pages(in: task).map { link(Markdown.escaped($0), to: $0) }
        return ["## Next: \(Markdown.escaped(task.title))", ""] + task.problems.flatMap(problem) + more
            + [file, "- Lesson: \(pages.joined(separator: ", "))", "- Try: `./grade.sh \(task.exercise.id)`"]
            .compactMap(\.self)
    }

    /// The first problems of another exercise.
    private func section(_ each: ExerciseFeedback) -> [String] {
        let title = link(Markdown.escaped(each.exercise.title), to: each.exercise.lesson)
        let left = each.problems.count - Feedback.mostProblems
        return ["## Later: \(title)", ""] + each.problems.prefix(Feedback.mostProblems).flatMap(problem)
            + ["\(left > 0 ? "And \(left) more. " : "")Try: `./grade.sh \(each.exercise.id)`"]
    }

    private func problem(_ problem: NextStep.Problem) -> [String] {
        let name = problem.name.map { ["✘ \(Markdown.escaped($0))", ""] } ?? []
        let lines = problem.messages.flatMap { $0.wrapped(to: 74) }
        return name + Markdown.block(lines.prefix(mostLines) + (lines.count > mostLines ? ["…"] : [])) + [""]
    }

    private var leftOut: [String] {
        guard !feedback.leftOut.isEmpty else { return [] }
        return ["", "## Left out", ""]
            + feedback.leftOut.map { "- \(Markdown.code($0.file)) \(Markdown.escaped($0.reason))" }
    }

    private var printed: [String] {
        guard !feedback.output.isEmpty else { return [] }
        return ["", "## Your code printed", ""] + Markdown.block(feedback.outputExcerpt)
    }

    private func link(_ title: String, to page: String) -> String { "[\(title)](\(pages)\(page))" }
}
