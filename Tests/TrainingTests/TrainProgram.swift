import Foundation

/// The `train` program as a child of the test, with all that it prints in one pipe.
final class TrainProgram {
    /// Where the program is: beside the tests.
    static let url: URL? = [
        Bundle.main.bundleURL, Bundle(for: TrainProgram.self).bundleURL.deletingLastPathComponent(),
    ]
    .map { $0.appending(path: "train") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    private let process = Process()
    private let pipe = Pipe()
    private var read = Data()

    /// Starts the program.
    init(_ arguments: [String]) throws {
        process.executableURL = Self.url
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        // The reader sees the end only when no writer is left.
        try pipe.fileHandleForWriting.close()
    }

    deinit { process.terminate() }

    /// Waits for a line with a text in it; nil where the program ends before.
    func line(with text: String) -> String? {
        while true {
            while let end = read.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: read[..<end], as: UTF8.self)
                read.removeSubrange(...end)
                if line.contains(text) { return line }
            }
            let more = pipe.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            read.append(more)
        }
    }

    /// Waits for the program's end; what it printed after the lines that were asked for.
    func rest() -> String {
        while case let more = pipe.fileHandleForReading.availableData, !more.isEmpty { read.append(more) }
        defer { read = Data() }
        return String(decoding: read, as: UTF8.self)
    }

    /// Waits for the program's end, and tells its exit status.
    func status() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Asks for an end as Ctrl-C does, by SIGTERM: SIGINT is ignored where the tests run in the background.
    func interrupt() { process.terminate() }

    /// Lets the program write to a pipe that nobody reads.
    func stopReading() { try? pipe.fileHandleForReading.close() }
}
