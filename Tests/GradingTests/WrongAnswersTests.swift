import Foundation
import Testing

@testable import Grading

@Suite("Wrong answers")
struct WrongAnswersTests {
    @Test("a file has lists, and leaves out those that are empty")
    func file() async throws {
        let json = """
            { "wrong": [ { "name": "minus", "edits": [{ "original": "a", "replacement": "b" }],
                           "fails": ["f()"], "says": ["sign"] } ],
              "correct": [ { "name": "loops", "edits": [], "allow": ["slow()"] } ],
              "survivors": [ { "in": "f(_:)", "line": "x", "mutation": "`a` → `b`", "why": "the same" } ] }
            """
        let read = try await load(json)
        #expect(read.wrong.map(\.fails) == [["f()"]])
        #expect(read.wrong.map(\.says) == [["sign"]])
        #expect(read.correct.map(\.allow) == [["slow()"]])
        #expect(read.attempts == [])
        #expect(
            read.survivors == [.init(function: "f(_:)", line: "x", mutation: "`a` → `b`", why: "the same")])
    }

    @Test(
        "what is wrong with a file is told with its name and the place in it",
        arguments: [
            ("{", "Solutions/WrongAnswers/Linear.json: "),
            ("{ \"right\": [] }", "there is no key “right”"),
            ("{ \"wrong\": [{ \"name\": \"a\", \"edits\": [], \"say\": [] }] }", "there is no key “say”"),
            ("{ \"wrong\": [{ \"edits\": [] }] }", "wrong: entry 1: the key “name” is missing"),
        ])
    func broken(json: String, problem: String) async throws {
        let error = await #expect(throws: GradingError.self) { try await load(json) }
        #expect(try #require(error).description.contains(problem), "\(error?.description ?? "")")
    }

    @Test("a file that is not there is told of")
    func missing() async throws {
        let error = await #expect(throws: GradingError.self) { try await load(nil) }
        #expect(
            try #require(error).description.hasPrefix("Solutions/WrongAnswers/Linear.json cannot be read"))
    }

    @Test("edits are made one after the other, wherever their texts occur")
    func edits() throws {
        let edits = [("a", "bb"), ("b", "c")].map { WrongAnswers.Edit(original: $0.0, replacement: $0.1) }
        let entry = WrongAnswers.Entry(name: "x", edits: edits)
        #expect(try entry.text(from: "a + a") == "cc + cc")
    }

    @Test("an edit of what the answer does not have any more is told with the text")
    func stale() {
        let edits = [WrongAnswers.Edit(original: "old", replacement: "new")]
        let entry = WrongAnswers.Entry(name: "x", edits: edits)
        #expect(
            throws: GradingError.wrongAnswers("the original “old” does not occur in the answer")
        ) { try entry.text(from: "else") }
    }

    private func load(_ json: String?) async throws -> WrongAnswers {
        let files = json.map { ["Solutions/WrongAnswers/Linear.json": $0] } ?? [:]
        return try await withFiles(files) { root in
            try WrongAnswers.load(forAnswer: "Solutions/Reference/Linear.swift", from: root)
        }
    }
}
