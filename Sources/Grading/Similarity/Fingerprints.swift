/// What a student's code is compared by: for each file, hashes of its tokens that are neither names nor stub.
///
/// Winnowing as in Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", 2003.
struct Fingerprints: Codable, Equatable, Sendable {
    /// The hashes, ascending, by the file's path from the package's root.
    let hashes: [String: [UInt32]]

    /// Works out the hashes of these files, without what is in the stubs.
    ///
    /// - Parameters:
    ///   - texts: The student's files, by their paths from the package's root.
    ///   - stubs: The files as they were handed out.
    init(of texts: [String: String], stubs: [String: String]) {
        hashes = [:]
    }
}
