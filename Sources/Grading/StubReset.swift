import Foundation

/// Puts an exercise's stub back in the place of the student's file, of which a copy is kept.
struct StubReset {
    /// Where the copies are, from the package's root: hidden, compiled by nobody, wiped by no clean build.
    static let folder = ".kept"

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
        let copy = try keep(own, of: file, at: date)
        try stub.write(to: file, options: .atomic)
        return .replaced(source, copy: copy)
    }

    /// Writes a copy under a name that no other has.
    private func keep(_ text: Data, of file: URL, at date: Date) throws -> String {
        try FileManager.default.createDirectory(
            at: root.appending(path: Self.folder), withIntermediateDirectories: true)
        let time = Calendar(identifier: .gregorian)
            .dateComponents([.year, .month, .day, .hour, .minute], from: date)
        let day = [time.year, time.month, time.day].map { String(format: "%02d", $0 ?? 0) }
        let minute = String(format: "%02d%02d", time.hour ?? 0, time.minute ?? 0)
        let stem = file.deletingPathExtension().lastPathComponent
        let name = "\(Self.folder)/\(stem)-\((day + [minute]).joined(separator: "-"))"
        var copy = "\(name).swift"
        var number = 1
        while true {
            do {
                try text.write(to: root.appending(path: copy), options: .withoutOverwriting)
                return copy
            } catch let error as CocoaError where error.code == .fileWriteFileExists {
                number += 1
                copy = "\(name)-\(number).swift"
            }
        }
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
