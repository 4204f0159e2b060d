import Foundation

/// Grades the submissions of a class, several at a time, and goes on where an earlier run ended.
struct ClassRun: Sendable {
    let request: ClassRequest
    let root: URL
    let toolchain: Toolchain
    let rubric: Rubric
    let progress: Progress

    /// Grades what has not been graded yet, and writes the tables.
    ///
    /// - Returns: The class, for those who print a summary.
    /// - Throws: `GradingError`; `ClassInterruption` when interrupted: what is done stays.
    func run() async throws -> ClassReport {
        let exercises = try rubric.exercises(named: request.exercises)
        let input = try ClassInput(in: request.submissions)
        let results = try ClassResults(request.results)
        let lock = try results.lock()
        defer { withExtendedLifetime(lock) {} }
        let shard = request.shard ?? .all
        let kit = ClassDigest.kit(
            at: root, request: request, compiler: try await toolchain.version(in: root))
        try results.write(
            ClassRunRecord(
                kit: kit, shard: shard, names: input.submissions.map(\.name), leftOut: input.leftOut))
        let submissions = input.submissions.filter { shard.holds($0.name) }
        let count = ClassCount(of: submissions.count)
        do {
            try await RunFolder.with { folder in
                try await grade(
                    submissions, count, in: folder,
                    by: ClassGrader(
                        root: root, toolchain: toolchain, rubric: rubric, exercises: exercises,
                        request: request, kit: kit, results: results))
            }
        } catch is CancellationError {
            throw ClassInterruption(done: count.done, total: count.total)
        }
        let report = ClassReport(
            rows: submissions.compactMap { results.row(of: $0.name) }, rubric: rubric, root: root)
        try report.write(to: request.results)
        if !input.leftOut.isEmpty {
            progress.say(
                "Left out of \(request.submissions.relativePath.printable): "
                    + LeftOut.list(input.leftOut).map { "\($0.file) \($0.reason)" }.joined(separator: "; "))
        }
        return report
    }

    /// Grades submissions in as many lanes as there are jobs.
    private func grade(
        _ submissions: [ClassInput.Submission], _ count: ClassCount, in folder: URL, by grader: ClassGrader
    ) async throws {
        let stubs = try Stubs.load(for: rubric, from: root)
        let lanes = try await progress.during("Building the kit") { try await prepare(stubs, in: folder) }
        let queue = ClassQueue(submissions)
        try await progress.during(every: .seconds(30), count.text) {
            try await withThrowingTaskGroup { group in
                for lane in lanes {
                    group.addTask {
                        while let next = queue.next() {
                            try Task.checkCancellation()
                            count.add(try await grader.grade(next, in: lane, stubs: stubs))
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Builds what is the same for all.
    private func prepare(_ stubs: [String: String], in folder: URL) async throws -> [Lane] {
        let workspace = Workspace(root: root, toolchain: toolchain, student: .submission(request.submissions))
        let scratch = workspace.scratch
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        let turn = scratch.appending(path: "class.lock")
        let lock = try await FileLock.wait(for: turn)
        defer { withExtendedLifetime(lock) {} }
        // The list of tests is kept; what is built may be somebody's, from the last run.
        _ = try await ExpectedTests(workspace: workspace, stubs: stubs).list()
        let shared = folder.appending(path: "kit")
        try FileManager.default.createDirectory(at: shared, withIntermediateDirectories: true)
        let prepared = try await PreparedBuild.copy(of: workspace, stubs: stubs, to: shared)
        guard workspace.isStaged(stubs) else {
            throw GradingError.usage("a submission is being graded in this package: let that end first.")
        }
        if prepared == nil {
            progress.say("Each submission is built whole: this build system does not tell its commands.")
        }
        let jobs = request.jobs ?? ProcessInfo.processInfo.activeProcessorCount
        return (1...jobs).map {
            Lane(folder: folder.appending(path: "lane-\($0)"), prepared: prepared, turn: turn)
        }
    }
}
