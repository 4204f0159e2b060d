#if !os(macOS)  // There, test programs are bundles, which a script cannot pretend to be.
    import Foundation
    import Testing

    @testable import Grading

    @Suite("Grader")
    struct GraderTests {
        @Test("the tests that are listed are run, and their records scored")
        func graded() async throws {
            var kit = FakeKit()
            var stream = EventStream()
            stream.pass("StudentTests.LinearTests/a()")
            stream.fail("StudentTests.MoonsTests/m()", "Expectation failed: x", details: "too low")
            kit.setStream(stream, of: .own)
            let report = try await grade(kit)
            #expect(report.exercises.map(\.status) == [.passed, .failed, .failed])
            #expect(report.exercises[1].tests[0].messages == ["too low"])
            #expect(report.exercises[2].tests[0].status == .missing)
            #expect(report.score == 60)
            #expect(report.maxScore == 100)
        }

        @Test("an exercise whose suite has no tests cannot be graded")
        func noTests() async throws {
            var kit = FakeKit()
            kit.tests = ["StudentTests.LinearTests/a()", "StudentTests.TanhTests/t()"]
            let error = await #expect(throws: GradingError.self) { try await grade(kit) }
            #expect(error?.description.hasPrefix("Tests/StudentTests/MoonsTests.swift: no test") == true)
        }

        @Test("a file that does not compile costs its exercise, and who needs it is told so")
        func sourceErrors() async throws {
            var kit = FakeKit()
            kit.files["Sources/Student/Linear.swift"] = "broken"
            kit.files["build"] = """
                grep -q broken "$STUDENT/Linear.swift" || exit 0
                echo "$PWD/$STUDENT/Linear.swift:1:2: error: oh"; exit 1
                """
            var stream = EventStream()
            stream.pass("StudentTests.LinearTests/a()")
            stream.fail(
                "StudentTests.MoonsTests/m()",
                "Caught error: Linear.forward is still to be filled: Sources/Student/Linear.swift:31")
            stream.pass("StudentTests.TanhTests/t()")
            kit.setStream(stream, of: .own)
            let report = try await grade(kit)
            #expect(report.exercises.map { $0.tests.map(\.status) } == [[.missing], [.failed], [.passed]])
            #expect(
                report.exercises.flatMap(\.tests).flatMap(\.messages) == [
                    "Sources/Student/Linear.swift:1:2: error: oh",
                    "needs Sources/Student/Linear.swift, which does not compile",
                ])
            #expect(report.exercises[0].errors.map(\.message) == ["oh"])
            #expect(report.score == 0)
            #expect(!report.isComplete)
        }

        @Test("the stubs say which tests there are; a test that a student's build lacks is missing")
        func expectedTests() async throws {
            var kit = FakeKit()
            kit.files["Sources/Student/Linear.swift"] = "sly"
            kit.files["build"] = """
                if grep -q sly "$STUDENT/Linear.swift"; then
                    sed -i.old 's/^for suite in .*/for suite in LinearTests; do/' .build/debug/FakePackageTests.xctest
                fi
                """
            let report = try await grade(kit)
            #expect(
                report.exercises.map { $0.tests.map(\.status) } == [[.notStarted], [.missing], [.missing]])
        }

        @Test("a submission is graded without its tests, its extra files, or a word on the kit's own")
        func submission() async throws {
            var kit = FakeKit()
            kit.files["hand-in/ada/Sources/Student/Linear.swift"] = "mine"
            kit.files["hand-in/ada/Sources/Student/Extra.swift"] = "more"
            kit.files["hand-in/ada/Tests/StudentTests/LinearTests.swift"] = "#expect(true)"
            kit.files["build"] = """
                [ "$STUDENT" = .build-submissions/staged/Student ] || exit 1
                grep -q mine "$STUDENT/Linear.swift" && touch "$PWD/built"
                exit 0
                """
            let report = try await kit.use { root, toolchain in
                let folder = root.appending(path: "hand-in")
                let report = try await grade(
                    Workspace(root: root, toolchain: toolchain, student: .submission(folder)))
                let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
                #expect(files.count == 8, "nothing is written there")
                #expect(FileManager.default.fileExists(atPath: root.appending(path: "built").path))
                return report
            }
            #expect(
                report.leftOut == [
                    LeftOut(file: "Sources/Student/Extra.swift", reason: "belongs to no exercise")
                ])
            #expect(
                report.exercises.map { $0.tests.map(\.status) } == [[.notStarted], [.notStarted], [.missing]])
            let missing = try #require(report.exercises[2].tests.first?.messages.first)
            #expect(missing.hasPrefix("Sources/Student/Tanh.swift is missing: "))
        }

        private func grade(_ kit: FakeKit) async throws -> Report {
            try await kit.use { root, toolchain in
                try await grade(Workspace(root: root, toolchain: toolchain, student: .own))
            }
        }

        private func grade(_ workspace: Workspace) async throws -> Report {
            let rubric = try rubric()
            return try await Grader(
                workspace: workspace, rubric: rubric, limits: Limits(),
                progress: Progress(output: .nullDevice, isTerminal: false)
            )
            .grade(rubric.exercises, countingChallenges: false)
        }
    }
#endif
