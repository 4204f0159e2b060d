/// One of several equal parts of a class: "3/10" is the third of ten.
struct Shard: Equatable, Sendable {
    /// Counted from 1.
    let index: Int
    let count: Int

    /// Reads "3/10".
    ///
    /// - Returns: Nil for what is no part of something.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1], 1...max(1, count) ~= index else {
            return nil
        }
        self.index = index
        self.count = count
    }
}
