import Foundation

/// The file that `--output` names.
struct ReportFile {
    let url: URL

    /// Finds out before the work whether the report can be written after it.
    ///
    /// - Throws: `GradingError.cannotWrite` where there is no such folder, or a folder of that name.
    func check() throws(GradingError) {
        let folder = url.deletingLastPathComponent()
        if !isFolder(folder) { throw problem("there is no folder \(folder.path); make it first") }
        if isFolder(url) { throw problem("it is a folder; name a file") }
        if !FileManager.default.isWritableFile(atPath: folder.path) {
            throw problem("the folder \(folder.path) cannot be written to")
        }
    }

    /// Writes the report, whole or not at all.
    ///
    /// - Throws: `GradingError.cannotWrite` with the system's reason.
    func write(_ text: String) throws(GradingError) {
        do {
            try Data(text.endingInNewline.utf8).write(to: url, options: .atomic)
        } catch {
            throw problem(error.localizedDescription)
        }
    }

    private func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        let isThere = unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        return isThere && isFolder.boolValue
    }

    private func problem(_ reason: String) -> GradingError { .cannotWrite(url.path, reason: reason) }
}

extension String {
    /// The text with a line feed at its end: its own, where it has one.
    var endingInNewline: String { utf8.last == UInt8(ascii: "\n") ? self : self + "\n" }
}
