import Foundation

/// The code of two similar submissions side by side, read from their folders in the results when it is shown.
struct PairCode {
    let results: URL
    /// The files as they were handed out, by path.
    private let stubs: [String: ComparedCode.Stub]

    init(results: URL, stubs: [String: String]) {
        self.results = results
        self.stubs = stubs.mapValues(ComparedCode.Stub.init)
    }

    /// A file that two have in common.
    struct File {
        let path: String
        let lines: MatchingLines
    }

    /// The files in which two have code in common; none where the results have no copies of them.
    ///
    /// - Parameters:
    ///   - files: The files to look at.
    ///   - folders: Of the two, in the results.
    /// - Returns: In the order of `files`.
    func files(_ files: [String], of folders: (String, String)) -> [File] {
        files.compactMap { path in
            guard let stub = stubs[path], let left = text(path, in: folders.0),
                let right = text(path, in: folders.1)
            else { return nil }
            let lines = MatchingLines(left, right, stub: stub)
            return lines.isEmpty ? nil : File(path: path, lines: lines)
        }
    }

    private func text(_ path: String, in folder: String) -> String? {
        guard !folder.contains("/"), ![".", ".."].contains(folder) else { return nil }
        let file = results.appending(path: folder).appending(path: path)
        return try? String(contentsOf: file, encoding: .utf8)
    }
}
