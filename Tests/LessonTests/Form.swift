@testable import Grading

extension Course {
    private static let form = [
        "Goal", "The idea", "Formula", "Derivation", "Worked example", "Your task", "Try it",
        "Common mistakes",
        "Think about it", "Further reading",
    ]

    /// Where a lesson has not the form of the others.
    func form(of page: Page) -> [Finding] {
        title(of: page) + sections(of: page) + beginning(of: page) + minutes(of: page) + neighbours(of: page)
    }

    private func title(of page: Page) -> [Finding] {
        let titles = page.headings.filter { $0.text.hasPrefix("# ") }
        return titles.map(\.number) == [1] ? [] : [page.finding(1, "a page has one title, in its first line")]
    }

    /// An exercise with a file has all sections; a capstone, a chapter or a page before the exercises has some.
    private func sections(of page: Page) -> [Finding] {
        let headings = page.headings.filter { $0.text.hasPrefix("## ") }
        let own = headings.map { String($0.text.dropFirst(3)) }
        let exercises = rubric.exercises.filter { $0.lesson == page.path }
        let isWhole = exercises.count == 1 && exercises.allSatisfy { $0.source != nil }
        let wanted = isWhole ? Self.form : Self.form.filter(own.contains)
        let there = own.filter(Self.form.contains)
        var findings: [Finding] = []
        if there != wanted {
            let missing = wanted.filter { !there.contains($0) }
            findings.append(
                page.finding(
                    1,
                    missing.isEmpty
                        ? "the sections are in the order \(there.joined(separator: ", "))"
                        : "there is no section \(missing.joined(separator: ", "))"))
        }
        if own.first != "Goal" || own.last != "Further reading" {
            findings.append(page.finding(1, "a page begins with Goal and ends with Further reading"))
        }
        return findings
    }

    /// The file and the command, and the picture that shows where in the whole the exercise is.
    private func beginning(of page: Page) -> [Finding] {
        let exercises = rubric.exercises.filter { $0.lesson == page.path }
        guard exercises.count == 1, let exercise = exercises.first else { return [] }
        let first = page.paragraphs(of: page.prose).dropFirst().first
        let wanted = ["`\(exercise.source ?? exercise.tests)`", "`./grade.sh \(exercise.id)`"]
        var findings = wanted.filter { first?.text.contains($0) != true }
            .map { page.finding(first?.number ?? 1, "the line below the title has no \($0)") }
        if exercise.source != nil, !page.prose.contains("](images/place-\(exercise.id).svg)") {
            findings.append(page.finding(1, "the picture images/place-\(exercise.id).svg is not shown"))
        }
        return findings
    }

    /// How long it takes to read, on the page and on the map.
    private func minutes(of page: Page) -> [Finding] {
        let beginning = page.prose.prefix(400)
        guard let match = beginning.firstMatch(of: /About (\d+) minutes/) else {
            return [page.finding(1, "it does not say “About 15 minutes.” below the title, or however many")]
        }
        let name = page.path.split(separator: "/").last ?? ""
        let row = pages.first { $0.path == "Lessons/README.md" }?.text.split(separator: "\n")
            .first { $0.hasPrefix("|") && $0.contains("(\(name))") }
        guard let row, let told = row.firstMatch(of: /\| (\d+) \|$/)?.1 else {
            return [page.finding(1, "the map has no line for it with its minutes")]
        }
        return told == match.1
            ? [] : [page.finding(1, "\(match.1) minutes here, and \(told) on the map")]
    }

    /// Back and Next lead to the neighbours on the map, and call them by number and title.
    private func neighbours(of page: Page) -> [Finding] {
        guard let index = order.firstIndex(of: page.path), let last = page.paragraphs(of: page.prose).last
        else {
            return [page.finding(1, "the map does not lead to it")]
        }
        let wanted = [("Back", index - 1), ("Next", index + 1)].compactMap { word, neighbour -> String? in
            guard order.indices.contains(neighbour) else { return nil }
            let name = order[neighbour].dropFirst("Lessons/".count)
            let title = self.page(order[neighbour])?.text.prefix { $0 != "\n" }.dropFirst(2) ?? "…"
            return "\(word): [\(name.prefix(2)) \(title)](\(name))"
        }
        .joined(separator: " · ")
        return last.text.singleSpaced.hasPrefix(wanted)
            ? [] : [page.finding(last.number, "the page does not end with “\(wanted)”")]
    }
}
