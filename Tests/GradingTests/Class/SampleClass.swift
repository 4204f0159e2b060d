import Foundation

@testable import Grading

/// A class that was made up, on the exercises of `rubricJSON`.
enum SampleClass {
    /// What is known of a submission.
    static func row(
        _ name: String, folder: String? = nil, score: Double = 60, refusal: String? = nil,
        seconds: Double = 1,
        unusable: [String] = [], limitsHit: [Limits.Kind] = [], exercises: [ClassRow.Exercise] = [],
        fingerprints: Fingerprints = Fingerprints(of: [:], stubs: [:])
    ) -> ClassRow {
        ClassRow(
            name: name, folder: folder ?? "f-\(name.utf8.map { String($0, radix: 16) }.joined())",
            digest: "d",
            refusal: refusal, score: refusal == nil ? score : 0, maxScore: 100, seconds: seconds,
            exercises: exercises, limitsHit: limitsHit, unusable: unusable, fingerprints: fingerprints)
    }

    /// What came of an exercise in which these mistakes were made.
    static func exercise(
        _ id: String = "linear", _ status: ExerciseResult.Status = .failed, mistakes: [ClassMistake] = []
    ) -> ClassRow.Exercise {
        ClassRow.Exercise(
            id: id, status: status, score: status == .passed ? 60 : 20, maxScore: 60,
            passed: status == .passed ? 3 : 1, tests: 3, mistakes: mistakes)
    }

    /// Writes the tables of these rows, and reads them.
    static func tables(
        of rows: [ClassRow], files: [String: String] = [:],
        _ body: (_ page: String, _ csv: String, _ json: String) async throws -> Void
    ) async throws {
        let lesson =
            "# Linear\n\n- <a id=\"averaged\"></a>**It is averaged:\n  do not.** More.\n\n## Common mistakes\n"
        var kit = files
        kit["Lessons/04-linear.md"] = lesson
        kit["Tests/Stubs/Linear.swift"] = SampleCode.stub
        kit["Tests/Stubs/Tanh.swift"] = ""
        try await withFiles(kit) { folder in
            try ClassReport(rows: rows, rubric: try rubric(), root: folder).write(to: folder)
            let text = { (name: String) in
                try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            }
            try await body(text("class.html"), text("grades.csv"), text("class.json"))
        }
    }
}
