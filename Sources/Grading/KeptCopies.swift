import Foundation

/// Copies of a student's files that something else has taken the place of.
struct KeptCopies {
    /// Where they are, from the package's root: hidden, compiled by nobody, wiped by no clean build.
    static let folder = ".kept"

    let root: URL

    /// Writes a copy under a name that no other has: ".kept/Linear-2026-03-09-0705.swift".
    ///
    /// - Parameters:
    ///   - data: The file's content.
    ///   - file: The file's name or path: what it ends with is kept.
    ///   - date: The time that goes into the copy's name.
    /// - Returns: The copy's path from the package's root.
    /// - Throws: What writing throws.
    func keep(_ data: Data, of file: URL, at date: Date) throws -> String {
        try FileManager.default.createDirectory(
            at: root.appending(path: Self.folder), withIntermediateDirectories: true)
        let time = Calendar(identifier: .gregorian)
            .dateComponents([.year, .month, .day, .hour, .minute], from: date)
        let day = [time.year, time.month, time.day].map { String(format: "%02d", $0 ?? 0) }
        let minute = String(format: "%02d%02d", time.hour ?? 0, time.minute ?? 0)
        let stem = file.deletingPathExtension().lastPathComponent
        let name = "\(Self.folder)/\(stem)-\((day + [minute]).joined(separator: "-"))"
        let ending = file.pathExtension.isEmpty ? "" : ".\(file.pathExtension)"
        var copy = name + ending
        var number = 1
        while true {
            do {
                try data.write(to: root.appending(path: copy), options: .withoutOverwriting)
                return copy
            } catch let error as CocoaError where error.code == .fileWriteFileExists {
                number += 1
                copy = "\(name)-\(number)\(ending)"
            }
        }
    }
}
