import Foundation

/// Puts an exercise's stub back in the place of the student's file, of which a copy is kept.
struct StubReset {
    let root: URL

    /// What was done.
    enum Outcome: Equatable {
        case wasStub(String)
        /// There was no file to keep a copy of.
        case broughtBack(String)
        case replaced(String, copy: String)
    }

    /// Puts the stub back.
    ///
    /// - Throws: `GradingError.nothingToReset` for a capstone, `GradingError.noStub`, or what writing throws;
    ///   the student's file is as it was then.
    func reset(_ exercise: Exercise, at date: Date = .now) throws -> Outcome {
        guard let source = exercise.source else { throw GradingError.nothingToReset(exercise) }
        guard let stub = try? Data(contentsOf: root.appending(path: Stubs.path(of: source))) else {
            throw GradingError.noStub(Stubs.path(of: source))
        }
        let file = root.appending(path: source)
        guard FileManager.default.fileExists(atPath: file.path) else {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try stub.write(to: file, options: .atomic)
            return .broughtBack(source)
        }
        let own = try Data(contentsOf: file)
        if own == stub { return .wasStub(source) }
        let copy = try KeptCopies(root: root).keep(own, of: file, at: date)
        try stub.write(to: file, options: .atomic)
        return .replaced(source, copy: copy)
    }
}

extension StubReset.Outcome {
    /// What was done, and how to have the own file back.
    func text(_ style: TerminalStyle) -> String {
        switch self {
        case .wasStub(let source):
            "  \(source) is the stub already: nothing was changed."
        case .broughtBack(let source):
            "  \(source) was missing. The stub is there now."
        case .replaced(let source, let copy):
            """
              \(source) is the stub again. Your file is kept as \(copy).
              To have it back: \(style.bold("cp \(copy) \(source)"))
            """
        }
    }
}
