import Foundation

/// An error as the compiler reports it, with its file named from the package's root.
struct CompilerError: Hashable, Sendable, CustomStringConvertible {
    let file: String
    let line: Int
    let column: Int
    let message: String

    /// "Sources/Student/Linear.swift:31:9: error: cannot find 'weigth' in scope".
    var description: String { "\(file):\(line):\(column): error: \(message)" }

    /// Whether the student's own file is at fault.
    var isStudents: Bool { file.hasPrefix("Sources/Student/") }

    /// The errors in a build's output, each once: SwiftPM tells the same one for every step that met it.
    static func all(in output: String, root: URL) -> [CompilerError] {
        let roots = [root.path, root.resolvingSymlinksInPath().path].map { "\($0)/" }
        let lines = output.split(whereSeparator: \.isNewline).filter { $0.contains(": error: ") }
        return lines.compactMap { text in
            guard let match = text.wholeMatch(of: /(.+?):(\d+):(\d+): error: (.+)/),
                let line = Int(match.2), let column = Int(match.3)
            else { return nil }
            let path = match.1
            let prefix = roots.first { path.hasPrefix($0) } ?? ""
            return CompilerError(
                file: String(path.dropFirst(prefix.count)), line: line, column: column,
                message: String(match.4))
        }.uniqued()
    }
}
