import Foundation

@testable import Grading

/// A rubric of one exercise, one capstone and one challenge.
let rubricJSON = """
    { "exercises": [
      { "id": "linear", "title": "Linear layer", "lesson": "Lessons/04-linear.md",
        "source": "Sources/Student/Linear.swift", "suite": "LinearTests", "points": 60,
        "challenge": false, "hints": ["First.", "Second.", "Third."] },
      { "id": "moons", "title": "Two moons", "lesson": "Lessons/17-moons.md", "suite": "MoonsTests",
        "points": 40, "challenge": false, "hints": ["One.", "Two.", "Three."] },
      { "id": "tanh", "title": "Tanh", "lesson": "Lessons/19-tanh.md",
        "source": "Sources/Student/Tanh.swift", "suite": "TanhTests", "points": 5,
        "challenge": true, "hints": ["A.", "B.", "C."] }
    ] }
    """

func rubric(_ json: String = rubricJSON) throws(GradingError) -> Rubric {
    try Rubric.parse(Data(json.utf8))
}

func test(_ function: String, in suite: String = "LinearTests", of module: String = "StudentTests")
    -> TestName
{
    TestName(module: module, suite: suite, function: function)
}

/// Results "a()", "b()", … of a suite with the given statuses.
func results(
    _ statuses: [TestStatus], in suite: String = "LinearTests", messages: [String] = []
) -> [TestResult] {
    zip("abcdefgh", statuses).map { letter, status in
        TestResult(
            test: test("\(letter)()", in: suite), displayName: "does \(letter)", status: status,
            messages: status == .passed ? [] : messages)
    }
}

/// A report without a run: results by exercise, and errors of files.
func report(
    _ exercises: [Exercise], _ results: [TestResult], errors: [SourceError] = [],
    countingChallenges: Bool = false
) -> Report {
    Report(
        exercises: Grader.results(
            of: exercises, results, errors: errors, countingChallenges: countingChallenges))
}

/// Makes a folder with these files, each with its content, and removes it afterwards.
@discardableResult
func withFiles<Result>(
    _ files: [String: String], _ body: (URL) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { folder in
        for (path, content) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            guard content.hasPrefix("#!") else {
                try Data(content.utf8).write(to: file)
                continue
            }
            // Written by another process: a program that is started elsewhere at this moment would hold a file of
            // ours open for a while, and a file that is open for writing cannot be run.
            let text = file.appendingPathExtension("text")
            try Data(content.utf8).write(to: text)
            _ = try await ChildProcess(
                executable: URL(filePath: "/usr/bin/install"),
                arguments: ["-m", "755", text.path, file.path],
                environment: [:], folder: folder
            ).run()
            try FileManager.default.removeItem(at: text)
        }
        return try await body(folder)
    }
}
