#if !os(macOS)  // There, test programs are bundles, which a script cannot pretend to be.
    import Foundation
    import Testing

    @testable import Grading

    /// A student's file that prints its arguments, and keeps them for a test whose message it may write.
    @Suite("Hidden tests and what code prints")
    struct HiddenOutputTests {
        @Test("hidden tests have a process of their own; what was printed there is instructors' alone")
        func separated() async throws {
            let report = try await grade()
            #expect(report.exercises[0].tests.map(\.test.module) == ["StudentTests", "HiddenTests"])
            #expect(report.exercises[0].tests.map(\.status) == [.passed, .passed])
            #expect(report.output == "[[1]]\n")
            #expect(report.hiddenOutput == "secret [[7.25]]\n")
            let document = ReportDocument(report: report, student: .own)
            for format in FeedbackTests.formats {
                #expect(!(try document.text(in: format)).contains("secret"), "\(format)")
            }
            #expect(try document.text(in: .json).contains("secret"))
            #expect(try document.text(in: .markdown).contains("[[1]]"))
        }

        @Test("a rubric's visibility of hidden tests goes into the report")
        func visibility() async throws {
            #expect(try await grade().hiddenTests == .visible)
            let json = rubricJSON.replacing(
                "{ \"exercises\"", with: "{ \"hiddenTests\": \"after_due_date\", \"exercises\"")
            #expect(try await grade(json).hiddenTests == .afterDueDate)
        }

        private func grade(_ json: String = rubricJSON) async throws -> Report {
            var kit = FakeKit()
            kit.tests.insert("HiddenTests.LinearTests/h()", at: 0)
            kit.files[".build/debug/FakePackageTests.xctest"] = program
            return try await kit.use { root, toolchain in
                let rubric = try rubric(json)
                return try await Grader(
                    workspace: Workspace(root: root, toolchain: toolchain, student: .own), rubric: rubric,
                    limits: Limits(), progress: Progress(output: .nullDevice, isTerminal: false)
                )
                .grade(rubric.exercises, countingChallenges: false)
            }
        }

        /// A test program that prints what its tests pass to the student's code: both, if it is to run both.
        private var program: String {
            var own = EventStream()
            for test in ["LinearTests/a()", "MoonsTests/m()", "TanhTests/t()"] {
                own.pass("StudentTests.\(test)")
            }
            var hidden = EventStream()
            hidden.pass("HiddenTests.LinearTests/h()")
            return """
                \(FakeKit.reading(hidden.declared + own.declared))
                case "$filters" in *HiddenTests*)
                    echo 'secret [[7.25]]'
                    cat >>"$stream" <<'STREAM'
                \(String(decoding: hidden.data, as: UTF8.self))STREAM
                esac
                case "$filters" in *StudentTests*)
                    echo '[[1]]'
                    cat >>"$stream" <<'STREAM'
                \(String(decoding: own.data, as: UTF8.self))STREAM
                esac
                """
        }
    }
#endif
