#if !os(macOS)  // There, test programs are bundles, which a script cannot pretend to be.
    import Foundation
    import Testing

    @testable import Grading

    @Suite("Class run")
    struct ClassRunTests {
        @Test(
            "folders are graded as `submission` grades them, and what cannot be graded gets a row that says why"
        )
        func whole() async throws {
            try await FakeClass().use { lab in
                let rows = try await lab.run()
                #expect(rows.map(\.name) == ["ada", "ben", "empty", "mo\n<b>", "zip"])
                #expect(rows.map { $0.refusal == nil } == [true, true, false, true, false])
                #expect(rows.map(\.maxScore) == [100, 100, 100, 100, 100])
                #expect(rows[1].unusable == ["Sources/Student/Linear.swift"])
                #expect(rows[2].refusal?.hasPrefix("empty holds no exercise") == true)
                #expect(rows[4].refusal?.hasPrefix("zip.zip ") == true)
                let ada = lab.results.appending(path: "ada")
                let files = try FileManager.default.subpathsOfDirectory(atPath: ada.path).sorted()
                #expect(
                    files == [
                        "Sources", "Sources/Student", "Sources/Student/Linear.swift", "feedback.md",
                        "report.html",
                        "report.json", "submission.json",
                    ])
                #expect(lab.has("class.html") && lab.has("class.json") && lab.has("grades.csv"))
                let alone = try await lab.alone("ada")
                #expect(try lab.text("ada/report.json") == alone + "\n")
            }
        }

        @Test("nothing is graded twice; what has changed, and what is not done, is graded again")
        func again() async throws {
            try await FakeClass().use { lab in
                _ = try await lab.run()
                let before = try lab.everything()
                let count = try lab.builds()
                _ = try await lab.run()
                #expect(try lab.builds() == count + 1, "the kit alone")
                #expect(try lab.everything() == before)

                try lab.write("mine too", to: "submissions/ada/Sources/Student/Linear.swift")
                let rows = try await lab.run()
                #expect(try lab.builds() == count + 3)
                #expect(!(before["ada/submission.json"] ?? "").contains(rows[0].digest))
            }
        }

        @Test("after a run that was killed anywhere the next one leaves what an undisturbed one leaves")
        func killed() async throws {
            try await FakeClass().use { lab in
                _ = try await lab.run()
                let undisturbed = try lab.everything()
                let manager = FileManager.default
                let results = lab.results
                // Before the row was written, while it was, and while the first report was.
                try manager.removeItem(at: results.appending(path: "ada/submission.json"))
                try lab.write("{ \"name\" : \"be", to: "results/ben/submission.json")
                try manager.removeItem(at: results.appending(path: "_mo__b_~1e38b91e9a21012a"))
                try lab.write("half a rep", to: "results/ada/.report.json.new")
                try manager.removeItem(at: results.appending(path: "class.html"))
                let count = try lab.builds()
                _ = try await lab.run()
                #expect(try lab.builds() > count + 1)
                #expect(try lab.everything() == undisturbed)
            }
        }

        @Test("an interrupted run says how far it is, and goes on from there")
        func interrupted() async throws {
            try await FakeClass().use { lab in
                _ = try await lab.run()
                let undisturbed = try lab.everything()
                try FileManager.default.removeItem(at: lab.results)
                try lab.write("", to: "wait")
                let run = Task { try await lab.run() }
                // `ben` waits in its build for as long as the file is there; with one job, `ada` is done then.
                while !FileManager.default.fileExists(atPath: lab.root.appending(path: "waiting").path) {
                    try await Task.sleep(for: .milliseconds(5))
                }
                run.cancel()
                let interruption = await #expect(throws: ClassInterruption.self) { try await run.value }
                #expect(interruption?.done == 1)
                #expect(interruption?.total == 5)
                #expect(lab.has("ada/submission.json") && !lab.has("ben/submission.json"))
                try FileManager.default.removeItem(at: lab.root.appending(path: "wait"))
                _ = try await lab.run()
                #expect(try lab.everything() == undisturbed)
            }
        }

        @Test("two runs at a time do not write to one folder")
        func locked() async throws {
            try await FakeClass().use { lab in
                let lock = try ClassResults(lab.results).lock()
                await #expect(throws: GradingError.self) { try await lab.run() }
                withExtendedLifetime(lock) {}
            }
        }

        @Test("when the kit does not build, the run ends with that, and no submission is charged")
        func brokenKit() async throws {
            try await FakeClass().use { lab in
                try lab.write(
                    "echo \"$PWD/Tests/StudentTests/LinearTests.swift:1:1: error: oh\"; exit 1", to: "build")
                await #expect(throws: GradingError.self) { try await lab.run() }
                #expect(!lab.has("ada"))
            }
        }

        @Test("shards together are the class")
        func shards() async throws {
            try await FakeClass().use { lab in
                _ = try await lab.run()
                let whole = try lab.everything()
                let parts = (1...3).map { lab.root.appending(path: "shard-\($0)") }
                var count = 0
                for (index, part) in parts.enumerated() {
                    count += try await lab.run(Shard("\(index + 1)/3"), into: part).count
                }
                #expect(count == 5)
                try FileManager.default.removeItem(at: lab.results)
                let missing = try lab.merge(Array(parts.dropLast()))
                #expect(missing.first?.hasPrefix("shard 3/3 is missing: ") == true)
                #expect(try lab.merge(parts).isEmpty)
                #expect(try lab.everything() == whole)
            }
        }

        @Test("results that contradict each other are not joined")
        func contradiction() async throws {
            try await FakeClass().use { lab in
                _ = try await lab.run()
                let other = lab.root.appending(path: "other")
                try lab.write("not mine", to: "submissions/ada/Sources/Student/Linear.swift")
                _ = try await lab.run(into: other)
                let error = #expect(throws: GradingError.self) {
                    try lab.merge([lab.results, other], into: lab.root.appending(path: "joined"))
                }
                #expect(error?.description.contains("differ in what they say of “ada”") == true)
            }
        }
    }
#endif
