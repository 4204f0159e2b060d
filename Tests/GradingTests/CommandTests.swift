import Foundation
import Testing

@testable import Grading

@Suite("Arguments")
struct CommandTests {
    @Test(
        "every way to ask is understood",
        arguments: [
            ([], .grade(.init())),
            (["linear", "relu"], .grade(.init(exercises: ["linear", "relu"]))),
            (["--solutions", "linear"], .grade(.init(exercises: ["linear"], student: .answers))),
            (["--format", "json"], .grade(.init(format: .json))),
            (["--format=text", "sgd"], .grade(.init(exercises: ["sgd"]))),
            (["--timeout", "5"], .grade(.init(limits: Limits(secondsPerTest: 5)))),
            (["--memory=512", "sgd"], .grade(.init(exercises: ["sgd"], limits: Limits(memory: 512)))),
            (["submission", "/hw"], .grade(.init(student: .submission(URL(filePath: "/hw"))))),
            (
                ["--timeout=9", "submission", "/a=b", "sgd", "--format", "json"],
                .grade(
                    .init(
                        exercises: ["sgd"], student: .submission(URL(filePath: "/a=b")), format: .json,
                        limits: Limits(secondsPerTest: 9)))
            ),
            (["mutants"], .mutants([], .text)),
            (["mutants", "sgd", "--format", "json", "relu"], .mutants(["sgd", "relu"], .json)),
            (["hint", "sgd"], .hint("sgd", all: false)), (["hint", "--all", "sgd"], .hint("sgd", all: true)),
            (["watch"], .watch(nil)), (["watch", "sgd"], .watch("sgd")), (["reset", "sgd"], .reset("sgd")),
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
            (["--solutions=yes"], "there is no option --solutions=yes."),
            (["--timeout"], "--timeout wants a number from 1 to 3600."),
            (["--timeout", "0"], "--timeout wants a number from 1 to 3600, not 0."),
            (["--timeout=1e3"], "--timeout wants a number from 1 to 3600, not 1e3."),
            (["--memory", "64"], "--memory wants a number from 256 to 65536, not 64."),
            (["submission"], "`submission` wants a folder: ./grade.sh submission DIR"),
            (["submission", "hw", "--solutions"], "`submission` and --solutions do not go together."),
            (["mutants", "--solutions"], "`mutants` takes exercises and --format, and no other option."),
            (["--timeout=5", "mutants"], "`mutants` takes exercises and --format, and no other option."),
            (["check", "--solutions"], "`check` stands alone: ./grade.sh check"),
            (["check", "linear"], "`check` stands alone: ./grade.sh check"),
            (["hint"], "`hint` takes one exercise and no option but --all: ./grade.sh hint linear"),
            (
                ["hint", "sgd", "relu"],
                "`hint` takes one exercise and no option but --all: ./grade.sh hint linear"
            ),
            (["reset"], "`reset` takes one exercise and no option: ./grade.sh reset linear"),
            (
                ["reset", "sgd", "--solutions"],
                "`reset` takes one exercise and no option: ./grade.sh reset linear"
            ),
            (["watch", "sgd", "relu"], "`watch` takes one exercise and no option: ./grade.sh watch linear"),
            (["--timeout=5", "watch"], "`watch` takes one exercise and no option: ./grade.sh watch linear"),
            (["sgd", "--all"], "--all belongs to `hint`."),
            (["reset", "sgd", "--all"], "--all belongs to `hint`."),
        ])
    func refused(arguments: [String], problem: String) {
        #expect(throws: GradingError.usage(problem)) { try Command(arguments) }
    }
}
