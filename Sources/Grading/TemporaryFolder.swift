import Foundation

/// Where temporary folders are made.
enum TemporaryFolder {
    /// The folder that they are in: the system's own, unless a run has one for all of them.
    @TaskLocal static var parent = FileManager.default.temporaryDirectory
}

/// Makes a folder that only this user can enter, hands it over, and removes it again.
func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = TemporaryFolder.parent.appending(path: "grade-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
