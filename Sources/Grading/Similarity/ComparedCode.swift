/// A file as it is compared: its tokens without comments, without what names and texts say, and without the stub.
struct ComparedCode {
    /// A token of the student's own.
    struct Token {
        /// What is compared: a hash of the token's text; of a name that the file declares, only that it is one.
        let symbol: UInt32
        /// Where it begins, counted from 1.
        let line: Int
    }

    /// Some tokens in a row, as a number that is the same for the same symbols on every machine.
    struct Gram {
        let hash: UInt32
        let lines: ClosedRange<Int>
    }

    /// How many tokens make a gram.
    ///
    /// In classes put together at random from the correct variants in Solutions/WrongAnswers independent work looks
    /// equally alike with 4 to 8 of them, and the fewer, the more changes a copy can have and is still found.
    static let gramLength = 5

    /// The runs of tokens that do not come from the stub, in their order.
    let runs: [ArraySlice<Token>]

    /// A file as it was handed out: what is known of it when others are compared with it.
    struct Stub {
        fileprivate let hashes: Set<UInt32>

        init(_ text: String) {
            let tokens = ComparedCode.tokens(of: text)
            hashes = Set(ComparedCode.windows(of: tokens[...], stubLength).map(ComparedCode.hash))
        }
    }

    /// Reads a file; one that cannot be read for certain has no runs.
    ///
    /// - Parameters:
    ///   - text: The file.
    ///   - stub: The file as it was handed out.
    init(_ text: String, stub: Stub) {
        let tokens = Self.tokens(of: text)
        var isStub = [Bool](repeating: false, count: tokens.count)
        for window in Self.windows(of: tokens[...], Self.stubLength)
        where stub.hashes.contains(Self.hash(window)) {
            for index in window.indices { isStub[index] = true }
        }
        runs = tokens.indices.split { isStub[$0] }.map { tokens[$0.startIndex..<$0.endIndex] }
    }

    /// The grams of each run, in their order.
    var grams: [[Gram]] {
        runs.map { run in
            Self.windows(of: run, Self.gramLength).map { window in
                let first = window[window.startIndex]
                let last = window[window.endIndex - 1]
                return Gram(hash: Self.hash(window), lines: first.line...last.line)
            }
        }
    }

    /// How many tokens in a row have to be those of the stub to be taken for it.
    private static let stubLength = 6

    private static func windows(of tokens: ArraySlice<Token>, _ length: Int) -> [ArraySlice<Token>] {
        guard tokens.count >= length else { return [] }
        return (tokens.startIndex...tokens.endIndex - length).map { tokens[$0..<$0 + length] }
    }

    private static func hash(_ tokens: ArraySlice<Token>) -> UInt32 {
        tokens.reduce(0) { hash, token in (hash &* 31 &+ token.symbol) &* 2_654_435_761 }
    }

    private static func tokens(of text: String) -> [Token] {
        guard let tokens = try? SwiftLexer(text).tokens else { return [] }
        let names = DeclaredNames(in: tokens)
        return tokens.indices.map { index in
            let text = names.isRenamable(at: index) ? "name" : tokens[index].text
            return Token(symbol: symbol(text), line: tokens[index].position.line)
        }
    }

    /// Fowler, Noll and Vo's hash, FNV-1a: Swift's own differs from run to run.
    private static func symbol(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { hash, byte in (hash ^ UInt32(byte)) &* 16_777_619 }
    }
}
