import Foundation

/// The machine's Python with NumPy, which the files are meant for too.
enum Python {
    /// Whether there is a `python3` that has NumPy.
    static let hasNumPy = (try? run("import numpy", in: FileManager.default.temporaryDirectory)) != nil

    struct Failure: Error {
        let status: Int32
    }

    /// Runs a program in a folder.
    ///
    /// - Returns: What it printed.
    /// - Throws: `Failure` when it does not end with status 0; its complaints go to the tests' own error output.
    static func run(_ program: String, in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: printed, as: UTF8.self)
    }
}
