import Foundation

/// The Swift tools that build the package and run its tests.
struct Toolchain: Sendable {
    /// The `swift` that PATH finds.
    let swift: URL
    private let environment: [String: String]

    /// Finds `swift` in PATH.
    init(environment: [String: String]) throws(GradingError) {
        let candidates = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swift" }
        guard let path = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw .swiftNotFound
        }
        swift = URL(filePath: path)
        self.environment = environment
    }

    /// A call of `swift` in the folder `root`.
    func swift(_ arguments: [String], in root: URL, environment extra: [String: String] = [:]) -> ChildProcess
    {
        // Whoever exported SOLUTIONS for `swift test` still means the stubs when asking for a grade.
        var environment = environment
        environment["SOLUTIONS"] = nil
        environment["GRADING"] = nil
        environment.merge(extra) { $1 }
        return ChildProcess(executable: swift, arguments: arguments, environment: environment, folder: root)
    }

    /// A call of another tool, its path first.
    func tool(_ command: [String], in folder: URL) -> ChildProcess {
        ChildProcess(
            executable: URL(filePath: command[0]), arguments: Array(command.dropFirst()),
            environment: environment, folder: folder)
    }

    /// A call of the test program that SwiftPM built as `bundle`.
    ///
    /// This follows SwiftPM's own `swift test`: on macOS the tests are a bundle, which a helper next to the
    /// compiler loads and which finds the testing library in Xcode's platform folder.
    ///
    /// - Parameters:
    ///   - bundle: What SwiftPM built.
    ///   - arguments: The arguments for the test library.
    ///   - root: The folder to run in.
    ///   - isTrusted: Whether the tests are the kit's own. Others get nothing of the user's environment but what it
    ///     takes to find libraries; a crash of theirs is traced back to the line that the student wrote.
    ///   - extra: What the tests find in their environment besides.
    /// - Returns: The call.
    /// - Throws: On macOS, what asking `xcrun` throws.
    func test(
        _ bundle: URL, _ arguments: [String], in root: URL, isTrusted: Bool,
        environment extra: [String: String] = [:]
    ) async throws -> ChildProcess {
        var environment = environment
        if !isTrusted {
            environment = environment.filter { ["PATH", "LD_LIBRARY_PATH", "LANG"].contains($0.key) }
            environment["SWIFT_BACKTRACE"] =
                "enable=yes,interactive=no,color=no,threads=crashed,images=none,registers=none,sanitize=no"
        }
        environment.merge(extra) { $1 }
        let arguments = ["--testing-library", "swift-testing"] + arguments
        #if os(macOS)
            let name = bundle.deletingPathExtension().lastPathComponent
            let binary = bundle.appending(path: "Contents/MacOS/\(name)").path
            let realSwift = try await xcrun("--find", "swift", in: root)
            let platform = try await xcrun("--show-sdk-platform-path", in: root)
            let developer = URL(filePath: platform).appending(path: "Developer")
            environment["DYLD_FRAMEWORK_PATH"] = developer.appending(path: "Library/Frameworks").path
            environment["DYLD_LIBRARY_PATH"] = developer.appending(path: "usr/lib").path
            let usr = URL(filePath: realSwift).deletingLastPathComponent().deletingLastPathComponent()
            return ChildProcess(
                executable: usr.appending(path: "libexec/swift/pm/swiftpm-testing-helper"),
                arguments: ["--test-bundle-path", binary, binary] + arguments,
                environment: environment, folder: root)
        #else
            return ChildProcess(
                executable: bundle.resolvingSymlinksInPath(), arguments: arguments, environment: environment,
                folder: root)
        #endif
    }

    /// The folder with the compiler's programs and Swift's libraries, wherever `swift` in PATH leads to.
    func home(in folder: URL) async throws -> URL {
        let resources = URL(filePath: try await targetInfo(in: folder).paths.runtimeResourcePath)
        return resources.deletingLastPathComponent().deletingLastPathComponent()
    }

    /// What the compiler calls itself.
    func version(in folder: URL) async throws -> String {
        try await swift(["--version"], in: folder).run().output
    }

    /// What `symbolgraph-extract` must be told about the machine.
    func targetArguments(in root: URL) async throws -> [String] {
        let info = try await targetInfo(in: root)
        #if os(macOS)
            return ["-target", info.target.triple, "-sdk", try await xcrun("--show-sdk-path", in: root)]
        #else
            return ["-target", info.target.triple]
        #endif
    }

    private struct TargetInfo: Decodable {
        struct Target: Decodable { let triple: String }
        struct Paths: Decodable { let runtimeResourcePath: String }
        let target: Target
        let paths: Paths
    }

    private func targetInfo(in folder: URL) async throws -> TargetInfo {
        let exit = try await swift(["-print-target-info"], in: folder).run()
        return try JSONDecoder().decode(TargetInfo.self, from: Data(exit.output.utf8))
    }

    #if os(macOS)
        private func xcrun(_ arguments: String..., in root: URL) async throws -> String {
            let exit = try await ChildProcess(
                executable: URL(filePath: "/usr/bin/xcrun"), arguments: arguments,
                environment: environment, folder: root
            ).run()
            return exit.output.trimmingCharacters(in: .whitespacesAndNewlines)
        }
    #endif
}
