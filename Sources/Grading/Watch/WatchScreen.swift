/// What `watch` draws, line by line, in a window of any size.
struct WatchScreen {
    let session: WatchSession
    /// The hints that were asked for last.
    var hints: HintShelf.Hints?
    /// Whether they stand above the report: a small window has no room for both.
    var hintsComeFirst = true
    /// How long the run has taken so far, in seconds; nil when none is under way.
    let seconds: Int?
    var style: TerminalStyle

    /// The lines: at most as many as there are rows, none wider than the window.
    func lines(in size: RawTerminal.Size) -> [String] {
        // The last column stays free: some terminals begin a new line there.
        let width = max(10, size.columns - 1)
        let fold = { (lines: [String]) in lines.flatMap { $0.folded(to: width) } }
        let bottom = fold(footer)
        let room = max(0, size.rows - bottom.count)
        let textWidth = min(78, width)
        let hints = hints?.lines(style, width: textWidth) ?? []
        let body = body(textWidth)
        var top = fold(header + (hintsComeFirst ? hints + body : body + [""] + hints))
        while top.last?.isEmpty == true { top.removeLast() }
        if top.count > room {
            let cut = top.count - max(0, room - 1)
            let rest = style.dim("  … \(cut) more lines: a taller window shows them")
            top = top.dropLast(cut) + rest.folded(to: width).prefix(1)
        }
        top += Array(repeating: "", count: max(0, room - top.count))
        return Array((top + bottom).suffix(size.rows))
    }

    private var header: [String] {
        var lines: [String] = []
        if let finished = session.finished {
            lines += ["  " + style.green("\(finished.title) is done."), ""]
        }
        if !hasResult {
            lines.append("  " + style.bold(session.current?.title ?? "All exercises"))
            lines += places
            if session.current == nil, session.finished == nil {
                lines.append("  All is built first: minutes the first time, seconds from then on.")
            }
            lines.append("")
        }
        return lines
    }

    /// What to open; above what a test says, which may be longer than the window.
    private var places: [String] {
        guard let exercise = session.current else { return [] }
        return [exercise.source.map { "  File    \($0)" }, "  Lesson  \(exercise.lesson)"].compactMap(\.self)
    }

    /// Whether there is something to read from an earlier run.
    private var hasResult: Bool { session.report != nil || session.problem != nil }

    private func body(_ width: Int) -> [String] {
        if let problem = session.problem {
            return ["  " + style.red("error:")]
                + problem.split(separator: "\n").map { "  " + String($0).printable }
        }
        guard let report = session.report else { return [] }
        let board = Scoreboard(report: report, student: .own, style: style)
        let next = NextStep(report: report, student: .own, style: style, isWatched: true, width: width)
        let notes = RunNotes(report: report, student: .own, style: style).lines
        let lines = report.counted.map(board.line)
        if session.isAllDone {
            // The board of a whole course may be longer than the window.
            return next.lines + ["  Want more? Press n for the challenges.", ""] + lines + [""] + notes
        }
        let way = report.isComplete ? ["  Done: press n for the next exercise."] : next.lines
        return lines + places + [""] + way + [""] + notes
    }

    private var footer: [String] {
        let state =
            if let seconds {
                style.yellow("grading… \(seconds) s") + (hasResult ? "   above: the result before" : "")
            } else {
                style.dim("waiting for a saved file")
            }
        let keys = [("h", "hint"), ("n", "next exercise"), ("q", "quit")]
            .map { style.bold($0) + " " + $1 }.joined(separator: "   ")
        return ["", "  " + state, "  " + keys]
    }
}

extension String {
    /// The line in pieces of at most `width` characters, broken between words and indented as the first is;
    /// colours take no room, and go on in the next piece.
    func folded(to width: Int) -> [String] {
        let spaces = prefix { $0 == " " }
        let indent = String(spaces.prefix(width / 2))
        var rest = dropFirst(spaces.count).matches(of: /\u{1B}\[[0-9]*m|./).map(\.output)[...]
        var pieces: [String] = []
        var colour = ""
        while !rest.isEmpty {
            var end = rest.startIndex
            var length = indent.count
            var space: Int?
            while end < rest.endIndex, length < width || rest[end].isColour {
                if rest[end] == " " { space = end }
                if !rest[end].isColour { length += 1 }
                end += 1
            }
            if end < rest.endIndex, rest[end] != " ", let space { end = space }
            pieces.append(indent + colour + rest[..<end].joined())
            if let last = rest[..<end].last(where: \.isColour) {
                colour = last == "\u{1B}[0m" ? "" : String(last)
            }
            rest = rest[end...].drop { $0 == " " }
        }
        return pieces.isEmpty ? [""] : pieces
    }
}

extension Substring {
    fileprivate var isColour: Bool { first == "\u{1B}" }
}
