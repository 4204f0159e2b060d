import Foundation

@testable import Grading

/// Compiles the programs of pages against a finished build of the package, all in one go, and runs them.
struct PageCompiler {
    /// The folder with the build's modules, in which the tests are too.
    let build: URL
    let toolchain: Toolchain

    private final class Here {}

    /// The folder of the build that is running now; nil where the answers were not built.
    static let ownBuild: URL? = [
        Bundle.main.bundleURL, Bundle(for: Here.self).bundleURL.deletingLastPathComponent(),
    ]
    .first {
        FileManager.default.fileExists(atPath: $0.appending(path: "Modules/Reference.swiftmodule").path)
    }

    /// What the programs of these pages do otherwise than the pages say.
    func findings(_ programs: [PageProgram]) async throws -> [Finding] {
        try await withTemporaryFolder { folder in
            let errors = try await compile(programs, in: folder)
            guard errors.isEmpty else { return errors }
            var findings: [Finding] = []
            for (number, program) in programs.enumerated() {
                findings += try await run(program, number, in: folder)
            }
            return findings
        }
    }

    /// Makes one program of all pages; the compiler's errors, where there are any.
    private func compile(_ programs: [PageProgram], in folder: URL) async throws -> [Finding] {
        var files = [folder.appending(path: "Given.swift")]
        try Self.given(programs.indices).write(to: files[0], atomically: true, encoding: .utf8)
        for (number, program) in programs.enumerated() {
            let file = folder.appending(path: "Page\(number).swift")
            try program.source(as: "page\(number)").write(to: file, atomically: true, encoding: .utf8)
            files.append(file)
        }
        let arguments =
            [
                "-swift-version", "6", "-Onone", "-suppress-warnings", "-parse-as-library", "-module-name",
                "Pages",
                "-I", build.appending(path: "Modules").path, "-o", folder.appending(path: "pages").path,
            ] + files.map(\.path) + (try objects())
        let compiler = toolchain.swift.deletingLastPathComponent().appending(path: "swiftc")
        let exit = try await ChildProcess(
            executable: compiler, arguments: arguments, environment: ProcessInfo.processInfo.environment,
            folder: folder
        ).run()
        guard !exit.isSuccess else { return [] }
        let output = exit.output + exit.errorOutput
        let errors = SourceError.all(in: output, root: folder).map {
            Finding(page: $0.file, line: $0.position?.line ?? 0, problem: "does not compile: \($0.message)")
        }
        return errors.isEmpty
            ? [Finding(page: "the pages' programs", line: 0, problem: "are not built: \(output)")] : errors
    }

    /// The objects that the test program was linked from, as far as pages may use them.
    ///
    /// The list is asked and not the folders: those keep the objects of files that are gone.
    private func objects() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: build.path)
        let product = names.first { $0.hasSuffix("PackageTests.product") } ?? ""
        let list = build.appending(path: "\(product)/Objects.LinkFileList")
        return try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "'\"")) }
            .filter { $0.contains(/\/(Datasets|LinearAlgebra|NeuralNetwork|Reference)\.build\//) }
    }

    private func run(_ program: PageProgram, _ number: Int, in folder: URL) async throws -> [Finding] {
        let end = ContinuousClock.now + .seconds(60)
        let exit = try await ChildProcess(
            executable: folder.appending(path: "pages"), arguments: ["\(number)"],
            environment: ProcessInfo.processInfo.environment, folder: folder
        ).run { _ in end < .now ? .time : nil }
        let printed = exit.output.split(separator: "\n").compactMap { record -> Page.Line? in
            let parts = record.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let line = Int(parts[0]) else { return nil }
            return Page.Line(number: line, text: String(parts[1]))
        }
        if exit.isSuccess { return program.findings(printed: printed) }
        let reason = exit.limit == nil ? exit.errorOutput : "it runs for longer than a minute"
        return [program.page.finding(printed.last?.number ?? 0, "its Swift ends after this line: \(reason)")]
    }

    /// What every page is given: rounding, and a `print` that says which line printed.
    private static func given(_ numbers: Range<Int>) -> String {
        """
        import Foundation
        import LinearAlgebra

        func rounded(_ number: Double, _ digits: Int = 4) -> Double {
            let scale = Foundation.pow(10, Double(digits))
            return (number * scale).rounded() / scale + 0
        }

        func rounded(_ matrix: Matrix, _ digits: Int = 4) -> Matrix {
            matrix.map { rounded($0, digits) }
        }

        func write(_ items: [Any], line: Int) {
            let text = items.map { "\\($0)" }.joined(separator: " ")
            for part in text.split(separator: "\\n", omittingEmptySubsequences: false) { print("\\(line)\\t\\(part)") }
            fflush(nil)
        }

        @main struct Pages {
            static func main() throws {
                switch CommandLine.arguments[1] {
                \(numbers.map { "case \"\($0)\": try page\($0)()" }.joined(separator: "\n        "))
                default: break
                }
            }
        }
        """
    }
}
