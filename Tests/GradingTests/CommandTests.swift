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
            (["mutants"], .mutants([], asJSON: false)),
            (["mutants", "sgd", "--format", "json", "relu"], .mutants(["sgd", "relu"], asJSON: true)),
            (["hint", "sgd"], .hint("sgd", all: false)), (["hint", "--all", "sgd"], .hint("sgd", all: true)),
            (["watch"], .watch(nil)), (["watch", "sgd"], .watch("sgd")), (["reset", "sgd"], .reset("sgd")),
            (
                ["class", "/in", "--out", "/out"],
                .gradeClass(.init(submissions: URL(filePath: "/in"), results: URL(filePath: "/out")))
            ),
            (
                ["class", "--jobs=3", "/in", "sgd", "--shard", "3/10", "--out=/out", "--timeout", "9"],
                .gradeClass(
                    .init(
                        submissions: URL(filePath: "/in"), results: URL(filePath: "/out"), jobs: 3,
                        shard: Shard("3/10"), exercises: ["sgd"], limits: Limits(secondsPerTest: 9)))
            ),
            (
                ["merge", "/a", "/b", "--out", "/c"],
                .merge([URL(filePath: "/a"), URL(filePath: "/b")], into: URL(filePath: "/c"))
            ),
            (["handout", "/d"], .handout(URL(filePath: "/d"))),
            (["gradescope", "/d.zip"], .gradescope(URL(filePath: "/d.zip"))),
            (
                ["--output", "/r.xml", "--format=junit"],
                .grade(.init(format: .junit, output: URL(filePath: "/r.xml")))
            ),
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
            (["--format"], "--format wants a value."), (["--output="], "--output wants a value."),
            (
                ["--format", "xml"],
                "--format wants text, json, junit, gradescope, classroom50, exercism, markdown, html or csv, not xml."
            ),
            (["mutants", "--format", "csv"], "--format wants text or json, not csv."),
            (["--solutions=yes"], "there is no option --solutions=yes."),
            (["--timeout"], "--timeout wants a value."),
            (["--timeout", "0"], "--timeout wants a number from 1 to 3600, not 0."),
            (["--timeout=1e3"], "--timeout wants a number from 1 to 3600, not 1e3."),
            (["--memory", "64"], "--memory wants a number from 256 to 65536, not 64."),
            (["submission"], "`submission` wants a folder: ./grade.sh submission DIR"),
            (["submission", "hw", "--solutions"], "`submission` does not take --solutions."),
            (["mutants", "--solutions"], "`mutants` does not take --solutions."),
            (["--timeout=5", "mutants"], "`mutants` does not take --timeout."),
            (["check", "--solutions"], "`check` does not take --solutions."),
            (["check", "linear"], "`check` stands alone: ./grade.sh check"),
            (["hint"], "`hint` takes one exercise: ./grade.sh hint linear"),
            (["hint", "sgd", "relu"], "`hint` takes one exercise: ./grade.sh hint linear"),
            (["reset"], "`reset` takes one exercise: ./grade.sh reset linear"),
            (["reset", "sgd", "--solutions"], "`reset` does not take --solutions."),
            (["watch", "sgd", "relu"], "`watch` takes one exercise: ./grade.sh watch linear"),
            (["--timeout=5", "watch"], "`watch` does not take --timeout."),
            (["sgd", "--all"], "./grade.sh does not take --all."),
            (["reset", "sgd", "--all"], "`reset` does not take --all."),
            (
                ["class", "in"],
                "`class` wants a folder and --out: ./grade.sh class SUBMISSIONS --out RESULTS"
            ),
            (["class", "in", "--out", "o", "--shard", "4/3"], "--shard wants a part such as 3/10, not 4/3."),
            (["class", "in", "--out", "o", "--jobs", "0"], "--jobs wants a number from 1 to 256, not 0."),
            (["merge", "a"], "`merge` wants folders and --out: ./grade.sh merge RESULTS… --out RESULTS"),
            (["handout"], "`handout` wants a folder: ./grade.sh handout DIR"),
            (["gradescope"], "`gradescope` wants a file: ./grade.sh gradescope FILE.zip"),
            (["sgd", "--jobs", "2"], "./grade.sh does not take --jobs."),
        ])
    func refused(arguments: [String], problem: String) {
        #expect(throws: GradingError.usage(problem)) { try Command(arguments) }
    }
}
