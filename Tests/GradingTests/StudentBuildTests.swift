import Foundation
import Testing

@testable import Grading

/// The files are words, and the fake compiler's verdict depends on them: see `compiler`.
@Suite("Builds of students' work")
struct StudentBuildTests {
    private static let names = ["Linear", "ReLU", "SGD", "Tanh"]
    private let stubs = Dictionary(
        uniqueKeysWithValues: names.map { ("Sources/Student/\($0).swift", "stub") })
    private let exercises = names.map {
        Exercise(
            id: $0.lowercased(), title: $0, lesson: "", source: "Sources/Student/\($0).swift",
            suite: "\($0)Tests", points: 1, challenge: false, hints: [])
    }

    /// What each word does: "broken" is an error in the file, "renamed" one in its suite's files, "clash" one in
    /// all other files, "silent" one in nobody's, "slow" none before the grader loses patience, and "fatal" one in the kit whatever else there is.
    private let compiler = """
        #!/bin/sh
        cd "$STUDENT"; here=$PWD; cd - >/dev/null; status=0; echo "$STUDENT" >>log
        for name in Linear ReLU SGD Tanh; do
            at=$here/$name.swift
            case $(cat "$at") in
            broken) echo "$at:1:2: error: broken $name" ;;
            renamed) echo "$PWD/Tests/StudentTests/${name}Tests+More.swift:3:4: error: renamed $name" ;;
            clash) for other in Linear ReLU SGD Tanh; do
                [ $other = $name ] || echo "$here/$other.swift:5:6: error: clash"
            done ;;
            silent) echo "$PWD/Tests/StudentTests/MoonsTests.swift:7:8: error: silent" ;;
            slow) sleep 60 ;;
            *) continue ;;
            esac
            status=1
        done
        [ -e fatal ] && { echo "$PWD/Sources/Kit.swift:1:1: error: fatal"; exit 1; }
        mkdir -p .build/debug; touch .build/debug/KitPackageTests.xctest
        exit $status
        """

    @Test("what compiles is built where it is")
    func sound() async throws {
        let (errors, log) = try await build([:])
        #expect(errors == [])
        #expect(log == ["Sources/Student"])
    }

    @Test("a file that does not compile is out, with the compiler's words, and the others are in")
    func broken() async throws {
        let (errors, log) = try await build(["ReLU": "broken"])
        #expect(errors == ["Sources/Student/ReLU.swift:1:2: error: broken ReLU"])
        #expect(log == ["Sources/Student", ".build/staged/Student"])
    }

    @Test("each of several broken files has its own message")
    func several() async throws {
        let errors = try await build(["SGD": "broken", "Linear": "broken", "Tanh": "mine"]).errors
        #expect(
            errors.sorted() == [
                "Sources/Student/Linear.swift:1:2: error: broken Linear",
                "Sources/Student/SGD.swift:1:2: error: broken SGD",
            ])
    }

    @Test("an error in an exercise's tests is about the declarations of its file")
    func renamed() async throws {
        #expect(
            try await build(["Tanh": "renamed"]).errors == [
                "Sources/Student/Tanh.swift: error: the tests of Tanh do not compile with this file: its "
                    + "declarations are not those of the stub any more.\n"
                    + "Tests/StudentTests/TanhTests+More.swift:3:4: error: renamed Tanh"
            ])
    }

    @Test("a file that breaks all others is at fault, and they are not")
    func clash() async throws {
        let errors = try await build(["ReLU": "clash", "SGD": "mine", "Tanh": "broken"]).errors
        #expect(
            errors.sorted() == [
                "Sources/Student/ReLU.swift: error: Sources/Student/Linear.swift does not compile with this file.\n"
                    + "Sources/Student/Linear.swift:5:6: error: clash",
                "Sources/Student/Tanh.swift:1:2: error: broken Tanh",
            ])
    }

    @Test("where the errors name nobody, the file at fault is found by trying", arguments: names)
    func silent(name: String) async throws {
        #expect(
            try await build([name: "silent"]).errors == [
                "Sources/Student/\(name).swift: error: Tests/StudentTests/MoonsTests.swift does not compile with "
                    + "this file.\nTests/StudentTests/MoonsTests.swift:7:8: error: silent"
            ])
    }

    @Test("a file on which the compiler spends all its time is found by trying")
    func slow() async throws {
        let errors = try await build(["SGD": "slow", "Tanh": "mine"], Limits(secondsPerBuild: 4)).errors
        #expect(
            errors == [
                "Sources/Student/SGD.swift: error: the kit does not build with this file.\n"
                    + "the compiler was stopped after 4 seconds: an expression too long for it?"
            ])
    }

    @Test("a file that is missing or beside the point is no reason not to build the others")
    func incomplete() async throws {
        let missing = try await build(["Tanh": nil])
        #expect(missing.log == [".build/staged/Student"])
        #expect(missing.errors == [])
        #expect(try await build(["Extra": "broken"]).log == [".build/staged/Student"])
    }

    @Test("a kit that is broken is not the student's fault")
    func fatal() async throws {
        let error = await #expect(throws: GradingError.self) {
            try await build(["../../fatal": "", "Linear": "broken"])
        }
        #expect(error?.description.contains("\nSources/Kit.swift:1:1: error: fatal\n") == true)
    }

    /// Builds files of the given names and words; the others are stubs.
    @discardableResult
    private func build(
        _ words: [String: String?], _ limits: Limits = Limits()
    ) async throws -> (errors: [String], log: [String]) {
        var files: [String: String] = ["bin/swift": compiler]
        for name in Self.names { files["Sources/Student/\(name).swift"] = "stub" }
        for (name, word) in words {
            let isBeside = name.hasPrefix("../../")
            files[isBeside ? String(name.dropFirst(6)) : "Sources/Student/\(name).swift"] = word
        }
        return try await withFiles(files) { root in
            let toolchain = try Toolchain(environment: ["PATH": "\(root.path)/bin:/usr/bin:/bin"])
            let built = try await StudentBuild(
                workspace: Workspace(root: root, toolchain: toolchain, student: .own),
                blame: Blame(exercises: exercises), stubs: stubs, files: StudentFiles(in: root, stubs: stubs),
                limits: limits
            ).build()
            let log = try String(contentsOf: root.appending(path: "log"), encoding: .utf8)
            return (built.errors.map(\.description), log.split(separator: "\n").map(String.init))
        }
    }
}
