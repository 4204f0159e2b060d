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
    }

    @Test("a compiler that crashed tells in which file, and a list of all files is no hint")
    func crashes() {
        let output = """
            error: compile command failed due to signal 11 (use -v to see invocation)
            Stack dump:
            0.	Program arguments: swift-frontend /kit here/Sources/Student/Linear.swift -O
            1.	Swift version 6.3.1 (swift-6.3.1-RELEASE)
            3.	While type-checking 'forward' (at /kit here/Sources/Student/ReLU.swift:7:12)
            4.	While evaluating request TypeCheckSourceFileRequest("/kit here/Sources/Student/SGD.swift")
             #0 0x0000559a087fa738 main /kit here/Sources/Student/Tanh.swift:3:4
            """
        let errors = SourceError.crashes(in: output, root: URL(filePath: "/kit here"))
        #expect(errors.map(\.place) == ["Sources/Student/ReLU.swift:7:12", "Sources/Student/SGD.swift"])
    }

    @Test("a build that fails tells its errors and all of its output")
    func failure() async throws {
        guard
            case .failed(let errors, let output) = try await build(
                "echo \"$PWD/Tests/T.swift:1:2: error: oh\"; echo no space left >&2; exit 1")
        else { throw GradingError.packageNotFound }
        #expect(errors.map(\.description) == ["Tests/T.swift:1:2: error: oh"])
        #expect(output.hasSuffix("no space left\n"))
    }

    @Test("files are staged whole, what is there is left alone, and errors name what students know")
    func staging() async throws {
        let script = """
            #!/bin/sh
            echo "$PWD/$STUDENT/Deep/A.swift:1:2: error: oh"; exit 1
            """
        try await withFiles(["bin/swift": script, ".build/staged/Student/Old.swift": "old"]) { root in
            let toolchain = try Toolchain(environment: ["PATH": "\(root.path)/bin:/usr/bin:/bin"])
            let workspace = Workspace(root: root, toolchain: toolchain, student: .own)
            let staged = root.appending(path: ".build/staged/Student")
            let names = { try FileManager.default.subpathsOfDirectory(atPath: staged.path).sorted() }
            let files = ["Sources/Student/Deep/A.swift": "a", "Sources/Student/B.swift": "b"]
            guard case .failed(let errors, _) = try await workspace.build(from: files) else {
                throw GradingError.packageNotFound
            }
            #expect(errors.map(\.place) == ["Sources/Student/Deep/A.swift:1:2"])
            #expect(try names() == ["B.swift", "Deep", "Deep/A.swift"])

            let long = Date(timeIntervalSince1970: 1_000_000)
            for name in ["B.swift", "Deep/A.swift"] {
                let file = staged.appending(path: name).path
                try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: file)
            }
            _ = try await workspace.build(from: files.merging(["Sources/Student/B.swift": "c"]) { $1 })
            #expect(try String(contentsOf: staged.appending(path: "B.swift"), encoding: .utf8) == "c")
            let attributes = try FileManager.default.attributesOfItem(
                atPath: staged.appending(path: "Deep/A.swift").path)
            #expect(attributes[.modificationDate] as? Date == long)
        }
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
            _ = try await Workspace(root: root, toolchain: toolchain, student: .answers).build()
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
            let workspace = Workspace(root: root, toolchain: toolchain, student: .answers)
            await #expect(throws: GradingError.noAnswers) { try await workspace.build() }
        }
    }

    @Test("the kit's own suites are built only when asked for", arguments: [false, true])
    func kitTests(wanted: Bool) async throws {
        let make = "mkdir -p .build/debug && echo \"$GRADING\" >.build/debug/PackageTests.xctest"
        let text = try await withFiles(["bin/swift": "#!/bin/sh\n\(make)"]) { root in
            let toolchain = try Toolchain(environment: ["PATH": "\(root.path)/bin:/usr/bin:/bin"])
            _ = try await Workspace(root: root, toolchain: toolchain, student: .own)
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
            return try await Workspace(root: root, toolchain: toolchain, student: .own).build()
        }
    }
}
