import Testing

@testable import Grading

@Suite("Watch: one run at a time")
struct WatchRunTests {
    @Test(
        "nobody waits for a run that is given up, and none begins before it has ended",
        .timeLimit(.minutes(1)))
    func givenUp() async {
        let (log, entries) = AsyncStream.makeStream(of: String.self)
        let (opening, opened) = AsyncStream.makeStream(of: Never.self)
        // A task of its own, which is not cancelled with the run: as slow to end as a compiler.
        let gate = Task { for await _ in opening {} }
        var run = WatchRun()
        run.begin { number in
            entries.yield("\(number) began")
            await gate.value
            entries.yield("\(number) ended, \(Task.isCancelled ? "given up" : "whole")")
        }
        var entry = log.makeAsyncIterator()
        #expect(await entry.next() == "1 began")
        run.begin { number in entries.yield("\(number) began") }
        run.begin { number in entries.yield("\(number) began") }
        #expect(run.seconds != nil)
        opened.finish()
        #expect(await entry.next() == "1 ended, given up")
        #expect(await entry.next() == "3 began")
        #expect(run.number == 3)
    }

    @Test("to stop is to wait until the run has ended", .timeLimit(.minutes(1)))
    func stopped() async {
        let (log, entries) = AsyncStream.makeStream(of: Bool.self)
        var run = WatchRun()
        run.begin { _ in
            try? await Task.sleep(for: .seconds(600))
            entries.yield(Task.isCancelled)
        }
        await run.stop()
        entries.finish()
        // Nothing, where the run was stopped before it began.
        #expect(await log.allSatisfy { $0 })
        #expect(run.seconds == nil)
        #expect(run.number == 2)
    }
}
