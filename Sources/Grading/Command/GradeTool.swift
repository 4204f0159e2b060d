public import Foundation

/// The `grade` program: reads the command, does it, prints, and says how the process is to end.
public struct GradeTool: Sendable {
    private let executable: URL
    let environment: [String: String]

    /// Makes the tool.
    ///
    /// - Parameters:
    ///   - executable: Where the program itself is: the package is around it.
    ///   - environment: The process's environment.
    public init(executable: URL, environment: [String: String]) {
        self.executable = executable
        self.environment = environment
    }

    /// Does what the arguments ask for.
    ///
    /// - Parameter arguments: The words after the program's name.
    /// - Returns: The exit status: 0 all points, 1 graded and points are missing, 2 could not grade.
    ///   130 interrupted.
    public func run(_ arguments: [String]) async -> Int32 {
        await withInterruption { await perform(arguments) }
    }

    private func perform(_ arguments: [String]) async -> Int32 {
        do {
            switch try Command(arguments) {
            case .help:
                write(Usage.text(forInstructors: isInstructors), to: .standardOutput)
                return 0
            case .check:
                return try await check()
            case .mutants(let exercises, let asJSON):
                return try await tryMutants(of: exercises, asJSON: asJSON)
            case .grade(let request):
                return try await grade(request)
            case .hint(let id, let all):
                return try hint(id, all: all)
            case .watch(let id):
                return try await watch(id)
            case .reset(let id):
                return try reset(id)
            case .gradeClass(let request):
                return try await gradeClass(request)
            case .merge(let folders, let results):
                return try merge(folders, into: results)
            case .handout(let folder):
                let handout = Handout(root: try instructorsRoot(), git: Git(environment: environment))
                return try await report("Writing the students' copy") { try await handout.write(to: folder) }
            case .gradescope(let file):
                let archive = AutograderArchive(
                    root: try instructorsRoot(), git: Git(environment: environment))
                return try await report("Making the archive") { try await archive.write(to: file) }
            }
        } catch is CancellationError {
            write("interrupted: nothing was graded", to: .standardError)
            return 130
        } catch {
            write("\(style(for: .standardError).red("error:")) \(error.explanation)", to: .standardError)
            return 2
        }
    }

    private func grade(_ request: Command.Request) async throws -> Int32 {
        let start = ContinuousClock.now
        if let output = request.output { try ReportFile(url: output).check() }
        let root = try packageRoot()
        let rubric = try Rubric.load(from: root)
        let exercises = try rubric.exercises(named: request.exercises)
        let workspace = Workspace(
            root: root, toolchain: try Toolchain(environment: environment), student: request.student)
        let grader = Grader(workspace: workspace, rubric: rubric, limits: request.limits, progress: progress)
        let report = try await grader.grade(exercises, countingChallenges: !request.exercises.isEmpty)
        let document = ReportDocument(
            report: report, student: request.student, name: request.student.name,
            seconds: (.now - start) / .seconds(1),
            style: request.output == nil ? style(for: .standardOutput) : TerminalStyle(isColoured: false),
            origin: Origin(environment))
        let text = try document.text(in: request.format)
        if let output = request.output {
            try ReportFile(url: output).write(text)
            if environment["GITHUB_ACTIONS"] == "true" {
                for line in GitHubAnnotations(report: report).lines { write(line, to: .standardOutput) }
            }
        } else {
            write(text, to: .standardOutput)
        }
        return report.isComplete ? 0 : 1
    }

    private func hint(_ id: String, all: Bool) throws -> Int32 {
        let root = try packageRoot()
        let exercise = try Rubric.load(from: root).exercise(named: id)
        let shelf = HintShelf(root: root)
        let hints = all ? try shelf.all(for: exercise) : try shelf.next(for: exercise)
        write(hints.text(style(for: .standardOutput)), to: .standardOutput)
        return 0
    }

    private func watch(_ id: String?) async throws -> Int32 {
        let root = try packageRoot()
        let rubric = try Rubric.load(from: root)
        let exercise = try id.map(rubric.exercise(named:))
        let workspace = Workspace(
            root: root, toolchain: try Toolchain(environment: environment), student: .own)
        let quiet = Progress(output: .nullDevice, isTerminal: false)
        let grader = Grader(workspace: workspace, rubric: rubric, limits: Limits(), progress: quiet)
        let watch = Watch(grader: grader, style: style(for: .standardOutput))
        return await watch.run(exercise, on: try RawTerminal(environment: environment))
    }

    private func reset(_ id: String) throws -> Int32 {
        let root = try packageRoot()
        let exercise = try Rubric.load(from: root).exercise(named: id)
        let outcome = try StubReset(root: root).reset(exercise)
        write(outcome.text(style(for: .standardOutput)), to: .standardOutput)
        return 0
    }

    var progress: Progress {
        Progress(output: .standardError, isTerminal: isTerminal(.standardError))
    }

    /// Writes a line at once, where `print` keeps it back for as long as nobody looks on.
    func write(_ line: String, to handle: FileHandle) {
        handle.write(Data(line.endingInNewline.utf8))
    }

    private func isTerminal(_ handle: FileHandle) -> Bool { isatty(handle.fileDescriptor) == 1 }

    func style(for handle: FileHandle) -> TerminalStyle {
        TerminalStyle(isColoured: isTerminal(handle) && (environment["NO_COLOR"] ?? "").isEmpty)
    }

    /// Whether the answers are here, as they are in the instructors' copy.
    private var isInstructors: Bool { (try? instructorsRoot()) != nil }

    /// The package, where it has the answers.
    func instructorsRoot() throws(GradingError) -> URL {
        let root = try packageRoot()
        guard FileManager.default.fileExists(atPath: root.appending(path: Exercise.answers).path) else {
            throw .noAnswers
        }
        return root
    }

    /// The nearest folder above the program that holds a package: the program is in its `.build`.
    private func packageRoot() throws(GradingError) -> URL {
        var folder = executable
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
                return folder
            }
        }
        throw .packageNotFound
    }
}
