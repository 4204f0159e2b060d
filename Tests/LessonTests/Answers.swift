extension Course {
    /// The lines of answers that stand on a page, in code, in hidden comments, or in backticks.
    func answers(on page: Page) throws -> [Finding] {
        let answers = try answerLines()
        let code = page.blocks.map { Page.Line(number: $0.lines.first?.number ?? 1, text: $0.text) }
        return (code + page.codeSpans).flatMap { piece in
            let tokens = Self.tokens(of: piece.text)
            return answers.filter { tokens.containsRun($0.tokens) }
                .map {
                    page.finding(piece.number, "the answer's own “\($0.line)” stands here, from \($0.file)")
                }
        }
    }

    private struct AnswerLine {
        let file: String
        let line: String
        let tokens: [Substring]
    }

    /// The lines that an answer has and its stub has not, if they are long enough to be nobody else's.
    private func answerLines() throws -> [AnswerLine] {
        let stubs = try sources(in: "Tests/Stubs")
        var lines: [[Substring]: AnswerLine] = [:]
        for (file, text) in try sources(in: "Solutions/Reference").sorted(by: { $0.key < $1.key }) {
            let given = Set((stubs[file] ?? "").split(separator: "\n").map { Self.tokens(of: $0) })
            for line in text.replacing(/\/\/.*/, with: "").split(separator: "\n") {
                let tokens = Self.tokens(of: line)
                let expression = Self.expression(of: tokens)
                let words = expression.count {
                    $0.first?.isPunctuation == false && $0.first?.isSymbol == false
                }
                guard !given.contains(tokens), expression.count >= 6, words >= 3 else { continue }
                let trimmed = line.trimmingPrefix(while: \.isWhitespace)
                lines[expression] = AnswerLine(file: file, line: String(trimmed), tokens: expression)
            }
        }
        return lines.values.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    /// What is left of a line without the name that it is given to: `let z = try a + b` is `a + b`.
    private static func expression(of tokens: [Substring]) -> [Substring] {
        var rest = tokens[...]
        if ["let", "var"].contains(rest.first), let sign = rest.firstIndex(of: "=") {
            rest = rest[(sign + 1)...]
        }
        return Array(rest.drop { ["return", "try"].contains($0) })
    }

    /// The words and signs of a text, whatever the white space between them.
    private static func tokens(of text: some StringProtocol) -> [Substring] {
        Substring(text).matches(of: /\w+|[^\w\s]/).map(\.0)
    }
}

extension [Substring] {
    /// Whether these words and signs stand here one after the other.
    fileprivate func containsRun(_ run: [Substring]) -> Bool {
        guard let first = run.first, count >= run.count else { return false }
        return indices.dropLast(run.count - 1).contains {
            self[$0] == first && self[$0..<($0 + run.count)].elementsEqual(run)
        }
    }
}
