import Foundation

/// Everything a run of the grader found out.
struct Report: Sendable {
    let exercises: [ExerciseResult]
    /// What was handed in and took no part.
    var leftOut: [LeftOut] = []
    /// What the tests could use.
    var limits = Limits()
    /// What the tests were kept away from.
    var isolation = Isolation.none
    /// What the student's code printed in tests that students have.
    var output = ""
    /// What it printed in hidden tests, which may be what they passed to it.
    var hiddenOutput = ""
    /// When Gradescope shows students how many hidden tests passed.
    var hiddenTests = Visibility.visible

    var counted: [ExerciseResult] { exercises.filter(\.counts) }
    var score: Double { counted.map(\.score).reduce(0, +) }
    var maxScore: Int { counted.map(\.exercise.points).reduce(0, +) }

    /// The limits that tests ran into, each once.
    var limitsHit: [Limits.Kind] { exercises.flatMap(\.tests).compactMap(\.limit).uniqued() }

    /// Whether every counted point is there: asked of the tests, not of a sum of fractions.
    var isComplete: Bool { !counted.isEmpty && counted.allSatisfy { $0.status == .passed } }

    /// Rounds to one decimal, and never up to the full points while some are missing.
    static func format(_ score: Double, of maxScore: Int) -> String {
        let tenths = (score * 10).rounded()
        let isRoundedUpToFull = tenths >= Double(maxScore * 10) && score < Double(maxScore) - 1e-9
        let shown = isRoundedUpToFull ? Double(maxScore) - 0.1 : tenths / 10
        return shown == shown.rounded() ? "\(Int(shown))" : String(format: "%.1f", shown)
    }
}
