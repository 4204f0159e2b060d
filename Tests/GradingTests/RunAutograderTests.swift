#if os(Linux)  // As Gradescope's machines are.
    import Foundation
    import Testing

    @testable import Grading

    /// The script that Gradescope runs, in a folder with the layout of `/autograder` there and a grader that does as a
    /// test wants.
    @Suite("Gradescope: results.json, whatever happens")
    struct RunAutograderTests {
        private static let stopped = "Grading was stopped: it took more time or memory than it may."
        private static let staff = "This is not about your code. Please tell the staff"

        @Test("a whole report is handed on as it is", arguments: [0, 1])
        func whole(status: Int) async throws {
            let results = try await results(
                of: "echo '{\"score\": 7, \"tests\": []}' >\"$6\"; exit \(status)")
            #expect(results["score"] as? Int == 7)
            #expect(results["output"] == nil)
        }

        @Test("the grader is asked for what was handed in, in Gradescope's format")
        func arguments() async throws {
            let results = try await results(
                of: "printf '{\"score\": 1, \"output\": \"%s\"}' \"$1 ${2##*/} $3 $4 $5\" >\"$6\"")
            #expect(results["output"] as? String == "submission submission --format gradescope --output")
        }

        @Test(
            "whatever else the grader does, there is a report without points that says why",
            arguments: [
                ("exit 1", "The autograder left no report."),
                (": >\"$6\"; exit 0", "The autograder left no report."),
                ("kill -9 $$", stopped), ("sleep 60", stopped),
                ("trap '' INT; sleep 60 & wait; sleep 60", stopped),
                ("exit 2", "The autograder could not grade this. \(staff)"),
                (
                    "echo 'error: `swift` is not in PATH' >&2; exit 2",
                    "The autograder could not grade this. \(staff)"
                ),
                (
                    "echo 'error: the hidden number is 42' >&2; exit 2",
                    "The autograder could not grade this. \(staff)"
                ),
                ("echo '{\"score\": 7' >\"$6\"; exit 3", "The autograder could not grade this. \(staff)"),
                (
                    "echo 'error: submission holds no exercise: looked for files' >&2; exit 2",
                    "submission holds no exercise: looked for files"
                ),
                (
                    #"printf 'error: a\tb "c" \\d \033[1m holds no exercise: x\rß' >&2; exit 2"#,
                    #"a b "c" \d [1m holds no exercise: xß"#
                ),
            ])
        func failures(grader: String, beginning: String) async throws {
            let results = try await results(of: grader)
            #expect(results["score"] as? Int == 0)
            let output = try #require(results["output"] as? String)
            #expect(output.hasPrefix(beginning))
            #expect(!output.contains("42"))
        }

        @Test("a kit that is not there is no reason to leave no report")
        func noKit() async throws {
            let results = try await results(of: nil)
            #expect((results["output"] as? String)?.hasPrefix("The autograder could not grade this.") == true)
        }

        @Test("when the script itself is killed, the report is there already")
        func killed() async throws {
            try await withAutograder("sleep 60") { script, folder in
                let file = folder.appending(path: "results/results.json")
                let exit = try await script.run { _ in
                    FileManager.default.fileExists(atPath: file.path) ? .memory : nil
                }
                #expect(exit.limit == .memory)
                let results = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
                #expect(((results as? [String: Any])?["output"] as? String)?.hasPrefix(Self.stopped) == true)
            }
        }

        private func results(of grader: String?) async throws -> [String: Any] {
            try await withAutograder(grader) { script, folder in
                let exit = try await script.run()
                #expect(exit.isSuccess)
                let results = folder.appending(path: "results")
                #expect(allFiles(in: results) == ["results.json"])
                let data = try Data(contentsOf: results.appending(path: "results.json"))
                return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            }
        }

        private func withAutograder<Result>(
            _ grader: String?, _ body: (_ script: ChildProcess, _ folder: URL) async throws -> Result
        ) async throws -> Result {
            let script = try String(
                contentsOf: kitRoot.appending(path: "Solutions/Gradescope/run_autograder"), encoding: .utf8)
            var files = ["run_autograder": script, "submission/Sources/Student/Linear.swift": "stub"]
            files["source/kit/grade.sh"] = grader.map { "#!/bin/bash\n\($0)\n" }
            return try await withFiles(files) { folder in
                try await body(
                    ChildProcess(
                        executable: folder.appending(path: "run_autograder"), arguments: [],
                        environment: [
                            "PATH": "/usr/bin:/bin", "AUTOGRADER": folder.path, "AUTOGRADER_SECONDS": "2",
                            "AUTOGRADER_GRACE": "1",
                        ], folder: folder),
                    folder)
            }
        }
    }
#endif
