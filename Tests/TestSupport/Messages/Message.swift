import LinearAlgebra
import Testing

/// What a failing test tells a student: the finding, a sentence on it, and the numbers, in six lines at most.
struct Message {
    /// The exercise and function first, then what is wrong.
    let finding: String
    /// Why it is, or what helps to find out.
    var advice = ""
    /// The numbers to look at, where there is room.
    var table: MatrixTable?

    private static let mostLines = 6
    /// What the scoreboard leaves to a message on a terminal of 80 columns.
    private static let width = 74

    /// The lines of the message.
    var text: String {
        var lines = Self.wrapped(finding) + Self.wrapped(advice)
        if let table, lines.count + 2 <= Self.mostLines {
            lines += table.lines(Self.mostLines - lines.count)
        }
        return lines.prefix(Self.mostLines).joined(separator: "\n")
    }

    /// Records the message as an issue.
    func record(at sourceLocation: SourceLocation) {
        Issue.record(Comment(rawValue: text), sourceLocation: sourceLocation)
    }

    private static func wrapped(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.reduce(into: []) { lines, word in
            if let line = lines.last, line.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(line) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }
}
