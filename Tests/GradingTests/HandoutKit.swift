import Foundation

@testable import Grading

/// A small package to hand out, on disk: two exercises with files, and all that must not be handed out.
struct HandoutKit {
    static let answer = "return try outputGradient * (input .> 0) + matmul(input, weight.value)"

    /// The files, by path; change them before the kit is used.
    var files = [
        "Package.swift": "// the manifest", "grade.sh": "#!/bin/sh\nexit 0\n", "LICENSE": "MIT",
        ".gitignore": ".build/\n.build-*/\n.kept/\nTests/StudentTests/Playground.swift\n",
        "README.md": "for instructors", "CONTRIBUTING.md": "for maintainers", ".ci/run": "#!/bin/sh\n",
        ".vscode/launch.json": "{}", ".build/junk": "junk",
        "Lessons/rubric.json": rubricJSON, "Lessons/04-linear.md": "# Linear layer",
        "Sources/Student/Linear.swift": "// linear stub\n", "Sources/Student/Tanh.swift": "// tanh stub\n",
        "Tests/Stubs/Linear.swift": "// linear stub\n", "Tests/Stubs/Tanh.swift": "// tanh stub\n",
        "Sources/Grading/Grading.swift": "let grading = 1\n", "Sources/bench/main.swift": "print(1)\n",
        "Tests/StudentTests/LinearTests.swift": "// tests\n", "Tests/StudentTests/Playground.swift": "mine",
        "Tests/HiddenTests/LinearTests.swift": "// hidden\n", "Tests/GradingTests/ATests.swift": "// kit\n",
        "Solutions/Reference/Linear.swift": "func backward() {\n    \(HandoutKit.answer)\n}\n",
        "Solutions/Reference/Tanh.swift": "func forward() {\n    let y = try tanh(x) + 1 * x\n}\n",
        "Solutions/Student/Student.swift": "@_exported import Reference\n",
        "Solutions/WrongAnswers/Linear.json": "{}", "Solutions/README.md": "the guide",
        "Solutions/Handout/README.md": "for students",
        "Solutions/Handout/.github/workflows/grade.yml": "name: Grade\n",
        "Solutions/Gradescope/setup.sh": "#!/bin/sh\n", "Solutions/Gradescope/run_autograder": "#!/bin/sh\n",
    ]

    /// What students get of it.
    static let handedOut = [
        ".github/workflows/grade.yml", ".gitignore", ".vscode/launch.json", "LICENSE", "Lessons/04-linear.md",
        "Lessons/rubric.json", "Package.swift", "README.md", "Sources/Grading/Grading.swift",
        "Sources/Student/Linear.swift", "Sources/Student/Tanh.swift", "Tests/Stubs/Linear.swift",
        "Tests/Stubs/Tanh.swift", "Tests/StudentTests/LinearTests.swift", "grade.sh",
    ]

    static let git = Git(environment: ProcessInfo.processInfo.environment)

    /// Writes the kit into a folder, hands it out to another, and hands over that one.
    func handOut<Result>(_ body: (_ copy: Copy) async throws -> Result) async throws -> Result {
        try await withFiles(files) { root in
            try await withTemporaryFolder { folder in
                let copy = Copy(folder: folder.appending(path: "copy"), root: root)
                try await copy.handOut()
                return try await body(copy)
            }
        }
    }

    /// A student's copy, and the kit that it came from.
    struct Copy {
        let folder: URL
        let root: URL

        /// Hands the kit out, again or for the first time.
        @discardableResult
        func handOut() async throws -> [String] {
            try await Handout(root: root, git: HandoutKit.git).write(to: folder)
        }

        /// The files of the copy, all but the record.
        var files: [String] { allFiles(in: folder).filter { $0 != HandoutRecord.path } }

        func text(_ path: String) -> String? {
            try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
        }

        func write(_ text: String, to path: String) throws { try write(text, to: path, in: folder) }

        /// Changes the kit; nil removes a file.
        func change(_ path: String, to text: String?) throws {
            guard let text else { return try FileManager.default.removeItem(at: root.appending(path: path)) }
            try write(text, to: path, in: root)
        }

        private func write(_ text: String, to path: String, in folder: URL) throws {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }
}

/// The paths of all files and links in a folder, hidden ones too, sorted.
func allFiles(in folder: URL) -> [String] {
    (FileManager.default.subpaths(atPath: folder.path) ?? []).filter { path in
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: folder.appending(path: path).path)
        return attributes?[.type] as? FileAttributeType != .typeDirectory
    }.sorted()
}
