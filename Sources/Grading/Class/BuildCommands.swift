import Foundation

/// The calls of the compiler that SwiftPM builds the tests with, read from what it writes for its own use.
///
/// Another version of it may write something else: then there are none.
struct BuildCommands: Sendable {
    /// Compiles `Student` as a whole; the files, `-o` and where to write the interface follow.
    private(set) var compile: [String]
    /// Links the test program; the object of `Student` and `-o` follow.
    private(set) var link: [String]

    /// Reads the description of a build: `debug.yaml` in the scratch folder.
    ///
    /// - Returns: Nil where one of the calls is not told, or not as it is known to be.
    init?(manifest: String) {
        var compile: [String]?
        var link: [String]?
        for line in manifest.split(separator: "\n") {
            guard let match = line.wholeMatch(of: /\ +args: (\[.*\])/),
                let call = try? JSONDecoder().decode([String].self, from: Data(match.1.utf8))
            else { continue }
            if call.contains(inOrder: ["-module-name", "Student"]), call.contains("-c") { compile = call }
            let program = call.firstIndex(of: "-o").map { call[$0 + 1] } ?? ""
            if call.contains("-emit-executable"), program.hasSuffix("PackageTests.xctest") { link = call }
        }
        guard let compile, let link, compile.contains("-enable-library-evolution") else { return nil }
        self.compile =
            Self.without(
                ["-emit-dependencies", "-emit-module", "-incremental", "-enable-batch-mode"]
                    + ["-serialize-diagnostics", "-parseable-output", "-emit-objc-header"],
                ["-emit-module-path", "-output-file-map", "-index-store-path", "-emit-objc-header-path"],
                in: compile.filter { !$0.hasPrefix("@") })
            // All in one go: a second run for the interface alone would read the same again.
            + ["-whole-module-optimization", "-no-emit-module-separately-wmo"]
            + ["-no-verify-emitted-module-interface"]
        // It takes a third of the time that the system's linker takes.
        let linker = URL(filePath: link[0]).deletingLastPathComponent().appending(path: "ld.lld")
        let isThere = FileManager.default.isExecutableFile(atPath: linker.path)
        self.link = Self.without([], ["-o"], in: link) + (isThere ? ["-use-ld=lld"] : [])
    }

    /// The file that lists the objects to link.
    var objectList: String? { link.last { $0.hasPrefix("@") }.map { String($0.dropFirst()) } }

    /// The same calls, of copies of what they read.
    mutating func read(modules: String, objects: String) {
        for index in compile.indices.dropFirst() where compile[index - 1] == "-I" { compile[index] = modules }
        for index in link.indices where link[index].hasPrefix("@") { link[index] = "@\(objects)" }
    }

    private static func without(_ flags: [String], _ options: [String], in call: [String]) -> [String] {
        var kept: [String] = []
        var rest = call[...]
        while let argument = rest.popFirst() {
            if options.contains(argument) {
                _ = rest.popFirst()
            } else if !flags.contains(argument) {
                kept.append(argument)
            }
        }
        return kept
    }
}

extension [String] {
    fileprivate func contains(inOrder words: [String]) -> Bool {
        zip(self, dropFirst()).contains { [$0, $1] == words }
    }
}
