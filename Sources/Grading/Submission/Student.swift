import Foundation

/// Whose code stands for the module `Student`.
enum Student: Equatable, Sendable {
    /// The package's own, in `Sources/Student`.
    case own
    /// The answers, in `Solutions/Reference`.
    case answers
    /// Somebody's work in a folder of theirs: nothing there is run or written to.
    case submission(URL)
    /// The answers with all of their variants in them: see `Schemata`.
    case variants

    /// The folder for the products of a build; each its own, or each build would undo the others.
    var scratch: String {
        switch self {
        case .own: ".build"
        case .answers: ".build-solutions"
        case .submission: ".build-submissions"
        case .variants: ".build-mutants"
        }
    }

    /// Whether it is somebody's work, one after the other in one place.
    var isSubmission: Bool {
        if case .submission = self { true } else { false }
    }

    /// The command that grades one exercise of this student.
    func command(_ exercise: Exercise) -> String {
        switch self {
        case .own: "./grade.sh \(exercise.id)"
        case .answers: "./grade.sh \(exercise.id) --solutions"
        case .variants: "./grade.sh mutants \(exercise.id)"
        case .submission(let folder): "./grade.sh submission \(folder.relativePath.printable) \(exercise.id)"
        }
    }

    /// Whose work it is, where a folder's name says it.
    var name: String? {
        guard case .submission(let folder) = self else { return nil }
        return folder.lastPathComponent
    }
}
