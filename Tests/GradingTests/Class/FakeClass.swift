import Foundation

@testable import Grading

/// A class of five, and a kit whose builds are a shell script that counts them.
struct FakeClass {
    /// Where it is, and what is done with it.
    struct Lab: Sendable {
        let root: URL
        let toolchain: Toolchain

        var results: URL { root.appending(path: "results") }

        /// Grades the class, and gives its rows.
        func run(_ shard: Shard? = nil, into folder: URL? = nil) async throws -> [ClassRow] {
            let folder = folder ?? results
            let request = ClassRequest(
                submissions: root.appending(path: "submissions"), results: folder, jobs: 1, shard: shard)
            let run = ClassRun(
                request: request, root: root, toolchain: toolchain, rubric: try rubric(),
                progress: Progress(output: .nullDevice, isTerminal: false))
            _ = try await run.run()
            let rows = ["ada", "ben", "empty", "mo\n<b>", "zip"].filter { shard?.holds($0) ?? true }
            return rows.compactMap { ClassResults(at: folder).row(of: $0) }
        }

        /// Joins results, and says what is missing.
        func merge(_ folders: [URL], into folder: URL? = nil) throws -> [String] {
            try ClassMerge(folders: folders, results: folder ?? results, rubric: try rubric(), root: root)
                .run().missing
        }

        /// The report of a submission that is graded alone.
        func alone(_ name: String) async throws -> String {
            let folder = root.appending(path: "submissions/\(name)")
            let grader = Grader(
                workspace: Workspace(root: root, toolchain: toolchain, student: .submission(folder)),
                rubric: try rubric(), limits: Limits(),
                progress: Progress(output: .nullDevice, isTerminal: false))
            let report = try await grader.grade(try rubric().exercises, countingChallenges: false)
            return try JSONReport(report).text()
        }

        /// How often something was built.
        func builds() throws -> Int {
            try String(contentsOf: root.appending(path: "builds"), encoding: .utf8).count
        }

        func has(_ path: String) -> Bool {
            FileManager.default.fileExists(atPath: results.appending(path: path).path)
        }

        func text(_ path: String) throws -> String {
            try String(contentsOf: results.appending(path: path), encoding: .utf8)
        }

        func write(_ text: String, to path: String) throws {
            try Data(text.utf8).write(to: root.appending(path: path))
        }

        /// All files of the results, with the times taken out.
        func everything() throws -> [String: String] {
            let manager = FileManager.default
            var texts: [String: String] = [:]
            for path in try manager.subpathsOfDirectory(atPath: results.path) where path != ".lock" {
                guard let text = try? text(path) else { continue }
                texts[path] = text.replacing(/"seconds" : [0-9.e-]+/, with: "")
                    .replacing(/.*class="time".*\n/, with: "").replacing(/,[0-9.]+\r\n/, with: "\r\n")
            }
            return texts
        }
    }

    private var kit: FakeKit = {
        var kit = FakeKit()
        for (name, linear) in [("ada", "mine"), ("ben", "broken"), ("mo\n<b>", "stub")] {
            kit.files["submissions/\(name)/Sources/Student/Linear.swift"] = linear
            kit.files["submissions/\(name)/Sources/Student/Tanh.swift"] = "stub"
        }
        kit.files["submissions/empty/notes.txt"] = "nothing"
        kit.files["submissions/zip.zip"] = "no archive"
        kit.files["submissions/.hidden"] = ""
        kit.files["build"] = """
            printf . >>"$PWD/builds"
            if grep -q broken "$STUDENT/Linear.swift"; then
                if [ -e "$PWD/wait" ]; then
                    touch "$PWD/waiting"
                    while :; do sleep 0.01; done
                fi
                echo "$PWD/$STUDENT/Linear.swift:1:1: error: broken"
                exit 1
            fi
            exit 0
            """
        return kit
    }()

    /// Writes the class and its kit, and hands them over.
    func use<Result>(_ body: (Lab) async throws -> Result) async throws -> Result {
        try await kit.use { root, toolchain in try await body(Lab(root: root, toolchain: toolchain)) }
    }
}
