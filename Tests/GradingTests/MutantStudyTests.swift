#if !os(macOS)  // There, test programs are bundles, which a script cannot pretend to be.
    import Foundation
    import Testing

    @testable import Grading

    @Suite("Study of wrong answers and mutants")
    struct MutantStudyTests {
        private static let answer = "func f() -> Int { 7 }\n"
        private static let tried = """
            { "wrong": [ { "name": "six", "edits": [{ "original": "7", "replacement": "6" }],
                           "fails": ["a()"], "says": ["six is too small"] },
                         { "name": "stale", "edits": [{ "original": "9", "replacement": "6" }] } ],
              "correct": [ { "name": "sum", "edits": [{ "original": "7", "replacement": "3 + 4" }] },
                           { "name": "slow", "edits": [{ "original": "7", "replacement": "sum()" }],
                             "allow": ["m()"] } ],
              "attempts": [ { "name": "zero", "edits": [{ "original": "7", "replacement": "0" }] } ] }
            """

        @Test("each variant is chosen by its number, runs its own tests, and is judged by what it is")
        func whole() async throws {
            let report = try await report(kit())
            let linear = try #require(report.exercises.first)
            #expect(report.exercises.map(\.exercise.id) == ["linear", "tanh"])
            #expect(linear.caught == 1)
            #expect(linear.named == 1)
            #expect(linear.accepted == 2)
            #expect(linear.bestAttempt == 0)
            let run = linear.correct.map { trial in trial.outcome.results.map(\.test.function) }
            #expect(run == [["a()", "m()"], ["a()"]])
            #expect(linear.mutants.count == linear.killed)
            #expect(linear.killed > 1)
            let failures = report.findings.failures
            #expect(
                failures == [
                    "linear, wrong answer “stale”: the original “9” does not occur in the answer",
                    "1 of 2 wrong answers are named, and 90 % is the least",
                ])
        }

        @Test(
            "a variant that does not compile is left out, told of with the compiler's words, and all else runs"
        )
        func uncompiled() async throws {
            var kit = kit()
            kit.files["build"] = """
                line=$(grep -n '^6$' "$STUDENT/Linear.swift" | head -n 1 | cut -d : -f 1)
                [ "$line" ] || exit 0
                echo "$PWD/$STUDENT/Linear.swift:$line:3: error: no six"
                exit 1
                """
            let failures = try await report(kit).findings.failures
            #expect(failures.contains("linear, wrong answer “six”: does not compile: no six"))
            #expect(failures.count == 3)
        }

        @Test("a test that a correct answer is too slow for is left out of its suite")
        func skipped() async throws {
            var kit = kit()
            kit.files[".build-mutants/debug/FakePackageTests.xctest"] = """
                #!/bin/sh
                case "$*" in *--list-tests*)
                    printf '%s\\n' 'StudentTests.LinearTests/a()' 'StudentTests.MoonsTests/m()' \\
                        'StudentTests.MoonsTests/n()' ;;
                *) echo "$*" >>"arguments-$ACTIVE_VARIANT" ;;
                esac
                """
            let arguments = try await kit.use { root, toolchain in
                _ = try await study(root, toolchain).report(on: [try rubric().exercises[0]])
                return try ["4", "5"].map {
                    try String(contentsOf: root.appending(path: "arguments-\($0)"), encoding: .utf8)
                }
            }
            let filter = #"--filter ^StudentTests\.MoonsTests(/|$)"#
            let skip = TestRun.skipping([test("m()", in: "MoonsTests")]).joined(separator: " ")
            #expect(arguments.allSatisfy { $0.contains(filter) })
            #expect(arguments.map { $0.contains(skip) } == [false, true])
        }

        @Test("an error that is no variant's ends it all")
        func brokenKit() async throws {
            var kit = kit()
            kit.files["build"] = "echo \"$PWD/$STUDENT/Linear.swift:1:1: error: oh\"; exit 1"
            await #expect(throws: GradingError.self) { try await report(kit) }
        }

        @Test("without a file of wrong answers, and with a capstone alone, there is an error that says so")
        func nothing() async throws {
            var kit = kit()
            let capstone = GradingError.wrongAnswers(
                "a capstone has no answer of its own to make mistakes in.")
            await #expect(throws: capstone) { try await report(kit, on: ["moons"]) }
            kit.files["Solutions/WrongAnswers/Tanh.json"] = nil
            await #expect(throws: GradingError.self) { try await report(kit) }
        }

        /// A kit whose tests fail with wrong answers, attempts and mutants, by the numbers of these.
        private func kit() -> FakeKit {
            var kit = FakeKit()
            kit.files["Solutions/Reference/Linear.swift"] = Self.answer
            kit.files["Solutions/WrongAnswers/Linear.json"] = Self.tried
            kit.setStream(Self.failing(kit.tests), ofVariantsBut: [4, 5])
            return kit
        }

        private static func failing(_ tests: [String]) -> EventStream {
            var stream = EventStream()
            for id in tests.dropLast() {
                stream.fail(id, "Expectation failed: x", details: "six is\n too small")
            }
            return stream
        }

        private func report(_ kit: FakeKit, on ids: [String] = []) async throws -> MutantReport {
            try await kit.use { root, toolchain in
                try await study(root, toolchain).report(on: try rubric().exercises(named: ids))
            }
        }

        private func study(_ root: URL, _ toolchain: Toolchain) throws -> MutantStudy {
            MutantStudy(
                root: root, toolchain: toolchain, rubric: try rubric(),
                progress: Progress(output: .nullDevice, isTerminal: false))
        }
    }
#endif
