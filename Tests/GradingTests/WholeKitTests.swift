#if !os(macOS)  // There, test programs are bundles, which a script cannot pretend to be.
    import Foundation
    import Testing

    @testable import Grading

    @Suite("Proof of a whole kit")
    struct WholeKitTests {
        @Test("a sound kit passes every check: 3 stubs, 3 answers, 1 test of its own, 12 files, 5 more")
        func sound() async throws {
            let steps = try await check(FakeKit())
            #expect(steps.flatMap(\.findings.failures) == [])
            #expect(steps.map(\.findings.passed) == [1, 1, 12, 0, 1, 3, 1, 1, 1, 3, 0])
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
                    "Solutions/WrongAnswers/Tanh.json",
                    "{\"correct\": [{\"name\": \"x\", \"edits\": [{\"original\": \"a\", \"replacement\": \"\"}]}]}",
                    "tanh, other correct answer “x”: the original “a” does not occur in the answer"
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
                try await failures(kit, of: "stubs: not started, or broken to mend") == [
                    "HiddenTests.OtherTests/x(): no exercise has the suite “OtherTests”, "
                        + "so this test counts for nobody",
                    "StudentTests.LinearTests/a(): passed, expected notStarted",
                    "StudentTests.TanhTests/t(): crashed, expected notStarted\n"
                        + "The program ended in the middle of this test (exit status 0).",
                ])
        }

        @Test("code to mend has to fail as it is handed out: not to pass, not to crash, not to be a stub")
        func toMend() async throws {
            var kit = FakeKit()
            let broken = "WhatsWrong/Tanh.swift"
            for folder in ["Sources/Student", "Tests/Stubs", "Solutions/Reference"] {
                kit.files["\(folder)/\(broken)"] = kit.files.removeValue(forKey: "\(folder)/Tanh.swift")
            }
            kit.files["Solutions/WrongAnswers/WhatsWrong/Tanh.json"] = "{}"
            kit.files["Lessons/rubric.json"] = rubricJSON.replacing(
                "Student/Tanh.swift", with: "Student/\(broken)")
            let tanh = "StudentTests.TanhTests/t()"
            var sound = EventStream()
            for test in ["StudentTests.LinearTests/a()", "StudentTests.MoonsTests/m()"] {
                sound.fail(test, "Caught error: a is still to be filled: Sources/A.swift:1")
            }
            let step = "stubs: not started, or broken to mend"
            for (status, failures) in [
                (TestStatus.failed, []),
                (.passed, ["\(tanh): passed, expected failed"]),
                (
                    .crashed,
                    [
                        "\(tanh): crashed, expected failed\n"
                            + "The program ended in the middle of this test (exit status 0)."
                    ]
                ),
            ] {
                var stream = sound
                switch status {
                case .failed: stream.fail(tanh, "Issue recorded", details: "One layer is never reached.")
                case .passed: stream.pass(tanh)
                default: stream.start(tanh)
                }
                kit.setStream(stream, of: .own)
                let steps = try await check(kit)
                #expect(steps.flatMap(\.findings.failures) == failures)
                #expect(steps.first { $0.name == step }?.findings.passed == 3 - failures.count)
            }
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
            stream.skip("StudentTests.TanhTests/t()")
            stream.skip("KitTests.KitTests/kit()")
            kit.setStream(stream, of: .answers)
            let steps = try await check(kit)
            #expect(steps[8].findings == .init(passed: 0, failures: [], skipped: 1))
            #expect(
                steps[9].findings.failures
                    == ["StudentTests.TanhTests/t(): skipped, expected passed\nThe test was skipped."])
        }

        @Test("when a build fails, its errors are told and the other build is still judged")
        func badBuild() async throws {
            var kit = FakeKit()
            kit.files["build"] = """
                [ "$SOLUTIONS" ] || [ "$STUDENT" = .build-mutants/staged/Student ] && exit 0
                echo "$PWD/Tests/T.swift:1:2: error: oh"; exit 1
                """
            let steps = try await check(kit)
            #expect(steps.map(\.findings.passed) == [1, 1, 12, 0, 0, 1, 1, 3, 0])
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
