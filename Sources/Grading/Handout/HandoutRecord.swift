import Foundation

/// What the kit has written into a student's copy, kept there: what has another content now is the student's.
///
/// A line for each file, with git's digest of it and its path. A file may have several lines: while a copy is
/// brought up to date both its old and its new content are the kit's.
struct HandoutRecord: Equatable, Sendable {
    /// Where the record is, from the copy's root.
    static let path = ".handout"

    /// The digests of what the kit wrote, by path.
    var digests: [String: Set<String>]

    private static let heading =
        "# What the kit wrote here; `./grade.sh handout` needs it to bring this folder up to date."

    init(_ digests: [String: Set<String>]) {
        self.digests = digests
    }

    /// Reads the record of a copy; nil where there is none, or no record at all in the file.
    init?(in copy: URL) {
        guard let text = try? String(contentsOf: copy.appending(path: Self.path), encoding: .utf8),
            text.hasPrefix(Self.heading)
        else { return nil }
        digests = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, Self.isInside(parts[1]) else { return nil }
            digests[String(parts[1]), default: []].insert(String(parts[0]))
        }
    }

    /// Whether a path cannot lead out of the copy, nor into what is git's: the record may be anybody's.
    private static func isInside(_ path: Substring) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.contains { ["", ".", ".."].contains($0) } && parts.first != ".git"
    }

    /// The record's file.
    var data: Data {
        let lines = digests.sorted { $0.key < $1.key }.flatMap { path, digests in
            digests.sorted().map { "\($0) \(path)" }
        }
        return Data(([Self.heading] + lines).map { "\($0)\n" }.joined().utf8)
    }

    /// What either has.
    func union(_ other: HandoutRecord) -> HandoutRecord {
        HandoutRecord(digests.merging(other.digests) { $0.union($1) })
    }
}
