import Testing

@testable import Grading

@Suite("Arguments")
struct CommandTests {
    @Test(
        "every way to ask is understood",
        arguments: [
            ([], .grade(exercises: [], solutions: false, format: .text)),
            (["linear", "relu"], .grade(exercises: ["linear", "relu"], solutions: false, format: .text)),
            (["--solutions", "linear"], .grade(exercises: ["linear"], solutions: true, format: .text)),
            (["--format", "json"], .grade(exercises: [], solutions: false, format: .json)),
            (["--format=text", "sgd"], .grade(exercises: ["sgd"], solutions: false, format: .text)),
            (["check"], .check), (["-h"], .help), (["check", "--help"], .help), (["--bogus", "-h"], .help),
        ] as [([String], Command)])
    func understood(arguments: [String], command: Command) throws {
        #expect(try Command(arguments) == command)
    }

    @Test(
        "what is not understood is named",
        arguments: [
            (["--bogus"], "there is no option --bogus."),
            (["-x"], "there is no option -x."),
            (["--format"], "--format wants text or json."),
            (["--format", "xml"], "--format wants text or json, not xml."),
            (["check", "--solutions"], "`check` stands alone: ./grade.sh check"),
            (["check", "linear"], "`check` stands alone: ./grade.sh check"),
        ])
    func refused(arguments: [String], problem: String) {
        #expect(throws: GradingError.usage(problem)) { try Command(arguments) }
    }
}
