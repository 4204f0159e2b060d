import Foundation

/// Why a source file cannot be used, with the file named from the package's root.
struct SourceError: Hashable, Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        /// The compiler's own words.
        case compiler
        /// The file compiles, or might, and uses what a student's file may not use.
        case refused
        /// The file is not there, or cannot be read as text.
        case unreadable
    }

    /// A place in the file, both counted from 1.
    struct Position: Hashable, Sendable {
        let line: Int
        let column: Int
    }

    var kind = Kind.compiler
    let file: String
    /// Where in the file; nil when it is about the file as a whole.
    let position: Position?
    let message: String

    /// The file, with the position where there is one: "Sources/Student/Linear.swift:31:9".
    var place: String { position.map { "\(file):\($0.line):\($0.column)" } ?? file }

    /// "Sources/Student/Linear.swift:31:9: error: cannot find 'weigth' in scope".
    var description: String { "\(place): error: \(message)" }

    /// Whether the student's own file is at fault.
    var isStudents: Bool { file.hasPrefix("Sources/Student/") }

    /// The errors in a build's output, each once: SwiftPM tells the same one for every step that met it.
    static func all(in output: String, root: URL) -> [SourceError] {
        let roots = [root.path, root.resolvingSymlinksInPath().path].map { "\($0)/" }
        let lines = output.split(whereSeparator: \.isNewline).filter { $0.contains(": error: ") }
        return lines.compactMap { text in
            guard let match = text.wholeMatch(of: /(.+?):(\d+):(\d+): error: (.+)/),
                let line = Int(match.2), let column = Int(match.3)
            else { return nil }
            let path = match.1
            let prefix = roots.first { path.hasPrefix($0) } ?? ""
            return SourceError(
                file: String(path.dropFirst(prefix.count)), position: Position(line: line, column: column),
                message: String(match.4))
        }.uniqued()
    }
}
