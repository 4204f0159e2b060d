/// Two files side by side: what their authors wrote in each, and which lines of it are the same code.
struct MatchingLines: Equatable {
    /// A line of a student's own.
    struct Line: Equatable {
        /// Counted from 1.
        let number: Int
        let text: String
        let matches: Bool
    }

    let left: [Line]
    let right: [Line]

    /// Compares two versions of one file.
    init(_ left: String, _ right: String, stub: ComparedCode.Stub) {
        let (leftCode, rightCode) = (ComparedCode(left, stub: stub), ComparedCode(right, stub: stub))
        let (leftGrams, rightGrams) = (Array(leftCode.grams.joined()), Array(rightCode.grams.joined()))
        let common = Set(leftGrams.map(\.hash)).intersection(rightGrams.map(\.hash))
        self.left = Self.lines(of: left, leftCode, leftGrams.filter { common.contains($0.hash) })
        self.right = Self.lines(of: right, rightCode, rightGrams.filter { common.contains($0.hash) })
    }

    var isEmpty: Bool { !(left + right).contains(where: \.matches) }

    /// The lines of a student's own, and whether they are in one of these grams.
    private static func lines(of text: String, _ code: ComparedCode, _ matches: [ComparedCode.Gram]) -> [Line]
    {
        let matching = Set(matches.flatMap(\.lines))
        let own = Set(code.runs.joined().map(\.line))
        return text.split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }.enumerated()
            .filter { own.contains($0.offset + 1) }
            .map {
                Line(
                    number: $0.offset + 1, text: String($0.element), matches: matching.contains($0.offset + 1)
                )
            }
    }
}
