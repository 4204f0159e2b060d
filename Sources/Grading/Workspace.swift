import Foundation

/// The package on disk: the folder, and whether `Student` stands for the stubs or for the answers.
struct Workspace: Sendable {
    let root: URL
    let toolchain: Toolchain
    /// Builds the answers in place of the stubs.
    let solutions: Bool

    /// What came of a build.
    enum Build: Sendable {
        case tests(TestProgram)
        /// Only the student's own files are at fault; `tests` is the program of an earlier build, if any.
        case studentErrors([SourceError], earlier: TestProgram?)
    }

    /// The products of a build; the two kinds of student have a folder each, or each build would undo the other.
    var scratch: URL { root.appending(path: solutions ? ".build-solutions" : ".build") }

    /// Where a build leaves the modules' interfaces.
    var modules: URL { scratch.appending(path: "debug/Modules") }

    /// Builds the suites that grade and what they need, and, if asked to, the kit's own suites.
    ///
    /// - Throws: `GradingError.kitDoesNotBuild` when something else than the student's files is at fault;
    ///   `GradingError.noAnswers` where they are wanted and not there.
    func build(withKitTests: Bool = false) async throws -> Build {
        let answers = root.appending(path: "Solutions/Reference").path
        guard !solutions || FileManager.default.fileExists(atPath: answers) else {
            throw GradingError.noAnswers
        }
        var environment: [String: String] = [:]
        if solutions { environment["SOLUTIONS"] = "1" }
        if !withKitTests { environment["GRADING"] = "1" }
        // A cached manifest would not see that a target's folder has come or gone.
        let arguments = [
            "build", "--build-tests", "--manifest-cache", "none",
            "--package-path", root.path, "--scratch-path", scratch.path,
        ]
        let exit = try await toolchain.swift(arguments, in: root, environment: environment).run()
        if exit.isSuccess {
            guard let program = testProgram else { throw GradingError.noTestBinary(scratch.path) }
            return .tests(program)
        }
        let output = exit.output + exit.errorOutput
        let errors = SourceError.all(in: output, root: root)
        let students = errors.filter(\.isStudents)
        guard !students.isEmpty else {
            throw GradingError.kitDoesNotBuild(errors: errors, output: output)
        }
        return .studentErrors(students, earlier: testProgram)
    }

    /// The test program in the scratch folder.
    private var testProgram: TestProgram? {
        let folder = scratch.appending(path: "debug")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.first { $0.hasSuffix("PackageTests.xctest") }.map {
            TestProgram(bundle: folder.appending(path: $0), root: root, toolchain: toolchain)
        }
    }
}
