import Foundation

@testable import Grading

/// A kit on disk whose `swift` and whose test programs are shell scripts: all of the grader at work, and
/// no compiler.
struct FakeKit {
    /// The files, by path; change them before the kit is used.
    var files = [
        "Package.swift": "", "Lessons/rubric.json": rubricJSON, "Lessons/04-linear.md": "",
        "Lessons/17-moons.md": "", "Lessons/19-tanh.md": "", "Sources/Student/Linear.swift": "stub",
        "Sources/Student/Tanh.swift": "stub", "Tests/Stubs/Linear.swift": "stub",
        "Tests/Stubs/Tanh.swift": "stub", "Solutions/Reference/Linear.swift": "",
        "Solutions/Reference/Tanh.swift": "", "Solutions/WrongAnswers/Linear.json": "{}",
        "Solutions/WrongAnswers/Tanh.json": "{}", "Tests/StudentTests/LinearTests.swift": "",
        "Tests/StudentTests/MoonsTests.swift": "", "Tests/StudentTests/TanhTests.swift": "",
        "Tests/KitTests/KitTests.swift": "",
        "bin/swift": """
        #!/bin/sh
        case "$1" in
        build) . ./build ;;
        format) . ./format ;;
        symbolgraph-extract) . ./symbolgraph ;;
        -print-target-info) 
            echo '{"target":{"triple":"none"},"paths":{"runtimeResourcePath":"/usr/lib/swift"}}' ;;
        esac
        """,
        "build": "exit 0", "format": "exit 0",
        // The arguments are: symbolgraph-extract -module-name NAME … -output-dir FOLDER -target none
        "symbolgraph": """
        while [ "$1" != -output-dir ]; do shift; done
        echo '{"symbols":[],"relationships":[]}' >"$2/graph.json"
        """,
    ]

    /// What test programs list.
    var tests = graded.map(\.id) + ["KitTests.KitTests/kit()"]

    private var streams: [String: EventStream] = [:]
    /// What other variants leave than those of `streams`, and the numbers of these.
    private var others: (stream: EventStream, numbers: [Int])?

    /// One test for each exercise of the rubric.
    private static let graded = [test("a()"), test("m()", in: "MoonsTests"), test("t()", in: "TanhTests")]

    /// Sets what the tests of a build leave in their event stream; "not started" and "passed" to begin with.
    mutating func setStream(_ stream: EventStream, of student: Student) {
        streams[student.scratch] = stream
    }

    /// Sets what the tests leave with all variants but some.
    mutating func setStream(_ stream: EventStream, ofVariantsBut numbers: [Int]) {
        others = (stream, numbers)
    }

    /// The program with the variants, which are chosen by a number.
    private var variants: String? {
        guard let others, let own = streams[Student.variants.scratch] else { return nil }
        return """
            #!/bin/sh
            case "$ACTIVE_VARIANT" in
            ''\(others.numbers.map { "|\($0)" }.joined()))
            \(program(own))
            ;;
            *)
            \(program(others.stream))
            ;;
            esac
            """
    }

    /// How a test program begins: it lists these tests, or has what it is told in `stream` and `filters`.
    static func reading(_ tests: [String]) -> String {
        """
        #!/bin/sh
        while [ $# -gt 0 ]; do
            case "$1" in
            --list-tests) cat <<'LIST'
        \(tests.joined(separator: "\n"))
        LIST
            ;;
            --event-stream-output-path) stream=$2 ;;
            --filter) filters="$filters $2" ;;
            esac
            shift
        done
        """
    }

    /// A test program, which is all that it can see when it runs: it knows by heart what it writes, whichever
    /// suites it is asked for.
    private func program(_ stream: EventStream) -> String {
        let suites = stream.declared.compactMap { TestName($0)?.outerSuite }.uniqued()
        let runs = suites.subsets.map { subset in
            let run = stream.only { subset.contains($0.outerSuite) }
            return """
                "\(subset.map { "\($0) " }.joined())") cat >"$stream" <<'STREAM'; exit \(run.exitStatus) ;;
                \(String(decoding: run.data, as: UTF8.self))STREAM

                """
        }
        return """
            \(Self.reading(tests))
            for suite in \(suites.joined(separator: " ")); do
                case "$filters" in *.$suite*) chosen="$chosen$suite " ;; esac
            done
            [ "$stream" ] && case "$chosen" in
            \(runs.joined())
            esac
            """
    }

    init() {
        let stub = "Caught error: Linear.forward is still to be filled: Sources/Student/Linear.swift:31"
        var stubs = EventStream()
        for test in Self.graded { stubs.fail(test.id, stub) }
        setStream(stubs, of: .own)
        var answers = EventStream()
        for test in Self.graded + [test("kit()", in: "KitTests", of: "KitTests")] { answers.pass(test.id) }
        setStream(answers, of: .answers)
        setStream(answers, of: .variants)
        setStream(stubs, of: .submission(URL(filePath: "/")))
    }

    /// Writes the kit into a folder and hands over its root and its tools.
    func use<Result>(_ body: (URL, Toolchain) async throws -> Result) async throws -> Result {
        let programs = streams.map { scratch, stream in
            let program = scratch == Student.variants.scratch ? variants : nil
            return ("\(scratch)/debug/FakePackageTests.xctest", program ?? self.program(stream))
        }
        return try await withFiles(files.merging(programs) { own, _ in own }) { root in
            try await body(root, Toolchain(environment: ["PATH": "\(root.path)/bin:/usr/bin:/bin"]))
        }
    }
}

extension [String] {
    /// All choices of elements, in order.
    fileprivate var subsets: [[String]] {
        reduce([[]]) { choices, element in choices + choices.map { $0 + [element] } }
    }
}
