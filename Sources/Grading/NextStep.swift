/// What the board tells the student to do next: one exercise, one test, one file, one command.
struct NextStep {
    let report: Report
    let student: Student
    let style: TerminalStyle
    /// Whether the grader runs again by itself: there is no command to try, and the screen has told the places.
    var isWatched = false
    /// The most characters that a line of a message takes.
    var width = 78

    /// The lines to print, indented like the board.
    var lines: [String] {
        guard let result = report.counted.first(where: { $0.status != .passed }) else { return doneLines }
        if let error = result.errors.first { return lines(for: error, of: result) }
        guard let test = result.tests.first(where: { $0.status != .passed }) else { return [] }
        var lines = ["  " + style.bold("Next: \(result.exercise.title)")]
        if result.status == .failed { lines.append(culprit(test.displayName ?? test.test.function)) }
        for message in test.messages { lines += indented(message) }
        return lines + places(of: result.exercise)
    }

    /// The first three errors of a file that cannot be used.
    private func lines(for first: SourceError, of result: ExerciseResult) -> [String] {
        let goal =
            switch first.kind {
            case .compiler: "make \(first.file) compile"
            case .refused: "take out of \(first.file) what is refused"
            case .unreadable: "mend \(first.file)"
            case .missing: "bring back \(first.file)"
            }
        var lines = ["  " + style.bold("Next: \(goal)")]
        for error in result.errors.prefix(3) {
            lines.append(culprit(error.place))
            lines += indented(error.message)
        }
        if result.errors.count > 3 { lines += indented("and \(result.errors.count - 3) more") }
        return lines + places(of: result.exercise)
    }

    private func culprit(_ name: String) -> String { "  " + style.red("✘") + " " + name }

    private func indented(_ text: String) -> [String] {
        text.wrapped(to: width - 4).map { "    " + $0.printable }
    }

    private func places(of exercise: Exercise) -> [String] {
        guard !isWatched else { return [] }
        return [
            "", (student == .answers ? exercise.answer : exercise.source).map { "  File    \($0)" },
            "  Lesson  \(exercise.lesson)",
            "  Try     \(style.bold(student.command(exercise)))",
        ].compactMap(\.self)
    }

    private var doneLines: [String] {
        let challenge = report.exercises.first { $0.status != .passed }?.exercise
        let more = challenge.map { "  Want more? \($0.title): \($0.lesson), then ./grade.sh \($0.id)" }
        return ["  " + style.green("All points are yours."), more].compactMap(\.self)
    }
}
