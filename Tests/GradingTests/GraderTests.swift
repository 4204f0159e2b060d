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
                    sed -i.old '/TanhTests/d; /MoonsTests/d' .build/debug/FakePackageTests.xctest
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
                [ "$STUDENT" = .build-submission/staged/Student ] || exit 1
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

    @Suite("Proof of a whole kit")
    struct WholeKitTests {
        @Test("a sound kit passes every check: 3 stubs, 3 answers, 1 test of its own, 12 files, 5 more")
        func sound() async throws {
            let steps = try await check(FakeKit())
            #expect(steps.flatMap(\.findings.failures) == [])
            #expect(steps.map(\.findings.passed) == [1, 1, 12, 1, 3, 1, 1, 1, 3])
        }

        @Test(
            "what is wrong in one file of the fake fails one check",
            arguments: [
                ("format", "echo 'A.swift:1:1: error: too long'; exit 1", "A.swift:1:1: error: too long\n"),
                ("Lessons/rubric.json", "{}", "Lessons/rubric.json: the key “exercises” is missing"),
                (
                    "Lessons/rubric.json", rubricJSON.replacing("\"points\": 40", with: "\"points\": 41"),
                    "Lessons/rubric.json: the points without the challenges add up to 101, not to 100"
                ),
                ("Tests/MoreTests/A.swift", "", "Tests/MoreTests: no test was found"),
                (
                    "Sources/Student/Extra.swift", "",
                    "Sources/Student/Extra.swift belongs to no exercise: name it in Lessons/rubric.json, "
                        + "or remove it"
                ),
                (
                    "symbolgraph",
                    "[ \"$3\" = Student ] && exit 1; " + (FakeKit().files["symbolgraph"] ?? ""),
                    "`swift symbolgraph-extract` failed: "
                ),
            ])
        func unsound(path: String, content: String, failure: String) async throws {
            var kit = FakeKit()
            kit.files[path] = content
            #expect(try await check(kit).flatMap(\.findings.failures) == [failure])
        }

        @Test("a stub whose test passes or crashes, and a test of no exercise, are failures")
        func badStubs() async throws {
            var kit = FakeKit()
            var stream = EventStream()
            stream.pass("StudentTests.LinearTests/a()")
            stream.fail(
                "StudentTests.MoonsTests/m()", "Caught error: a is still to be filled: Sources/A.swift:1")
            stream.start("StudentTests.TanhTests/t()")
            kit.setStream(stream, of: .own)
            kit.tests.append("HiddenTests.OtherTests/x()")
            #expect(
                try await failures(kit, of: "stubs: every test is not started") == [
                    "HiddenTests.OtherTests/x(): no exercise has the suite “OtherTests”, "
                        + "so this test counts for nobody",
                    "StudentTests.LinearTests/a(): passed, expected notStarted",
                    "StudentTests.TanhTests/t(): crashed, expected notStarted\n"
                        + "The program ended in the middle of this test (exit status 0).",
                ])
        }

        @Test("an answer that fails, a challenge's too, and a failing test of the kit are failures")
        func badAnswers() async throws {
            var kit = FakeKit()
            var stream = EventStream()
            stream.pass("StudentTests.LinearTests/a()")
            stream.pass("StudentTests.MoonsTests/m()")
            stream.fail("StudentTests.TanhTests/t()", "Expectation failed: x", details: "wrong")
            stream.fail("KitTests.KitTests/kit()", "Issue recorded", details: "oh")
            kit.setStream(stream, of: .answers)
            #expect(
                try await failures(kit, of: "answers: all points, challenges too")
                    == ["StudentTests.TanhTests/t(): failed, expected passed\nwrong"])
            #expect(
                try await failures(kit, of: "the kit's own suites")
                    == ["KitTests.KitTests/kit(): failed, expected passed\noh"])
        }

        @Test("the kit's own tests may be skipped, an exercise's may not")
        func skipped() async throws {
            var kit = FakeKit()
            var stream = EventStream()
            stream.pass("StudentTests.LinearTests/a()")
            stream.pass("StudentTests.MoonsTests/m()")
            stream.event("testSkipped", of: "StudentTests.TanhTests/t()")
            stream.event("testSkipped", of: "KitTests.KitTests/kit()")
            kit.setStream(stream, of: .answers)
            let steps = try await check(kit)
            #expect(steps[7].findings == .init(passed: 0, failures: [], skipped: 1))
            #expect(
                steps[8].findings.failures
                    == ["StudentTests.TanhTests/t(): skipped, expected passed\nThe test was skipped."])
        }

        @Test("when a build fails, its errors are told and the other build is still judged")
        func badBuild() async throws {
            var kit = FakeKit()
            kit.files["build"] =
                "[ \"$SOLUTIONS\" ] && exit 0; echo \"$PWD/Tests/T.swift:1:2: error: oh\"; exit 1"
            let steps = try await check(kit)
            #expect(steps.map(\.findings.passed) == [1, 1, 12, 0, 1, 1, 3])
            let failures = steps.flatMap(\.findings.failures)
            #expect(failures.count == 1)
            #expect(failures[0].contains("\nTests/T.swift:1:2: error: oh\n"))
        }

        private func check(_ kit: FakeKit) async throws -> [CheckStep] {
            try await kit.use { root, toolchain in
                var steps: [CheckStep] = []
                await KitCheck(root: root, toolchain: toolchain).run { steps.append($0) }
                return steps
            }
        }

        private func failures(_ kit: FakeKit, of step: String) async throws -> [String] {
            try #require(try await check(kit).first { $0.name == step }).findings.failures
        }
    }
#endif
