import Foundation

/// What instructors alone can do.
extension GradeTool {
    /// Tries the tests on wrong answers and mutants.
    func tryMutants(of ids: [String], asJSON: Bool) async throws -> Int32 {
        let root = try instructorsRoot()
        let rubric = try Rubric.load(from: root)
        let study = MutantStudy(
            root: root, toolchain: try Toolchain(environment: environment), rubric: rubric, progress: progress
        )
        let report = try await study.report(on: try rubric.exercises(named: ids))
        let table = MutantTable(report: report, style: style(for: .standardOutput))
        write(asJSON ? try MutantJSON(report).text() : table.text, to: .standardOutput)
        return report.findings.failures.isEmpty ? 0 : 1
    }

    /// Grades a class, or what is left of it.
    func gradeClass(_ request: ClassRequest) async throws -> Int32 {
        let root = try instructorsRoot()
        let run = ClassRun(
            request: request, root: root, toolchain: try Toolchain(environment: environment),
            rubric: try Rubric.load(from: root), progress: progress)
        do {
            write(try await run.run().summary, to: .standardOutput)
            return 0
        } catch let interruption as ClassInterruption {
            write("\(interruption)", to: .standardError)
            return 130
        }
    }

    /// Joins the results of a class.
    func merge(_ folders: [URL], into results: URL) throws -> Int32 {
        let root = try instructorsRoot()
        let rubric = try Rubric.load(from: root)
        let (report, missing) = try ClassMerge(
            folders: folders, results: results, rubric: rubric, root: root
        ).run()
        write(report.summary, to: .standardOutput)
        for line in missing { write(line, to: .standardError) }
        return missing.isEmpty ? 0 : 1
    }

    /// Does what takes a while, and prints what was done.
    func report(_ name: String, _ work: () async throws -> [String]) async throws -> Int32 {
        write(try await progress.during(name, work).joined(separator: "\n"), to: .standardOutput)
        return 0
    }

    /// Proves the kit.
    func check() async throws -> Int32 {
        let check = KitCheck(root: try instructorsRoot(), toolchain: try Toolchain(environment: environment))
        let style = style(for: .standardOutput)
        var passed = 0
        var failed = 0
        let progress = progress
        try await progress.during("Checking") {
            await check.run { step in
                progress.clear()
                write(step.text(style), to: .standardOutput)
                passed += step.findings.passed
                failed += step.findings.failures.count
            }
        }
        write("\(passed) passed, \(failed) failed", to: .standardOutput)
        return failed == 0 ? 0 : 1
    }
}
