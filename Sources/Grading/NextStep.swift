/// What the board tells the student to do next: one exercise, one test, one file, one command.
struct NextStep {
    let report: Report
    let solutions: Bool
    let style: TerminalStyle

    /// The lines to print, indented like the board.
    var lines: [String] {
        if let error = report.sourceErrors.first { return compilerLines(error) }
        guard let result = report.counted.first(where: { $0.status != .passed }) else { return doneLines }
        guard let test = result.tests.first(where: { $0.status != .passed }) else { return [] }
        var lines = ["  " + style.bold("Next: \(result.exercise.title)")]
        if result.status == .failed { lines.append(culprit(test.displayName ?? test.test.function)) }
        for message in test.messages { lines += indented(message) }
        return lines + [""] + places(of: result.exercise)
    }

    private func compilerLines(_ first: SourceError) -> [String] {
        var lines = ["  " + style.bold("Next: make \(first.file) compile")]
        let errors = report.sourceErrors.filter { $0.file == first.file }
        for error in errors.prefix(3) {
            lines.append(culprit(error.place))
            lines += indented(error.message)
        }
        if errors.count > 3 { lines += indented("and \(errors.count - 3) more") }
        let exercise = report.exercises.map(\.exercise).first { $0.source == first.file }
        return lines + [""] + (exercise.map(places) ?? [])
    }

    private func culprit(_ name: String) -> String { "  " + style.red("✘") + " " + name }

    private func indented(_ text: String) -> [String] { text.wrapped(to: 74).map { "    " + $0 } }

    private func places(of exercise: Exercise) -> [String] {
        [
            (solutions ? exercise.answer : exercise.source).map { "  File    \($0)" },
            "  Lesson  \(exercise.lesson)",
            "  Try     \(style.bold("./grade.sh \(exercise.id)\(solutions ? " --solutions" : "")"))",
        ].compactMap(\.self)
    }

    private var doneLines: [String] {
        let challenge = report.exercises.first { $0.status != .passed }?.exercise
        let more = challenge.map { "  Want more? \($0.title): \($0.lesson), then ./grade.sh \($0.id)" }
        return ["  " + style.green("All points are yours."), more].compactMap(\.self)
    }
}
