/// The lines that only an answer has, and where they stand in other texts.
///
/// A line counts when it has six words and signs or more, three of them words: shorter ones, such as
/// `self.input = input`, are anybody's. What only reads an element does not, nor the head of a loop or of a guard: it
/// walks or refuses, and computes nothing, and the kit's own code has them as well. Nor does what is in any stub: it
/// is handed out on purpose.
struct AnswerLines: Sendable {
    /// A line of an answer that stands in another text.
    struct Finding: Equatable, Sendable {
        /// The line of that text, counted from 1.
        let line: Int
        /// The answer's line as it stands in its file.
        let answer: String
        /// The answer's file, from its folder.
        let file: String
    }

    private struct Line {
        let file: String
        let text: String
        let tokens: [Substring]
    }

    private let lines: [Line]

    /// Takes the lines out of the answers.
    ///
    /// - Parameters:
    ///   - answers: The answers, by their paths from their folder.
    ///   - stubs: The stubs of all of them.
    init(of answers: [String: String], stubs: some Sequence<String>) {
        let given = Set(
            stubs.flatMap { $0.split(separator: "\n").map { Self.expression(of: Self.tokens(of: $0)) } })
        var lines: [[Substring]: Line] = [:]
        for (file, text) in answers.sorted(by: { $0.key < $1.key }) {
            for line in text.replacing(/\/\/.*/, with: "").split(separator: "\n") {
                let tokens = Self.tokens(of: line)
                let expression = Self.expression(of: tokens)
                guard !given.contains(expression), !Self.isHead(tokens), Self.does(expression),
                    expression.count >= 6, expression.count(where: Self.isWord) >= 3
                else { continue }
                lines[expression] = Line(
                    file: file, text: String(line.trimmingPrefix(while: \.isWhitespace)), tokens: expression)
            }
        }
        self.lines = lines.values.sorted { ($0.file, $0.text) < ($1.file, $1.text) }
    }

    /// The answers' lines in a text, whatever the white space between their words and the name that their value has.
    func found(in text: some StringProtocol) -> [Finding] {
        let text = String(text)
        let tokens = Self.tokens(of: text)
        let places = Dictionary(grouping: tokens.indices) { tokens[$0] }
        return lines.compactMap { line in
            let start = places[line.tokens[0]]?.first {
                tokens[$0...].starts(with: line.tokens)
            }
            return start.map {
                let number = text[..<tokens[$0].startIndex].count(where: \.isNewline) + 1
                return Finding(line: number, answer: line.text, file: line.file)
            }
        }
    }

    /// What is left of a line without the name that it is given to: `let z = try a + b` is `a + b`.
    private static func expression(of tokens: [Substring]) -> [Substring] {
        var rest = tokens[...]
        if ["let", "var"].contains(rest.first), let sign = rest.firstIndex(of: "=") {
            rest = rest[(sign + 1)...]
        }
        return Array(rest.drop { ["return", "try"].contains($0) })
    }

    /// Whether a line only begins a loop or a refusal.
    private static func isHead(_ tokens: [Substring]) -> Bool {
        ["for", "while", "guard"].contains(tokens.first) && tokens.last == "{"
    }

    /// Whether a line calls, computes or changes something.
    private static func does(_ expression: [Substring]) -> Bool {
        expression.contains { ["(", "+", "-", "*", "/", "="].contains($0) }
    }

    private static func isWord(_ token: Substring) -> Bool {
        token.first?.isPunctuation == false && token.first?.isSymbol == false
    }

    /// The words and signs of a text, whatever the white space between them.
    private static func tokens(of text: some StringProtocol) -> [Substring] {
        Substring(text).matches(of: /\w+|[^\w\s]/).map(\.0)
    }
}
