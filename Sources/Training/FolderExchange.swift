import Foundation

/// Puts a new folder in the place of an old one, by renaming.
struct FolderExchange {
    /// Where the new folder is written: beside the old one, on the same disk.
    let new: URL
    /// Where the old folder waits until the new one is in its place.
    private let old: URL
    private let folder: URL

    init(for folder: URL) {
        let name = ".\(folder.lastPathComponent)-\(UUID().uuidString.prefix(8))"
        let parent = folder.deletingLastPathComponent()
        new = parent.appending(path: name + ".new", directoryHint: .isDirectory)
        old = parent.appending(path: name + ".old", directoryHint: .isDirectory)
        self.folder = folder
    }

    /// Makes the new folder, empty.
    func makeNew() throws(TrainingFileError) {
        try WholeFile.doing(folder) {
            try FileManager.default.createDirectory(at: new, withIntermediateDirectories: false)
        }
    }

    /// Exchanges the folders; when the new one cannot be moved the old one is put back.
    func run() throws(TrainingFileError) {
        let files = FileManager.default
        try WholeFile.doing(folder) {
            guard WholeFile.exists(folder) else { return try files.moveItem(at: new, to: folder) }
            try files.moveItem(at: folder, to: old)
            do {
                try files.moveItem(at: new, to: folder)
            } catch {
                try files.moveItem(at: old, to: folder)
                throw error
            }
        }
    }

    /// Removes the new folder where it was not needed, and the old one when the new one stands in its place.
    func removeLeftovers() {
        try? FileManager.default.removeItem(at: new)
        if WholeFile.exists(folder) { try? FileManager.default.removeItem(at: old) }
    }
}
