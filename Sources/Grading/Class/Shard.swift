/// One of several parts of a class: "3/10" is the third of ten.
struct Shard: Codable, Equatable, Sendable {
    /// Counted from 1.
    let index: Int
    let count: Int

    static let all = Shard(index: 1, count: 1)

    private init(index: Int, count: Int) {
        (self.index, self.count) = (index, count)
    }

    /// Reads "3/10".
    ///
    /// - Returns: Nil for what is no part of something.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1], 1 <= index, index <= count else {
            return nil
        }
        self.init(index: index, count: count)
    }

    /// Whether a submission is in this part.
    ///
    /// Its name alone decides: what is handed in later moves no other to another part.
    func holds(_ name: String) -> Bool {
        let hash = UInt64(SHA256.hex(name.utf8).prefix(15), radix: 16) ?? 0
        return Int(hash % UInt64(count)) == index - 1
    }
}
