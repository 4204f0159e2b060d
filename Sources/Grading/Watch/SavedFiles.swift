import Foundation

/// The students' files at one moment: another list says that something was saved, came or went.
struct SavedFiles: Equatable, Sendable {
    private struct Stamp: Equatable {
        let size: UInt64
        let date: Date?
    }

    private var stamps: [String: Stamp] = [:]

    /// Looks at names, sizes and dates; hidden files, which editors make while one types, do not count.
    init(in root: URL) {
        let folder = root.appending(path: StudentFiles.folder)
        let manager = FileManager.default
        for path in manager.subpaths(atPath: folder.path) ?? [] where path.hasSuffix(".swift") {
            guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
            let attributes = try? manager.attributesOfItem(atPath: folder.appending(path: path).path)
            stamps[path] = Stamp(
                size: attributes?[.size] as? UInt64 ?? 0, date: attributes?[.modificationDate] as? Date)
        }
    }
}
