import Foundation

/// Grades one submission of a class as `submission` does, and writes what came of it.
struct ClassGrader: Sendable {
    let root: URL
    let toolchain: Toolchain
    let rubric: Rubric
    let exercises: [Exercise]
    let request: ClassRequest
    /// The hash of the kit; see `ClassDigest`.
    let kit: String
    let results: ClassResults

    /// Grades a submission, unless that has been done.
    ///
    /// - Returns: Its row, and whether that was there.
    /// - Throws: `GradingError` where it is not the submission's fault; `CancellationError`.
    func grade(
        _ submission: ClassInput.Submission, in lane: Lane, stubs: [String: String]
    ) async throws -> (row: ClassRow, isKept: Bool) {
        let start = ContinuousClock.now
        return try await withTemporaryFolder { unpacked in
            do {
                let package = try await package(of: submission, unpacked: unpacked, stubs: stubs)
                let files = StudentFiles(in: package, stubs: stubs, checksCode: false)
                let digest = ClassDigest.submission(files, kit: kit)
                if let row = kept(submission, digest) { return (row, true) }
                let report = try await grader(of: package, in: lane)
                    .grade(exercises, countingChallenges: !request.exercises.isEmpty)
                let row = row(
                    of: submission, digest: digest, report, files.texts, stubs, seconds: seconds(since: start)
                )
                try write(row, report, files.texts.filter { $0.value != stubs[$0.key] })
                return (row, false)
            } catch let refusal as GradingError {
                guard let reason = refusal.reason(against: submission) else { throw refusal }
                let digest = ClassDigest.refusal(reason, kit: kit)
                if let row = kept(submission, digest) { return (row, true) }
                let row = row(of: submission, digest: digest, refusal: reason, seconds: seconds(since: start))
                try results.write(row, [:], texts: [:])
                return (row, false)
            }
        }
    }

    /// The row that is there already, where it is about the same files and the same kit.
    private func kept(_ submission: ClassInput.Submission, _ digest: String) -> ClassRow? {
        results.row(of: submission.name).flatMap { $0.digest == digest ? $0 : nil }
    }

    private func package(
        of submission: ClassInput.Submission, unpacked: URL, stubs: [String: String]
    ) async throws -> URL {
        guard submission.isArchive else {
            return try SubmissionFolder.find(in: submission.place, files: stubs.keys)
        }
        let archive = ClassArchive(file: submission.place, toolchain: toolchain)
        try await archive.unpack(into: unpacked, files: Set(stubs.keys))
        return try SubmissionFolder.find(in: unpacked, files: stubs.keys)
    }

    private func grader(of package: URL, in lane: Lane) -> Grader {
        Grader(
            workspace: Workspace(root: root, toolchain: toolchain, student: .submission(package), lane: lane),
            rubric: rubric, limits: request.limits,
            progress: Progress(output: .nullDevice, isTerminal: false))
    }

    /// Writes the documents that go with a row; students read them as about their own package.
    private func write(_ row: ClassRow, _ report: Report, _ texts: [String: String]) throws {
        let document = ReportDocument(report: report, student: .own, name: row.name)
        try results.write(
            row,
            [
                "report.json": try document.text(in: .json), "feedback.md": try document.text(in: .markdown),
                "report.html": try document.text(in: .html),
            ], texts: texts)
    }

    private func row(
        of submission: ClassInput.Submission, digest: String, _ report: Report, _ texts: [String: String],
        _ stubs: [String: String], seconds: Double
    ) -> ClassRow {
        ClassRow(
            name: submission.name, folder: ClassResults.folderName(for: submission.name), digest: digest,
            refusal: nil, score: report.score, maxScore: report.maxScore, seconds: seconds,
            exercises: report.exercises.map { result in
                ClassRow.Exercise(
                    id: result.exercise.id, status: result.status, score: result.score,
                    maxScore: result.exercise.points, passed: result.passed, tests: result.tests.count,
                    mistakes: ClassMistake.all(in: result))
            },
            limitsHit: report.limitsHit,
            unusable: report.exercises.flatMap(\.errors).map(\.file).uniqued(),
            fingerprints: Fingerprints(of: texts, stubs: stubs))
    }

    private func row(
        of submission: ClassInput.Submission, digest: String, refusal: String, seconds: Double
    ) -> ClassRow {
        let counted = exercises.filter { !request.exercises.isEmpty || !$0.challenge }
        return ClassRow(
            name: submission.name, folder: ClassResults.folderName(for: submission.name), digest: digest,
            refusal: refusal, score: 0, maxScore: counted.map(\.points).reduce(0, +), seconds: seconds,
            exercises: [], limitsHit: [], unusable: [], fingerprints: Fingerprints(of: [:], stubs: [:]))
    }

    private func seconds(since start: ContinuousClock.Instant) -> Double {
        (((.now - start) / .seconds(1)) * 10).rounded() / 10
    }
}

extension GradingError {
    /// Why this submission cannot be graded, without the places on this machine; nil where it is not its fault.
    fileprivate func reason(against submission: ClassInput.Submission) -> String? {
        let name = submission.place.lastPathComponent.printable
        return switch self {
        case .noFolder: GradingError.noFolder(name).description
        case .noSubmission: GradingError.noSubmission(name).description
        case .severalSubmissions(_, let names): GradingError.severalSubmissions(name, names).description
        case .archive(let problem): problem
        default: nil
        }
    }
}
