import Foundation

/// The kit, built once with the stubs: what is handed in is compiled alone, and linked with it.
///
/// `Student` is resilient (see `RESILIENT` in Package.swift), so code that was compiled with one set of its files works
/// with any other of the same public interface. The compiler writes that interface down, and it is compared. Where it
/// differs, or the build system does not tell its commands, the package is built whole.
struct PreparedBuild: Sendable {
    /// The most memory that the compiler gets, in MiB.
    private static let memory = 4096

    private let toolchain: Toolchain
    private let root: URL
    /// Where the parts of the program are that are the same for all.
    private let folder: URL
    private let commands: BuildCommands
    private var interface: ModuleInterface

    /// Copies what a build of the stubs has left, for that will be built over.
    ///
    /// - Parameters:
    ///   - workspace: The package, built with the stubs.
    ///   - stubs: The stubs, by the paths of the files that they stand for.
    ///   - folder: An empty folder, there for as long as this is used.
    /// - Returns: Nil where the build system does not tell its commands, or the stubs do not build with them.
    /// - Throws: `GradingError.cannotLaunch`, `CancellationError`, or what copying files throws.
    static func copy(
        of workspace: Workspace, stubs: [String: String], to folder: URL
    ) async throws -> PreparedBuild? {
        let manifest = try? String(
            contentsOf: workspace.scratch.appending(path: "debug.yaml"), encoding: .utf8)
        guard var commands = manifest.flatMap({ BuildCommands(manifest: $0) }),
            let list = commands.objectList.flatMap({ try? String(contentsOfFile: $0, encoding: .utf8) })
        else { return nil }
        let manager = FileManager.default
        let products = workspace.scratch.appending(path: "debug").resolvingSymlinksInPath()
        for name in try manager.contentsOfDirectory(atPath: products.path) where name.hasSuffix(".resources")
        {
            try manager.copyItem(at: products.appending(path: name), to: folder.appending(path: name))
        }
        let modules = folder.appending(path: "Modules")
        try manager.copyItem(at: workspace.modules, to: modules)
        let kit = list.split(separator: "\n").filter { !$0.contains("/Student.build/") }
        var objects: [String] = []
        for (index, path) in kit.enumerated() {
            let object = folder.appending(path: "\(index).o")
            // The list quotes what a shell would read as more than a name.
            try manager.copyItem(atPath: path.trimmingCharacters(in: ["'"]), toPath: object.path)
            objects.append(object.path)
        }
        let copied = folder.appending(path: "objects")
        try Data(objects.map { "\"\($0)\"\n" }.joined().utf8).write(to: copied)
        commands.read(modules: modules.path, objects: copied.path)
        return try await PreparedBuild(
            toolchain: workspace.toolchain, root: workspace.root, folder: folder, commands: commands,
            stubs: stubs)
    }

    /// Compiles the stubs, for their interface.
    private init?(
        toolchain: Toolchain, root: URL, folder: URL, commands: BuildCommands, stubs: [String: String]
    ) async throws {
        (self.toolchain, self.root, self.folder, self.commands) = (toolchain, root, folder, commands)
        interface = ModuleInterface()
        let lane = folder.appending(path: "stubs")
        guard try await compile(stubs, in: lane, seconds: nil).isSuccess else { return nil }
        interface = try ModuleInterface(Self.interface(in: lane))
    }

    /// Builds the test program with these files.
    ///
    /// - Parameters:
    ///   - texts: The files, by their paths from the package's root.
    ///   - lane: A folder for this build alone.
    ///   - seconds: How long it may take.
    /// - Returns: Nil where the public interface is another one.
    /// - Throws: `GradingError.cannotLaunch`, `CancellationError`, or what writing files throws.
    func build(_ texts: [String: String], in lane: URL, seconds: Int?) async throws -> Workspace.Build? {
        let exit = try await compile(texts, in: lane, seconds: seconds)
        if let limit = exit.limit {
            let reason = limit == .time ? "after \(seconds ?? 0) seconds" : "at \(Self.memory) MiB"
            return .failed([], output: Workspace.stopped(reason))
        }
        guard exit.isSuccess else {
            let output = exit.output + exit.errorOutput
            // As for all who grade: no word of the places on this machine, which are others in the next run.
            let told = output.replacing(Self.sources(in: lane).path, with: StudentFiles.folder)
                .replacing(lane.path, with: "build").replacing(folder.path, with: "kit")
            let crashes = SourceError.crashes(in: output, root: lane)
                .map { $0.renamed(from: "Student", to: StudentFiles.folder) }
            return .failed(SourceError.all(in: told, root: root) + crashes, output: told)
        }
        guard try ModuleInterface(Self.interface(in: lane)) == interface else { return nil }
        let program = lane.appending(path: "Tests.xctest")
        let object = Self.object(in: lane).path
        let linked = try await run(commands.link + [object, "-o", program.path], seconds: seconds)
        // A symbol that is missing is one that the interface does not tell of.
        guard linked.isSuccess else { return nil }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasSuffix(".resources") {
            try FileManager.default.createSymbolicLink(
                at: lane.appending(path: name), withDestinationURL: folder.appending(path: name))
        }
        return .tests(TestProgram(bundle: program, root: root, toolchain: toolchain))
    }

    private func compile(
        _ texts: [String: String], in lane: URL, seconds: Int?
    ) async throws -> ChildProcess.Exit {
        let manager = FileManager.default
        if manager.fileExists(atPath: lane.path) { try manager.removeItem(at: lane) }
        let sources = Self.sources(in: lane)
        let files = texts.keys.sorted().map { file in
            (sources.appending(path: file.dropFirst(StudentFiles.folder.count + 1)), texts[file] ?? "")
        }
        for (file, text) in files {
            try manager.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try await run(
            commands.compile + files.map(\.0.path) + ["-o", Self.object(in: lane).path]
                + ["-emit-module-interface-path", Self.interface(in: lane).path], seconds: seconds)
    }

    private func run(_ command: [String], seconds: Int?) async throws -> ChildProcess.Exit {
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        var nextCount = ContinuousClock.now
        return try await toolchain.tool(command, in: root).run { process in
            if let end, end < .now { return .time }
            guard nextCount < .now else { return nil }
            nextCount = .now + .milliseconds(100)
            return await ProcessTree.usage(of: process).memory > Self.memory << 20 ? .memory : nil
        }
    }

    private static func sources(in lane: URL) -> URL { lane.appending(path: "Student") }
    private static func object(in lane: URL) -> URL { lane.appending(path: "Student.o") }
    private static func interface(in lane: URL) -> URL { lane.appending(path: "Student.swiftinterface") }
}
