@testable import Grading

extension Course {
    /// The common mistakes of a page that no test says in these words.
    ///
    /// What a message fills in may be anything; a message may say more before and after.
    func diagnoses(on page: Page) throws -> [Finding] {
        let suites = rubric.exercises.filter { $0.lesson == page.path }.map(\.suite)
        guard !suites.isEmpty else { return [] }
        let sources =
            try sources(in: "Tests/StudentTests")
            .filter { file in suites.contains { file.key == "\($0).swift" || file.key.hasPrefix("\($0)+") } }
            .map(\.value) + sources(in: "Tests/TestSupport").values
        let messages = sources.flatMap(Self.messages)
        return page.prose.matches(of: /<a id="[^"]+"><\/a>\s*\*\*((?:[^*]|\*(?!\*))+)\*\*/)
            .compactMap { entry in
                let sentence = String(entry.1).singleSpaced
                return messages.contains { Self.says($0, sentence) }
                    ? nil
                    : page.finding(page.prose.line(of: entry.range.lowerBound), "no test says “\(sentence)”")
            }
    }

    /// The strings in a source, cut where something is filled in.
    private static func messages(in source: String) -> [[String]] {
        source.replacing(/"\s*\+\s*"/, with: "")
            .matches(of: /"((?:\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\[^(]|[^"\\\n])*)"/)
            .map { literal in
                literal.1.split(
                    separator: /\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/, omittingEmptySubsequences: false
                )
                .map { String($0).replacing("\\\"", with: "\"").replacing("\\\\", with: "\\") }
            }
    }

    private static func says(_ message: [String], _ sentence: String) -> Bool {
        let plain = sentence.lowercased().trimmingSuffix(".")
        if message.contains(where: { $0.lowercased().contains(plain) }) { return true }
        // What is left when all that is filled in is taken away has to be worth comparing.
        guard message.count > 1, message.joined().count >= 12, let first = message.first,
            let last = message.last,
            sentence.hasPrefix(first), sentence.hasSuffix(last)
        else { return false }
        var rest = sentence.dropFirst(first.count).dropLast(last.count)
        for part in message.dropFirst().dropLast() {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
