import Foundation

/// A file that one holder at a time has: the lock ends with its holder, however that ends.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Returns: Nil when somebody else has it. Where the file system knows no locks, everybody gets one.
    /// - Throws: `GradingError.cannotWrite` when the file cannot be made.
    init?(_ file: URL) throws(GradingError) {
        // What we start must not hold on to it.
        let opened = unsafe open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw .cannotWrite(file.path, reason: unsafe String(cString: strerror(errno)))
        }
        if flock(opened, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            close(opened)
            return nil
        }
        descriptor = opened
    }

    deinit { close(descriptor) }

    /// Waits for the lock.
    static func wait(for file: URL) async throws -> FileLock {
        while true {
            if let lock = try FileLock(file) { return lock }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
