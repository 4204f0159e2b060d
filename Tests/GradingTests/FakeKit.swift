import Foundation

@testable import Grading

/// A kit on disk whose `swift` and whose test programs are shell scripts: all of the grader at work, and
/// no compiler.
struct FakeKit {
    /// The files, by path; change them before the kit is used.
    var files = [
        "Package.swift": "", "Lessons/rubric.json": rubricJSON, "Lessons/04-linear.md": "",
        "Lessons/17-moons.md": "", "Lessons/19-tanh.md": "", "Sources/Student/Linear.swift": "",
        "Sources/Student/Tanh.swift": "", "Solutions/Reference/Linear.swift": "",
        "Solutions/Reference/Tanh.swift": "", "Tests/StudentTests/LinearTests.swift": "",
        "Tests/StudentTests/MoonsTests.swift": "", "Tests/StudentTests/TanhTests.swift": "",
        "Tests/KitTests/KitTests.swift": "",
        "bin/swift": """
        #!/bin/sh
        case "$1" in
        build) . ./build ;;
        format) . ./format ;;
        symbolgraph-extract) . ./symbolgraph ;;
        -print-target-info) echo '{"target":{"triple":"none"}}' ;;
        esac
        """,
        "build": "exit 0", "format": "exit 0",
        // The arguments are: symbolgraph-extract -module-name NAME … -output-dir FOLDER -target none
        "symbolgraph": """
        while [ "$1" != -output-dir ]; do shift; done
        echo '{"symbols":[],"relationships":[]}' >"$2/graph.json"
        """,
        "list": graded.map(\.id).joined(separator: "\n") + "\nKitTests.KitTests/kit()",
    ]

    /// One test for each exercise of the rubric.
    private static let graded = [test("a()"), test("m()", in: "MoonsTests"), test("t()", in: "TanhTests")]

    /// Sets what the tests of a build leave in their event stream; "not started" and "passed" to begin with.
    mutating func setStream(_ stream: EventStream, solutions: Bool) {
        let scratch = solutions ? ".build-solutions" : ".build"
        files["\(scratch)/debug/FakePackageTests.xctest"] = """
            #!/bin/sh
            if [ "$3" = --list-tests ]; then cat list; exit; fi
            while [ $# -gt 0 ]; do
                if [ "$1" = --event-stream-output-path ]; then cat >"$2" <<'STREAM'
            \(String(decoding: stream.data, as: UTF8.self))
            STREAM
                fi
                shift
            done
            """
    }

    init() {
        let stub = "Caught error: Linear.forward is still to be filled: Sources/Student/Linear.swift:31"
        var stubs = EventStream()
        for test in Self.graded { stubs.fail(test.id, stub) }
        setStream(stubs, solutions: false)
        var answers = EventStream()
        for test in Self.graded + [test("kit()", in: "KitTests", of: "KitTests")] { answers.pass(test.id) }
        setStream(answers, solutions: true)
    }

    /// Writes the kit into a folder and hands over its root and its tools.
    func use<Result>(_ body: (URL, Toolchain) async throws -> Result) async throws -> Result {
        try await withFiles(files) { root in
            try await body(root, Toolchain(environment: ["PATH": "\(root.path)/bin:/usr/bin:/bin"]))
        }
    }
}
