#if os(Linux)  // Elsewhere signals have other numbers, and a crash is told in other words.
    import Foundation
    import Testing

    @testable import Grading

    /// Real submissions, a real compiler, real processes: each has to get exactly its report.
    ///
    /// `GOLDEN=write` in the environment writes the reports anew; read what `git diff` says then.
    @Suite("Golden reports") struct GoldenReportTests {
        @Test("every submission gets its report, and leaves nothing behind")
        func reports() async throws {
            let cases = try GoldenCase.all()
            let mark = "9\(Int.random(in: 1_000_000..<9_999_999))"
            try await withTemporaryFolder { folder in
                // As many kits as it takes to use two cores; a kit is built once and changed from case to case.
                try await withThrowingTaskGroup { group in
                    for lane in 0..<2 {
                        group.addTask {
                            let bench = try await GoldenBench(
                                in: folder.appending(path: "lane-\(lane)"), mark: mark)
                            for index in stride(from: lane, to: cases.count, by: 2) {
                                try await check(cases[index], on: bench)
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(
                    try await processes(with: [folder.lastPathComponent, mark]) == [],
                    "A process outlived its run.")
            }
        }

        @Test("no two fixtures prove the same, and each report is there")
        func complete() throws {
            let cases = try GoldenCase.all()
            #expect(Set(cases.map(\.fixture.title)).count == Set(cases.map(\.name)).count)
            for each in cases {
                #expect(FileManager.default.fileExists(atPath: each.golden.path), "\(each.golden.path)")
            }
        }

        private func check(_ each: GoldenCase, on bench: GoldenBench) async throws {
            guard bench.isIsolated || each.fixture.isolated != true else { return }
            let (report, changes) = try await bench.grade(each)
            let title = "\(each.name)\(each.isDoorOpen ? ", door open" : ""): \(each.fixture.title)"
            #expect(changes == [], "\(title): a folder was written to")
            let hasScore = report.contains("\n  \"score\" : \(each.score)\n")
            #expect(hasScore, "\(title): it is worth \(each.score) points")
            if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
                try Data(report.utf8).write(to: each.golden)
            }
            let golden = (try? String(contentsOf: each.golden, encoding: .utf8)) ?? ""
            guard report != golden else { return }
            Issue.record("\(title):\n\(difference(between: golden, and: report))")
        }

        /// The lines that are in one of the texts only, as `diff` shows them.
        private func difference(between golden: String, and report: String) -> String {
            let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
            return lines(report).difference(from: lines(golden)).map { change in
                switch change {
                case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
                case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
                }
            }.joined(separator: "\n")
        }

        /// The processes that have one of these words in their arguments.
        private func processes(with words: [String]) async throws -> [String] {
            let list = ChildProcess(
                executable: URL(filePath: "/bin/ps"), arguments: ["-A", "-o", "args="], environment: [:],
                folder: URL(filePath: "/"))
            return try await list.run().output.split(separator: "\n").map(String.init)
                .filter { line in words.contains { line.contains($0) } }
        }
    }
#endif
