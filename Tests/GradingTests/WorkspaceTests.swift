import Foundation
import Testing

@testable import Grading

@Suite("Builds")
struct WorkspaceTests {
    @Test("errors are read once each, with their files named from the package's root")
    func sourceErrors() {
        let output = """
            [3/9] Compiling Student Linear.swift
            /kit here/Sources/Student/Linear.swift:11:17: error: cannot find 'inptu' in scope
            10 |     public func forward(_ input: Matrix) throws -> Matrix {
            11 |         inptu
               |         `- error: cannot find 'inptu' in scope
            /kit here/Sources/Student/Linear.swift:11:17: error: cannot find 'inptu' in scope
            /kit here/Sources/Student/Linear.swift:9:1: warning: error: is only a word here
            /elsewhere/File.swift:1:2: error: broken
            error: fatalError
            """
        let errors = SourceError.all(in: output, root: URL(filePath: "/kit here"))
        #expect(
            errors.map(\.description) == [
                "Sources/Student/Linear.swift:11:17: error: cannot find 'inptu' in scope",
                "/elsewhere/File.swift:1:2: error: broken",
            ])
        #expect(errors.map(\.isStudents) == [true, false])
    }

    @Test("a build that fails in the student's file is the student's; anything else is the kit's")
    func blame() async throws {
        let build = try await build("echo \"$PWD/Sources/Student/A.swift:1:2: error: oh\"; exit 1")
        guard case .studentErrors(let errors, nil) = build else {
            Issue.record("expected the student's errors, got \(build)")
            return
        }
        #expect(
            errors == [
                SourceError(
                    file: "Sources/Student/A.swift", position: .init(line: 1, column: 2), message: "oh")
            ])

        let error = await #expect(throws: GradingError.self) {
            try await self.build("echo \"$PWD/Tests/T.swift:1:2: error: oh\"; exit 1")
        }
        #expect(error?.description.contains("\nTests/T.swift:1:2: error: oh\n") == true)
        let silent = await #expect(throws: GradingError.self) {
            try await self.build("echo 'no space left'; exit 1")
        }
        #expect(silent?.description.contains("no space left") == true)
    }

    @Test("a build leaves the test program in its scratch folder, or there is an error")
    func program() async throws {
        let make = "mkdir -p .build/debug && touch .build/debug/KitPackageTests.xctest"
        guard case .tests(let program) = try await build(make) else {
            Issue.record("expected a test program")
            return
        }
        #expect(program.bundle.lastPathComponent == "KitPackageTests.xctest")
        await #expect(throws: GradingError.self) { try await build("exit 0") }
    }

    @Test("the answers are built elsewhere, and SOLUTIONS is set for them alone")
    func solutions() async throws {
        let make =
            "mkdir -p .build-solutions/debug && echo $SOLUTIONS >.build-solutions/debug/PackageTests.xctest"
        let (text, student) = try await withFiles([
            "bin/swift": "#!/bin/sh\n\(make)", "Solutions/Reference/Linear.swift": "",
        ]) { root in
            let toolchain = try Toolchain(environment: [
                "PATH": "\(root.path)/bin:/usr/bin:/bin", "SOLUTIONS": "1",
            ])
            _ = try await Workspace(root: root, toolchain: toolchain, solutions: true).build()
            let file = root.appending(path: ".build-solutions/debug/PackageTests.xctest")
            return (try String(contentsOf: file, encoding: .utf8), toolchain.swift([], in: root).environment)
        }
        #expect(text == "1\n")
        #expect(student["SOLUTIONS"] == nil)
    }

    @Test("where there are no answers, asking for them is an error that says so")
    func noAnswers() async throws {
        try await withFiles(["bin/swift": "#!/bin/sh\n"]) { root in
            let toolchain = try Toolchain(environment: ["PATH": "\(root.path)/bin:/usr/bin:/bin"])
            let workspace = Workspace(root: root, toolchain: toolchain, solutions: true)
            await #expect(throws: GradingError.noAnswers) { try await workspace.build() }
        }
    }

    @Test("the kit's own suites are built only when asked for", arguments: [false, true])
    func kitTests(wanted: Bool) async throws {
        let make = "mkdir -p .build/debug && echo \"$GRADING\" >.build/debug/PackageTests.xctest"
        let text = try await withFiles(["bin/swift": "#!/bin/sh\n\(make)"]) { root in
            let toolchain = try Toolchain(environment: ["PATH": "\(root.path)/bin:/usr/bin:/bin"])
            _ = try await Workspace(root: root, toolchain: toolchain, solutions: false)
                .build(withKitTests: wanted)
            let file = root.appending(path: ".build/debug/PackageTests.xctest")
            return try String(contentsOf: file, encoding: .utf8)
        }
        #expect(text == (wanted ? "\n" : "1\n"))
    }

    @Test("without swift in PATH there is an error that says where to get it")
    func noSwift() async throws {
        try await withFiles([:]) { folder in
            #expect(throws: GradingError.swiftNotFound) { try Toolchain(environment: ["PATH": folder.path]) }
        }
        #expect(GradingError.swiftNotFound.description.contains("https://www.swift.org/install"))
    }

    /// Builds with a `swift` that is this script.
    private func build(_ script: String) async throws -> Workspace.Build {
        try await withFiles(["bin/swift": "#!/bin/sh\n\(script)"]) { root in
            let toolchain = try Toolchain(environment: ["PATH": "\(root.path)/bin:/usr/bin:/bin"])
            return try await Workspace(root: root, toolchain: toolchain, solutions: false).build()
        }
    }
}
