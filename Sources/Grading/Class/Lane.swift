import Foundation

/// A place to build one submission of a class after the other, beside other lanes.
struct Lane: Sendable {
    /// What the lane's builds are in, and nothing else.
    let folder: URL
    /// What is built for all of the class at once; nil where each submission is built whole.
    let prepared: PreparedBuild?
    /// The lock of the scratch folder in which packages are built whole, one at a time.
    let turn: URL

    /// Builds the test program with these files, alone or, where it has to be, with the whole package.
    func build(
        _ texts: [String: String], seconds: Int?, whole: () async throws -> Workspace.Build
    ) async throws -> Workspace.Build {
        if let built = try await prepared?.build(texts, in: folder, seconds: seconds) { return built }
        let lock = try await FileLock.wait(for: turn)
        defer { withExtendedLifetime(lock) {} }
        let built = try await whole()
        guard case .tests(let program) = built else { return built }
        return .tests(try copy(of: program))
    }

    /// The program and what it needs, copied from where the next one will be built.
    private func copy(of program: TestProgram) throws -> TestProgram {
        let manager = FileManager.default
        if manager.fileExists(atPath: folder.path) { try manager.removeItem(at: folder) }
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        let products = program.bundle.resolvingSymlinksInPath().deletingLastPathComponent()
        let names = try manager.contentsOfDirectory(atPath: products.path)
        for name in names where name.hasSuffix(".resources") || name == program.bundle.lastPathComponent {
            try manager.copyItem(at: products.appending(path: name), to: folder.appending(path: name))
        }
        return TestProgram(
            bundle: folder.appending(path: program.bundle.lastPathComponent), root: program.root,
            toolchain: program.toolchain)
    }
}
