import Foundation

/// The `bench` program: reads the command, measures, prints each part when it is done.
struct BenchTool: Sendable {
    let executable: URL
    let environment: [String: String]
    private let progress = Progress()

    init(executable: URL, environment: [String: String]) {
        self.executable = executable
        self.environment = environment
    }

    /// Does what the arguments ask for.
    ///
    /// - Parameter arguments: The words after the program's name.
    /// - Returns: The exit status: 0 measured, 1 losses differ from NumPy's, 2 could not measure, 130 interrupted.
    func run(_ arguments: [String]) async -> Int32 {
        do {
            switch try Command(arguments) {
            case .help:
                write(Command.usage)
                return 0
            case .measure(let request):
                let scratch = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID())")
                try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
                defer { try? FileManager.default.removeItem(at: scratch) }
                let report = try await measure(request, scratch: scratch)
                if request.format == .json { write(try report.json()) }
                return report.isEqual ? 0 : 1
            }
        } catch is CancellationError {
            complain("interrupted")
            return 130
        } catch {
            complain("error: \(error)")
            return 2
        }
    }

    private func measure(_ request: Command.Request, scratch: URL) async throws -> Report {
        let root = try packageRoot()
        let peer = try await peer(root: root, scratch: scratch)
        let isStudent = request.isStudent || !exists(root.appending(path: "Solutions"))
        let train = try await train(request, root: root, isStudent: isStudent, scratch: scratch)
        var report = Report(
            setting: Report.Setting(
                system: ProcessInfo.processInfo.operatingSystemVersionString,
                processors: ProcessInfo.processInfo.activeProcessorCount,
                configuration: TrainProgram.configuration, isStudent: isStudent, numPy: peer?.version))
        let show = { (text: String) in
            if request.format == .text { write(text) }
        }
        show(report.setting.text)
        for part in request.parts {
            switch part {
            case .matmul:
                let result = try await MatmulBench(peer: peer, rounds: request.rounds, progress: progress)
                    .run()
                report.matmul = result
                show(result.text)
            case .network(let network):
                guard let train else { continue }
                let result = try await NetworkBench(
                    network: network, train: train, peer: peer, request: request,
                    folder: scratch.appending(path: network.rawValue), progress: progress
                ).run()
                report.networks.append(result)
                show(result.text)
            case .cost:
                guard let train else { continue }
                let results = try await CostBench(
                    train: train, isQuick: request.isQuick, progress: progress
                ).run()
                report.cost = results
                for result in results { show(result.text) }
            }
        }
        return report
    }

    /// NumPy, where it is; a line that says what is missing where it is not.
    private func peer(root: URL, scratch: URL) async throws -> NumPyPeer? {
        do {
            return try await NumPyPeer(root: root, environment: environment, scratch: scratch)
        } catch let error as BenchError {
            complain("Without NumPy, ours alone: \(error)")
            return nil
        }
    }

    /// The `train` program, where a part needs it.
    private func train(
        _ request: Command.Request, root: URL, isStudent: Bool, scratch: URL
    ) async throws -> TrainProgram? {
        guard request.parts != [.matmul] else { return nil }
        progress.say("building train")
        defer { progress.clear() }
        return try await TrainProgram(
            root: root, isStudent: isStudent, environment: environment, scratch: scratch)
    }

    /// The nearest folder above the program that holds a package: the program is in its `.build`.
    private func packageRoot() throws(BenchError) -> URL {
        var folder = executable
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if exists(folder.appending(path: "Package.swift")) { return folder }
        }
        throw .packageNotFound
    }

    private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

    private func write(_ text: String) {
        FileHandle.standardOutput.write(Data("\(text)\n".utf8))
    }

    private func complain(_ text: String) {
        progress.clear()
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}
