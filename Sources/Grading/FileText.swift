import Foundation

extension String {
    /// Reads a file that may well be empty, as what a program printed often is, and what the kernel tells of it.
    ///
    /// `Data(contentsOf:)` and `String(contentsOfFile:)` lose 4 KiB with each empty file: a class has thousands.
    init(readingFile path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: path])
        }
        self.init(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    }
}
