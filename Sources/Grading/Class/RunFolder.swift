import Foundation

/// The temporary folder of a class run, and of whatever it starts; the next run removes what a dead one left.
enum RunFolder {
    private static let prefix = "grade-class-"

    /// Makes the folder, hands it over, and removes it again.
    static func with<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
        let manager = FileManager.default
        let parent = manager.temporaryDirectory
        for name in (try? manager.contentsOfDirectory(atPath: parent.path)) ?? [] where name.hasPrefix(prefix)
        {
            removeUnlessHeld(parent.appending(path: name))
        }
        let folder = parent.appending(path: "\(prefix)\(UUID().uuidString)")
        try manager.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let lock = try FileLock(folder.appending(path: "lock"))
        defer {
            withExtendedLifetime(lock) {}
            try? manager.removeItem(at: folder)
        }
        return try await TemporaryFolder.$parent.withValue(folder) { try await body(folder) }
    }

    /// Removes a folder whose run has ended, as its lock tells; other users' folders cannot be opened.
    private static func removeUnlessHeld(_ folder: URL) {
        let file = folder.appending(path: "lock")
        guard FileManager.default.fileExists(atPath: file.path), let lock = try? FileLock(file) else {
            return
        }
        defer { withExtendedLifetime(lock) {} }
        try? FileManager.default.removeItem(at: folder)
    }
}
