import Foundation

/// The package on disk, and whose code stands there for `Student`.
struct Workspace: Sendable {
    let root: URL
    let toolchain: Toolchain
    let student: Student
    /// Where a class's submissions are built; nil where there is but one student.
    var lane: Lane?

    /// What came of a build.
    enum Build: Sendable {
        case tests(TestProgram)
        case failed([SourceError], output: String)
    }

    /// The products of a build.
    var scratch: URL { root.appending(path: student.scratch) }

    /// Where a build leaves the modules' interfaces.
    var modules: URL { scratch.appending(path: "debug/Modules") }

    /// Where files are put that are built in the place of `Sources/Student`.
    private var staged: String { "\(student.scratch)/staged/Student" }

    /// The package whose `Sources/Student` is graded.
    ///
    /// - Throws: `GradingError` when a submission has none of these files, or there is a choice.
    func studentsPackage(with files: some Collection<String>) throws(GradingError) -> URL {
        guard case .submission(let folder) = student else { return root }
        return try SubmissionFolder.find(in: folder, files: files)
    }

    /// Builds the suites that grade and what they need, and, if asked to, the kit's own suites.
    ///
    /// - Parameters:
    ///   - texts: The files to build `Student` from, by their paths from the package's root; those in
    ///     `Sources/Student` as they are when nil.
    ///   - withKitTests: Whether to build the kit's own suites too.
    ///   - seconds: How long it may take; as long as it takes when nil.
    /// - Returns: The tests, or the compiler's errors, in which staged files have the names that students know.
    /// - Throws: `GradingError.noAnswers` where they are wanted and not there; `GradingError.noTestBinary`.
    func build(from texts: [String: String]? = nil, withKitTests: Bool = false, seconds: Int? = nil)
        async throws -> Build
    {
        let answers = root.appending(path: Exercise.answers).path
        guard student != .answers || FileManager.default.fileExists(atPath: answers) else {
            throw GradingError.noAnswers
        }
        if let texts, let lane {
            return try await lane.build(texts, seconds: seconds) {
                try await buildWhole(texts, seconds: seconds)
            }
        }
        return try await buildWhole(texts, withKitTests: withKitTests, seconds: seconds)
    }

    private func buildWhole(
        _ texts: [String: String]?, withKitTests: Bool = false, seconds: Int?
    ) async throws -> Build {
        if let texts { try stage(texts) }
        var environment = ["STUDENT": texts == nil ? StudentFiles.folder : staged]
        if student == .answers { environment["SOLUTIONS"] = "1" }
        if student.isSubmission { environment["RESILIENT"] = "1" }
        if !withKitTests { environment["GRADING"] = "1" }
        // A cached manifest would not see that a target's folder has come or gone.
        let arguments = [
            "build", "--build-tests", "--manifest-cache", "none",
            "--package-path", root.path, "--scratch-path", scratch.path,
        ]
        // After a submission with another public interface the tests have to be compiled anew, and most of the
        // time is theirs.
        let seconds = student.isSubmission ? seconds.map { 10 * $0 } : seconds
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        let exit = try await toolchain.swift(arguments, in: root, environment: environment)
            .run { _ in end.map { $0 < .now } == true ? .time : nil }
        if exit.limit != nil {
            return .failed([], output: Self.stopped("after \(seconds ?? 0) seconds"))
        }
        if exit.isSuccess { return .tests(try testProgram()) }
        let output = exit.output + exit.errorOutput
        let errors = SourceError.all(in: output, root: root) + SourceError.crashes(in: output, root: root)
        return .failed(errors.map { $0.renamed(from: staged, to: StudentFiles.folder) }, output: output)
    }

    /// What is said of a compiler that took too much.
    static func stopped(_ reason: String) -> String {
        "the compiler was stopped \(reason): an expression too long for it?"
    }

    /// Puts these files, and no others, where `Student` can be built from them.
    ///
    /// A file that is as it has to be is left alone: it need not be compiled again.
    private func stage(_ texts: [String: String]) throws {
        let folder = root.appending(path: staged)
        let place = { (file: String) in String(file.dropFirst(StudentFiles.folder.count + 1)) }
        let wanted = Set(texts.keys.map(place))
        let manager = FileManager.default
        for path in manager.subpaths(atPath: folder.path) ?? [] where !wanted.contains(path) {
            let file = folder.appending(path: path)
            let isFolder = try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
            if isFolder != true { try manager.removeItem(at: file) }
        }
        for (name, text) in texts {
            let file = folder.appending(path: place(name))
            let data = Data(text.utf8)
            guard (try? Data(contentsOf: file)) != data else { continue }
            try manager.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file, options: .atomic)
        }
    }

    /// Whether it is these files that were put there last.
    func isStaged(_ texts: [String: String]) -> Bool {
        texts.allSatisfy { file, text in
            let place = root.appending(path: staged + file.dropFirst(StudentFiles.folder.count))
            return (try? Data(contentsOf: place)) == Data(text.utf8)
        }
    }

    /// The test program in the scratch folder.
    private func testProgram() throws -> TestProgram {
        let folder = scratch.appending(path: "debug")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard let name = names.first(where: { $0.hasSuffix("PackageTests.xctest") }) else {
            throw GradingError.noTestBinary(scratch.path)
        }
        return TestProgram(bundle: folder.appending(path: name), root: root, toolchain: toolchain)
    }
}

extension SourceError {
    /// The same error, with the folder of its file replaced.
    func renamed(from folder: String, to name: String) -> SourceError {
        guard file.hasPrefix("\(folder)/") else { return self }
        return SourceError(
            kind: kind, file: name + file.dropFirst(folder.count), position: position, message: message)
    }
}
