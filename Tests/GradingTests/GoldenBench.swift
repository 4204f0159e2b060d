#if os(Linux)
    import Foundation

    @testable import Grading

    /// A copy of the small kit, on which one submission after the other is graded.
    struct GoldenBench: Sendable {
        /// Whether the machine has namespaces to give.
        let isIsolated: Bool
        private let folder: URL
        private let mark: String
        private var kit: URL { folder.appending(path: "kit") }
        /// A file of the user's, as far as the fixtures know.
        private var canary: URL { folder.appending(path: "canary") }

        /// Copies the kit, and builds it by grading the right answers.
        ///
        /// - Parameters:
        ///   - folder: A folder that is still to be made.
        ///   - mark: A number that the fixtures' processes get as an argument, by which they are found again.
        /// - Throws: What copying and building throw.
        init(in folder: URL, mark: String) async throws {
            let manager = FileManager.default
            self.folder = folder
            self.mark = mark
            try manager.createDirectory(
                at: folder.appending(path: "canary"), withIntermediateDirectories: true)
            try Data("secret".utf8).write(to: folder.appending(path: "canary/secret"))
            let kit = folder.appending(path: "kit")
            try manager.copyItem(at: GoldenFixture.root.appending(path: "Kit"), to: kit)
            let submission = folder.appending(path: "answers")
            try manager.createDirectory(
                at: submission.appending(path: "Sources"), withIntermediateDirectories: true)
            try manager.copyItem(
                at: kit.appending(path: "Solutions/Reference"),
                to: submission.appending(path: "Sources/Student"))
            isIsolated = try await Self.report(on: submission, kit: kit, limits: Limits()).isolation.processes
        }

        /// Grades a case.
        ///
        /// - Parameter each: The case.
        /// - Returns: The report, without what depends on the machine, and the files that are not as they were.
        /// - Throws: What the grader throws.
        func grade(_ each: GoldenCase) async throws -> (report: String, changes: [String]) {
            let submission = folder.appending(path: "submission")
            let words = ["THE-CANARY": canary.path, "THE-MARK": mark]
            try each.handIn(to: submission, words: words)
            defer { try? FileManager.default.removeItem(at: submission) }
            let before = try files()
            let report = try await Self.report(
                on: submission, kit: kit, limits: each.fixture.limits, isDoorOpen: each.isDoorOpen)
            let changes = try files().symmetricDifference(before).sorted()
            return (try Self.text(of: report), changes)
        }

        private static func report(
            on submission: URL, kit: URL, limits: Limits, isDoorOpen: Bool = false
        ) async throws -> Report {
            let rubric = try Rubric.load(from: kit)
            let toolchain = try Toolchain(environment: ProcessInfo.processInfo.environment)
            let grader = Grader(
                workspace: Workspace(root: kit, toolchain: toolchain, student: .submission(submission)),
                rubric: rubric, limits: limits, progress: Progress(output: .nullDevice, isTerminal: false),
                checksCode: !isDoorOpen)
            return try await grader.grade(rubric.exercises, countingChallenges: false)
        }

        /// The JSON report without `isolation` and `limits`, and with the beginning of a long `output`.
        private static func text(of report: Report) throws -> String {
            let json = try JSONSerialization.jsonObject(with: Data(JSONReport(report).text().utf8))
            var values = json as? [String: Any] ?? [:]
            values["isolation"] = nil
            values["limits"] = nil
            if let output = values["output"] as? String, output.utf8.count > 500 {
                values["output"] = "\(output.prefix(60))… (\(output.utf8.count) bytes)"
            }
            let data = try JSONSerialization.data(
                withJSONObject: values, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
            return String(decoding: data, as: UTF8.self) + "\n"
        }

        /// What is outside of the kit's build, with sizes and dates.
        private func files() throws -> Set<String> {
            let manager = FileManager.default
            let paths = try manager.subpathsOfDirectory(atPath: folder.path)
                .filter { $0 != "kit" && !$0.hasPrefix("kit/.build") && !$0.hasPrefix("kit/.swiftpm") }
            return Set(
                try paths.map { path in
                    let attributes = try manager.attributesOfItem(
                        atPath: folder.appending(path: path).path)
                    let date = (attributes[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate
                    return "\(path) \(attributes[.size] ?? 0) \(date ?? 0)"
                })
        }
    }
#endif
