import Foundation
import Testing

@testable import Grading

/// The thresholds, held against the kit's own exercises: many short right answers, put together at random.
@Suite("Similarity of right answers")
struct SimilarityStudyTests {
    @Test("of thirty who are right nobody is near-identical, and each copy of one of them is found")
    func copies() throws {
        let root = GoldenFixture.root.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let rubric = try Rubric.load(from: root)
        let stubs = try Stubs.load(for: rubric, from: root)
        var variants: [(file: String, texts: [String])] = []
        for exercise in rubric.exercises {
            guard let file = exercise.source, let path = exercise.answer else { continue }
            let answer = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            let others = try WrongAnswers.load(forAnswer: path, from: root).correct
            variants.append((file, [answer] + (try others.map { try $0.text(from: answer) })))
        }
        var generator = SeededNumbers(seed: 11)
        let alone = (0..<30).map { _ in
            Dictionary(
                uniqueKeysWithValues: variants.map { variant in
                    (variant.file, variant.texts.randomElement(using: &generator) ?? "")
                })
        }
        let copies = [
            alone[3].mapValues(Self.renamed), alone[9].mapValues(Self.withTemporaries),
            alone[20].mapValues { Self.withTemporaries(Self.renamed($0)) },
        ]
        for (copy, original) in zip(copies, [3, 9, 20]) { #expect(copy != alone[original]) }
        let found = SimilarSubmissions((alone + copies).map { Fingerprints(of: $0, stubs: stubs) })
        #expect(
            Set(found.pairs.map { [$0.first, $0.second] } + found.groups) == [[3, 30], [9, 31], [20, 32]])
    }

    /// Without comments, and with other names for what is declared within functions.
    private static func renamed(_ text: String) -> String {
        var text = text.replacing(/(?m)^ *\/\/.*\n/, with: "")
        let names = text.matches(of: /\b(?:let|for) (\w+) (?:=|in)/).map { String($0.1) }
        for name in Set(names) where name != "self" {
            text = text.replacingOccurrences(
                of: "(?<![.\\w])\(name)\\b(?!\\s*:)", with: "\(name)OfMine", options: .regularExpression)
        }
        return text
    }

    /// With a constant for what is returned.
    private static func withTemporaries(_ text: String) -> String {
        text.replacing(/(?m)return try (.+)$/) { "let answer = try \($0.1)\n        return answer" }
    }
}
