extension Course {
    /// The formulas of a page that GitHub would not show as they are meant.
    func formulas(on page: Page) -> [Finding] {
        page.paragraphs(of: page.words).flatMap { paragraph in
            let cells = paragraph.text.split(separator: "|").map(String.init)
            let pieces = paragraph.text.hasPrefix("|") ? cells : [paragraph.text]
            return pieces.flatMap { piece in
                problems(in: piece).map { page.finding(paragraph.number + $0.offset, $0.problem) }
            }
        }
    }

    private func problems(in piece: String) -> [(offset: Int, problem: String)] {
        guard piece.count(where: { $0 == "$" }).isMultiple(of: 2) else {
            return [(0, "a dollar sign has no partner: “\(piece.singleSpaced)”")]
        }
        return piece.matches(of: /(\$\$?)([^$]+)\1/).flatMap { match in
            let formula = String(match.2)
            let before = piece[..<match.range.lowerBound].last
            let after = piece[match.range.upperBound...].first
            var problems: [String] = []
            if match.1 == "$", formula.first?.isWhitespace == true || formula.last?.isWhitespace == true {
                problems.append("has a space beside its dollar sign")
            }
            if [before, after].contains(where: { $0?.isLetter == true || $0?.isNumber == true }) {
                problems.append("touches a word")
            }
            if !Self.isBalanced(formula) { problems.append("has a brace without a partner") }
            if formula.matches(of: /\\left\b/).count != formula.matches(of: /\\right\b/).count {
                problems.append("has a \\left without its \\right")
            }
            let begun = formula.matches(of: /\\begin\{(\w+)\}/).map(\.1).sorted()
            if begun != formula.matches(of: /\\end\{(\w+)\}/).map(\.1).sorted() {
                problems.append("begins what it does not end")
            }
            if let escape = formula.firstMatch(of: /\\[!-\/:-@\[-`{-~]/)?.0 {
                problems.append("has \(escape), of which Markdown takes the backslash")
            }
            let offset = String(piece).line(of: match.range.lowerBound) - 1
            return problems.map { (offset, "the formula “\(formula.singleSpaced)” \($0)") }
        }
    }

    private static func isBalanced(_ formula: String) -> Bool {
        var depth = 0
        for sign in formula {
            if sign == "{" { depth += 1 }
            if sign == "}" { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }
}
