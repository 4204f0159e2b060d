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
    init(_ left: String, _ right: String, stub: String) {
        let (leftCode, rightCode) = (ComparedCode(left, stub: stub), ComparedCode(right, stub: stub))
        let common = Self.hashes(of: leftCode).intersection(Self.hashes(of: rightCode))
        self.left = Self.lines(of: left, leftCode, common)
        self.right = Self.lines(of: right, rightCode, common)
    }

    var isEmpty: Bool { !(left + right).contains(where: \.matches) }

    private static func hashes(of code: ComparedCode) -> Set<UInt32> {
        Set(code.grams.joined().map(\.hash))
    }

    private static func lines(of text: String, _ code: ComparedCode, _ common: Set<UInt32>) -> [Line] {
        let matching = Set(code.grams.joined().filter { common.contains($0.hash) }.flatMap(\.lines))
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
