/// What a student's code is compared by: for each file, hashes of its tokens that are neither names nor stub.
///
/// Winnowing as in Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", 2003:
/// of `window` grams in a row the least hash is kept, so that whatever two files have in common is noticed when it is
/// `window` + `ComparedCode.gramLength` − 1 tokens long, that is 8.
struct Fingerprints: Codable, Equatable, Sendable {
    /// The hashes, ascending, by the file's path from the package's root; files without any are left out.
    let hashes: [String: [UInt32]]

    /// Of how many grams in a row one is kept.
    private static let window = 4
    /// The most hashes that are kept of a file, the least ones: ten times those of the longest answer.
    private static let most = 2000

    /// Works out the hashes of these files, without what is in the stubs.
    ///
    /// - Parameters:
    ///   - texts: The student's files, by their paths from the package's root.
    ///   - stubs: The files as they were handed out.
    init(of texts: [String: String], stubs: [String: String]) {
        hashes = Dictionary(
            uniqueKeysWithValues: texts.map { file, text in
                let code = ComparedCode(text, stub: .init(stubs[file] ?? ""))
                let kept = code.grams.map { Self.winnowed($0.map(\.hash)) }.reduce(into: Set()) {
                    $0.formUnion($1)
                }
                return (file, Array(kept.sorted().prefix(Self.most)))
            }
        ).filter { !$0.value.isEmpty }
    }

    private static func winnowed(_ hashes: [UInt32]) -> Set<UInt32> {
        guard hashes.count > window else { return Set(hashes.min().map { [$0] } ?? []) }
        return Set((0...hashes.count - window).compactMap { hashes[$0..<$0 + window].min() })
    }
}
