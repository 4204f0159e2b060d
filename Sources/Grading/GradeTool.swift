public import Foundation

/// The `grade` program: reads the command, does it, prints, and says how the process is to end.
public struct GradeTool: Sendable {
    private let executable: URL
    private let environment: [String: String]

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
    /// - Returns: The exit status: 0 all points, 1 graded and points are missing, 2 could not grade.
    public func run(_ arguments: [String]) async -> Int32 {
        do {
            switch try Command(arguments) {
            case .help:
                print(Command.usage)
                return 0
            case .check:
                return try await check()
            case .grade(let exercises, let solutions, let format):
                return try await grade(exercises, solutions: solutions, format: format)
            }
        } catch {
            let style = TerminalStyle(isColoured: isColoured(STDERR_FILENO))
            FileHandle.standardError.write(Data("\(style.red("error:")) \(error)\n".utf8))
            return 2
        }
    }

    private func grade(_ ids: [String], solutions: Bool, format: Command.Format) async throws -> Int32 {
        let root = try packageRoot()
        let exercises = try Rubric.load(from: root).exercises(named: ids)
        let toolchain = try Toolchain(environment: environment)
        let grader = Grader(
            workspace: Workspace(root: root, toolchain: toolchain, solutions: solutions), progress: progress)
        let report = try await grader.grade(exercises, countingChallenges: !ids.isEmpty)
        switch format {
        case .json: print(try JSONReport(report).text())
        case .text:
            print(Scoreboard(report: report, style: TerminalStyle(isColoured: isColoured(STDOUT_FILENO))).text)
        }
        return report.isComplete ? 0 : 1
    }

    private func check() async throws -> Int32 {
        let root = try packageRoot()
        let check = KitCheck(
            root: root, toolchain: try Toolchain(environment: environment), rubric: try Rubric.load(from: root))
        let style = TerminalStyle(isColoured: isColoured(STDOUT_FILENO))
        var passed = 0
        var failed = 0
        await check.run { step in
            print(step.text(style))
            passed += step.findings.passed
            failed += step.findings.failures.count
        }
        print("\(passed) passed, \(failed) failed")
        return failed == 0 ? 0 : 1
    }

    private var progress: Progress { Progress(isTerminal: isatty(STDERR_FILENO) == 1) }

    private func isColoured(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
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
