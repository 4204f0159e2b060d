/// A file that was handed in and takes no part, with the reason.
struct LeftOut: Codable, Hashable, Sendable {
    /// How many of them are listed; a word about the others comes last.
    static let most = 50

    /// The path from the package's root, with what does harm on a terminal written out.
    let file: String
    /// Put after the name: "is a link".
    let reason: String

    /// The first of them, and how many more there are.
    static func list(_ all: [LeftOut]) -> [LeftOut] {
        guard all.count > most else { return all }
        return all.prefix(most) + [LeftOut(file: "\(all.count - most) more", reason: "are not listed")]
    }
}
