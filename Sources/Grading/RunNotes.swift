/// What a board tells of the run beside the score: files that took no part, what the code printed, and what
/// it could reach.
struct RunNotes {
    /// How many lines of the students' output are shown.
    private static let mostLines = 12

    let report: Report
    let student: Student
    let style: TerminalStyle

    /// The lines to print, indented like the board; an empty one after each note.
    var lines: [String] { [leftOut, printed, reachable].filter { !$0.isEmpty }.flatMap { $0 + [""] } }

    private var leftOut: [String] {
        guard !report.leftOut.isEmpty else { return [] }
        return [style.dim("  Left out")]
            + LeftOut.list(report.leftOut).map { style.dim("  \($0.file) \($0.reason)") }
    }

    /// What the code printed, behind a bar that it cannot leave.
    private var printed: [String] {
        let all = report.output.split(whereSeparator: \.isNewline)
        guard !all.isEmpty else { return [] }
        var lines = ["  Your code printed:"]
        for line in all.prefix(Self.mostLines) {
            let text = String(line.prefix(200)).printable
            lines.append(style.dim("  │ ") + (text.count > 74 ? text.prefix(73) + "…" : text))
        }
        if all.count > Self.mostLines {
            lines.append(style.dim("  │ ") + "… and \(all.count - Self.mostLines) lines more")
        }
        return lines
    }

    private var reachable: [String] {
        guard case .submission = student else { return [] }
        let isolation = report.isolation
        let reach = [
            (isolation.files, "your files"), (isolation.network, "the network"),
            (isolation.processes, "other processes"),
        ].filter { !$0.0 }.map(\.1)
        guard !reach.isEmpty else { return [] }
        return [
            "  " + style.yellow("Not isolated:") + " this code could reach \(reach.joined(separator: ", "))."
        ]
    }
}
