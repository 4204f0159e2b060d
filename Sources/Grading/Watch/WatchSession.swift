/// What `watch` is about: the exercise at hand, what was found out, and what comes next.
///
/// No terminal, no file and no clock is in it.
struct WatchSession {
    private let exercises: [Exercise]
    /// Whether an exercise that is done makes room for the next.
    private let goesOn: Bool
    /// The exercise at hand; none before the first run, and when all are done.
    private(set) var current: Exercise?
    /// The exercises that passed when they were last graded.
    private var done: Set<String> = []
    /// What the last run said of the exercise at hand.
    private(set) var report: Report?
    /// Why the last run came to nothing.
    private(set) var problem: String?
    /// The exercise that was just finished.
    private(set) var finished: Exercise?

    /// Begins with one exercise and stays there; with the first that is not done where none is given.
    init(rubric: Rubric, exercise: Exercise?) {
        exercises = rubric.exercises
        goesOn = exercise == nil
        current = exercise
    }

    /// What to grade: the exercise at hand, or the whole course.
    var toGrade: [Exercise] { current.map { [$0] } ?? exercises.filter { !$0.challenge } }

    /// Whether every exercise of the course was found done.
    var isAllDone: Bool { current == nil && report?.isComplete == true }

    private mutating func take(_ report: Report) -> Bool {
        problem = nil
        for result in report.exercises {
            if result.status == .passed {
                done.insert(result.exercise.id)
            } else {
                done.remove(result.exercise.id)
            }
        }
        guard let exercise = current else {
            self.report = report
            if let first = report.counted.first(where: { $0.status != .passed }) {
                current = first.exercise
                self.report = report.only(first)
            }
            return false
        }
        // Said once, with the first report of what came next.
        if self.report != nil { finished = nil }
        self.report = report
        guard goesOn, done.contains(exercise.id), !exercise.challenge else { return false }
        // With none left, all are graded once more: a change for one may have broken another.
        go(to: following(exercise) { !$0.challenge })
        finished = exercise
        return true
    }

    /// Takes in what a run found, or why it came to nothing.
    ///
    /// - Returns: Whether there is another exercise to grade now.
    mutating func take(_ result: Result<Report, any Error>) -> Bool {
        switch result {
        case .success(let report): return take(report)
        case .failure(let error):
            problem = error.explanation
            report = nil
            return false
        }
    }

    /// Goes to the next exercise that is not done, a challenge too.
    ///
    /// - Returns: Whether there is one.
    mutating func next() -> Bool {
        let next = current.map { following($0) { _ in true } } ?? exercises.first { !done.contains($0.id) }
        guard let next, next != current else { return false }
        go(to: next)
        return true
    }

    private mutating func go(to exercise: Exercise?) {
        current = exercise
        report = nil
        problem = nil
        finished = nil
    }

    /// The next one in the course, from the beginning again after the last.
    private func following(_ exercise: Exercise, where isMeant: (Exercise) -> Bool) -> Exercise? {
        let index = exercises.firstIndex(of: exercise) ?? 0
        let others = exercises[(index + 1)...] + exercises[..<index]
        return others.first { !done.contains($0.id) && isMeant($0) }
    }
}

extension Report {
    /// The same report, of one exercise alone.
    fileprivate func only(_ result: ExerciseResult) -> Report {
        Report(
            exercises: [result], leftOut: leftOut, limits: limits, isolation: isolation, output: output,
            hiddenOutput: hiddenOutput, hiddenTests: hiddenTests)
    }
}
