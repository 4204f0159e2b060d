import Foundation
import Synchronization

/// A terminal that nobody looks at, for a program to print on.
///
/// Into a file or a pipe a program writes when its buffer is full, and a crash loses the rest: the very lines
/// that a student printed to find it. On a terminal each line is written at once.
final class PseudoTerminal: Sendable {
    /// Where the program is to print.
    let programSide: FileHandle

    private struct Printed {
        var beginning = Data()
        var count = 0
        var isOver = false
    }

    private let printed = Mutex(Printed())
    /// How much of what is printed is kept, in bytes.
    private static let capacity = 1 << 20

    /// Opens a terminal and begins to read.
    ///
    /// - Throws: `GradingError.toolFailed` when the system has no terminal to give.
    init() throws(GradingError) {
        var readingSide: Int32 = 0
        var programSide: Int32 = 0
        // As it is printed: no carriage returns before line feeds, no echo.
        var settings = termios()
        unsafe cfmakeraw(&settings)
        guard unsafe openpty(&readingSide, &programSide, nil, &settings, nil) == 0 else {
            throw .toolFailed("openpty", output: "the system has no terminal to give")
        }
        self.programSide = FileHandle(fileDescriptor: programSide, closeOnDealloc: true)
        let reader = FileHandle(fileDescriptor: readingSide, closeOnDealloc: true)
        // A thread of its own: reading waits, and what waits does not belong among Swift's tasks.
        Thread.detachNewThread { [self] in
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                // `FileHandle` would wait until there are as many bytes as asked for.
                let count = unsafe read(reader.fileDescriptor, &bytes, bytes.count)
                guard count > 0 else { break }
                printed.withLock {
                    $0.beginning.append(
                        contentsOf: bytes[..<count].prefix(Self.capacity - $0.beginning.count))
                    $0.count += count
                }
            }
            printed.withLock { $0.isOver = true }
        }
    }

    /// How many bytes were printed.
    var count: Int { printed.withLock { $0.count } }

    /// The beginning of what was printed, once the last program has left; after a second in any case, for a
    /// program that escaped may keep the terminal open.
    func text() async throws -> String {
        try programSide.close()
        for _ in 0..<200 where !printed.withLock({ $0.isOver }) {
            try await Task.sleep(for: .milliseconds(5))
        }
        return printed.withLock { String(decoding: $0.beginning, as: UTF8.self) }
    }
}
