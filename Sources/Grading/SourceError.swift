import Foundation

/// Why a source file cannot be used, with the file named from the package's root.
struct SourceError: Hashable, Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        /// The compiler's own words.
        case compiler
        /// The file compiles, or might, and uses what a student's file may not use.
        case refused
        /// The file is not there.
        case missing
        /// The file is there, and is no source file: empty, too large, a link.
        case unreadable

        /// What the board says of the exercise.
        var state: String {
            switch self {
            case .compiler: "does not compile"
            case .refused: "refused"
            case .missing: "missing"
            case .unreadable: "unusable"
            }
        }
    }

    /// A place in the file, both counted from 1.
    struct Position: Hashable, Sendable {
        let line: Int
        let column: Int
    }

    var kind = Kind.compiler
    let file: String
    /// Where in the file; nil when it is about the file as a whole.
    var position: Position?
    let message: String

    /// The file, with the position where there is one: "Sources/Student/Linear.swift:31:9".
    var place: String { position.map { "\(file):\($0.line):\($0.column)" } ?? file }

    /// "Sources/Student/Linear.swift:31:9: error: cannot find 'weigth' in scope", or
    /// "Sources/Student/Linear.swift is missing".
    var description: String {
        switch kind {
        case .compiler, .refused: "\(place): error: \(message)"
        case .missing, .unreadable: "\(file) \(message)"
        }
    }

    /// The errors in a build's output, each once: SwiftPM tells the same one for every step that met it.
    static func all(in output: String, root: URL) -> [SourceError] {
        let roots = roots(root)
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

    /// The places in sources at which the compiler itself crashed, as its stack dump tells them.
    static func crashes(in output: String, root: URL) -> [SourceError] {
        let frames = output.split(whereSeparator: \.isNewline).filter { line in
            // The arguments name every file there is.
            line.prefixMatch(of: /\d+\.\s/) != nil && !line.contains("Program arguments:")
        }
        return frames.compactMap { frame in
            let path = roots(root).lazy.compactMap { frame.range(of: $0) }.first
            guard let path,
                let match = frame[path.upperBound...].prefixMatch(of: /(.+?\.swift)(?::(\d+):(\d+))?/)
            else { return nil }
            let line = match.2.flatMap { Int($0) }
            let column = match.3.flatMap { Int($0) }
            let position = line.flatMap { line in column.map { Position(line: line, column: $0) } }
            return SourceError(
                file: String(match.1), position: position, message: "the compiler crashed at this")
        }.uniqued()
    }

    /// The folder as tools may write it, to be cut off from paths.
    private static func roots(_ root: URL) -> [String] {
        [root.path, root.resolvingSymlinksInPath().path].map { "\($0)/" }
    }
}
