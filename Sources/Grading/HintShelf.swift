import Foundation

/// Which hints a student has seen: one more each time, and none before it is asked for.
struct HintShelf {
    /// What is remembered, from the package's root: for each exercise's id the number of its hints seen.
    static let path = ".build/hints.json"

    let root: URL

    /// Hints for an exercise, to be shown now.
    struct Hints: Equatable {
        let exercise: Exercise
        /// Their places in the exercise's list; none when all have been seen.
        let shown: Range<Int>
    }

    /// The first hint that has not been seen; none after the last.
    func next(for exercise: Exercise) throws -> Hints {
        let seen = min(counts()[exercise.id] ?? 0, exercise.hints.count)
        return try show(seen..<min(seen + 1, exercise.hints.count), of: exercise)
    }

    /// All hints, which have been seen then.
    func all(for exercise: Exercise) throws -> Hints {
        try show(exercise.hints.indices, of: exercise)
    }

    private func show(_ hints: Range<Int>, of exercise: Exercise) throws -> Hints {
        var counts = counts()
        counts[exercise.id] = hints.upperBound
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try encoder.encode(counts).write(to: file, options: .atomic)
        return Hints(exercise: exercise, shown: hints)
    }

    private var file: URL { root.appending(path: Self.path) }

    /// What is remembered; nothing where the file is gone or cannot be read: no hint is lost by that.
    private func counts() -> [String: Int] {
        guard let data = try? Data(contentsOf: file),
            let counts = try? JSONDecoder().decode([String: Int].self, from: data)
        else { return [:] }
        return counts.mapValues { max(0, $0) }
    }
}

extension HintShelf.Hints {
    /// Whether there is none left to ask for.
    var isLast: Bool { shown.upperBound == exercise.hints.count }

    /// Each hint with its number above it, indented like the board, in lines of at most `width` characters.
    func lines(_ style: TerminalStyle, width: Int = 78) -> [String] {
        shown.flatMap { index in
            ["  " + style.bold("Hint \(index + 1) of \(exercise.hints.count): \(exercise.title)")]
                + exercise.hints[index].wrapped(to: width - 4).map { "    \($0)" } + [""]
        }
    }

    /// What `hint` prints: the hints, and how to go on.
    func text(_ style: TerminalStyle) -> String {
        let hint = "./grade.sh hint \(exercise.id)"
        let more =
            if shown.isEmpty {
                "  You have seen all \(exercise.hints.count) hints for \(exercise.title).\n"
                    + "  See them again  \(style.bold("\(hint) --all"))\n"
                    + "  The page        \(exercise.lesson)"
            } else if shown.count > 1 {
                "  The page  \(exercise.lesson)"
            } else if isLast {
                "  That was the last one. See all again: \(style.bold("\(hint) --all"))"
            } else {
                "  Still stuck? \(style.bold(hint))"
            }
        return (lines(style) + [more]).joined(separator: "\n")
    }
}
