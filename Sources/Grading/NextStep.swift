/// What the board tells the student to do next: one exercise, one test, one file, one command.
struct NextStep {
    let report: Report
    let student: Student
    let style: TerminalStyle
    /// Whether the grader runs again by itself: there is no command to try, and the screen has told the places.
    var isWatched = false
    /// The most characters that a line of a message takes.
    var width = 78

    /// What there is to do, apart from how it is shown.
    struct Task {
        /// "Linear layer", or "make Sources/Student/Linear.swift compile".
        let title: String
        let problems: [Problem]
        /// How many more problems there are.
        var left = 0
        let exercise: Exercise
    }

    /// What is wrong: a test or a place in a file, and what it says.
    struct Problem: Equatable {
        /// Nil where a stub is still to be filled: its message says it all.
        var name: String?
        var messages: [String]
    }

    /// The first thing to do among what counts; nil when all is done.
    var task: Task? {
        guard let result = report.counted.first(where: { $0.status != .passed }) else { return nil }
        if let error = result.errors.first { return task(for: error, of: result) }
        let test = result.tests.first { $0.status != .passed }
        let name = result.status == .failed ? test.map { $0.displayName ?? $0.test.function } : nil
        return Task(
            title: result.exercise.title,
            problems: test.map { [Problem(name: name, messages: $0.messages)] } ?? [],
            exercise: result.exercise)
    }

    /// The first three errors of a file that cannot be used.
    private func task(for first: SourceError, of result: ExerciseResult) -> Task {
        let goal =
            switch first.kind {
            case .compiler: "make \(first.file) compile"
            case .refused: "take out of \(first.file) what is refused"
            case .unreadable: "mend \(first.file)"
            case .missing: "bring back \(first.file)"
            }
        return Task(
            title: goal,
            problems: result.errors.prefix(3).map { Problem(name: $0.place, messages: [$0.message]) },
            left: max(0, result.errors.count - 3), exercise: result.exercise)
    }

    /// The lines to print, indented like the board.
    var lines: [String] {
        guard let task else { return doneLines }
        var lines = ["  " + style.bold("Next: \(task.title)")]
        for problem in task.problems {
            if let name = problem.name { lines.append(culprit(name)) }
            lines += problem.messages.flatMap(indented)
        }
        if task.left > 0 { lines += indented("and \(task.left) more") }
        return lines + places(of: task.exercise)
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

    /// An exercise to go on with when all that counts is done.
    var challenge: Exercise? { report.exercises.first { $0.status != .passed }?.exercise }

    private var doneLines: [String] {
        let more = challenge.map { "  Want more? \($0.title): \($0.lesson), then ./grade.sh \($0.id)" }
        return ["  " + style.green("All points are yours."), more].compactMap(\.self)
    }
}
