/// The report for people: a line an exercise, the totals, and what is not as it has to be.
struct MutantTable {
    let report: MutantReport
    let style: TerminalStyle

    private static let columns = [
        "wrong", "caught", "named", "accepted", "attempts", "killed", "explained",
    ]

    /// The whole table.
    var text: String {
        let exercises = report.exercises
        var lines = [style.dim(line("exercise", Self.columns))]
        lines += exercises.map { line($0.exercise.id, cells([$0])) }
        if exercises.count > 1 { lines += ["", style.bold(line("all", cells(exercises)))] }
        let failures = report.findings.failures
        for failure in failures {
            let paragraph = failure.split(separator: "\n").map(String.init)
            lines += ["", "  " + style.red("✘") + " " + (paragraph.first ?? "")]
            lines += paragraph.dropFirst().map { "    \($0)" }
        }
        let uncompiled = exercises.map { $0.mutants.count - $0.built.count }.reduce(0, +)
        if uncompiled > 0 {
            let mutants = uncompiled == 1 ? "mutant does" : "mutants do"
            lines += ["", style.dim("  \(uncompiled) more \(mutants) not compile.")]
        }
        return lines.joined(separator: "\n")
    }

    private func cells(_ exercises: [ExerciseTrials]) -> [String] {
        func sum(_ value: (ExerciseTrials) -> Int) -> Int { exercises.map(value).reduce(0, +) }
        return [
            "\(sum(\.wrong.count))", "\(sum(\.caught))", "\(sum(\.named))",
            "\(sum(\.accepted))/\(sum(\.correct.count))",
            exercises.compactMap(\.bestAttempt).max().map { "\(Int((100 * $0).rounded(.up))) %" } ?? "–",
            "\(sum(\.killed))/\(sum(\.built.count))", "\(sum(\.explained.count))",
        ]
    }

    private func line(_ title: String, _ cells: [String]) -> String {
        let width = report.exercises.map(\.exercise.id.count).max().map { max($0, 8) } ?? 0
        let columns = zip(cells, Self.columns).map { cell, column in
            cell.padded(to: max(column.count, 7) + 1, alignedRight: true)
        }
        return "  \(title.padded(to: width))\(columns.joined())"
    }
}
