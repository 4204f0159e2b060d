import Foundation

/// Grades again whenever a student's file is saved, and draws what it finds until the user has enough.
struct Watch {
    let grader: Grader
    let style: TerminalStyle

    private var root: URL { grader.workspace.root }

    /// Watches until the user quits.
    ///
    /// - Returns: The exit status: 0, or 130 when interrupted.
    func run(_ exercise: Exercise?, on terminal: consuming RawTerminal) async -> Int32 {
        let events = WatchEvents()
        var run = WatchRun()
        let session = WatchSession(rubric: grader.rubric, exercise: exercise)
        let status = await loop(session, events, &run, &terminal)
        terminal.leave()
        await run.stop()
        events.cancel()
        return status
    }

    private func loop(
        _ start: WatchSession, _ events: WatchEvents, _ run: inout WatchRun,
        _ terminal: inout RawTerminal
    ) async -> Int32 {
        var session = start
        var hints: HintShelf.Hints?
        // What is newest stands first: the hints that were asked for, or what a run found since.
        var hintsComeFirst = false
        // Before the first look at the files there is nothing to compare with: they count as just saved.
        var saved: SavedFiles?
        var isAway = false
        for await event in events.stream {
            if isAway {
                guard case .resumed = event else { continue }
            }
            var isToGrade = false
            switch event {
            case .tick:
                let now = SavedFiles(in: root)
                isToGrade = saved != now
                saved = now
            case .ended(run: run.number, let result):
                run.end()
                // What was saved while it ran, and is not graded yet, makes the result an old one.
                let now = SavedFiles(in: root)
                isToGrade = saved == now ? session.take(result) : true
                saved = now
                hintsComeFirst = false
            case .key("h"), .key("H"):
                hints = session.current.flatMap(nextHints) ?? hints
                hintsComeFirst = true
            case .key("n"), .key("N"):
                isToGrade = session.next()
            case .key("q"), .key("Q"):
                return 0
            case .quit:
                return 130
            case .suspended:
                await run.stop()
                terminal.leave()
                isAway = true
                kill(getpid(), SIGSTOP)
                continue
            case .resumed:
                terminal.enter()
                isAway = false
                isToGrade = run.seconds == nil
            case .key, .resized, .ended:
                break
            }
            if hints?.exercise != session.current { hints = nil }
            if isToGrade { begin(&run, session.toGrade, events) }
            let screen = WatchScreen(
                session: session, hints: hints, hintsComeFirst: hintsComeFirst, seconds: run.seconds,
                style: style)
            let size = terminal.size()
            terminal.draw(screen.lines(in: size), in: size)
        }
        return 130
    }

    private func begin(_ run: inout WatchRun, _ exercises: [Exercise], _ events: WatchEvents) {
        let continuation = events.continuation
        run.begin { [grader] number in
            do {
                let report = try await grader.grade(exercises, countingChallenges: true)
                continuation.yield(.ended(run: number, .success(report)))
            } catch {
                continuation.yield(.ended(run: number, .failure(error)))
            }
        }
    }

    /// The next hint, or all of them again after the last.
    private func nextHints(for exercise: Exercise) -> HintShelf.Hints? {
        let shelf = HintShelf(root: root)
        guard let next = try? shelf.next(for: exercise) else { return nil }
        return next.shown.isEmpty ? try? shelf.all(for: exercise) : next
    }
}
