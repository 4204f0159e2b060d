import Testing

@testable import Grading

@Suite("Messages for students")
struct StudentMessageTests {
    @Test(
        "the author's sentence is kept and the library's words are dropped",
        arguments: [
            (["Expectation failed: z == [[4, 6]]", "Z is X·W"], "Z is X·W"),
            (["Expectation failed: z == [[4, 6]]"], "z == [[4, 6]]"),
            (["Issue recorded", "The bias is missing"], "The bias is missing"),
            (["Issue recorded"], "Issue recorded"),
            (["Caught error: matmul: no"], "matmul: no"),
            (
                ["Caught error: matmul: no", "forward must take one row"],
                "forward must take one row\nmatmul: no"
            ),
            (["Expectation failed: a", "first", "second\nline"], "first\nsecond\nline"),
        ])
    func text(texts: [String], expected: String) {
        let messages = texts.enumerated().map {
            EventRecord.Message(symbol: $0 == 0 ? "fail" : "details", text: $1)
        }
        #expect(StudentMessage.text(of: messages) == expected)
    }

    @Test("only details are comments")
    func otherSymbols() {
        let messages = [
            EventRecord.Message(symbol: "fail", text: "Expectation failed: a == b"),
            EventRecord.Message(symbol: "difference", text: "+ 1"),
        ]
        #expect(StudentMessage.text(of: messages) == "a == b")
    }

    @Test("what would steer a terminal is written out, and what nobody reads to its end is cut")
    func printable() {
        #expect(
            StudentMessage.printable("a\u{1b}[2J\n\u{9b}b\r\u{0}é") == #"a\u{1B}[2J"# + "\n"
                + #"\u{009B}b\r\0é"#)
        #expect(StudentMessage.printable(String(repeating: "x", count: 4000)).count == 4000)
        #expect(StudentMessage.printable(String(repeating: "x", count: 9000)).hasSuffix("xx…"))
        let accents = "e" + String(repeating: "\u{301}", count: 9000)
        #expect(StudentMessage.printable(accents).unicodeScalars.count == 4001)
        let error = EventRecord.Message(symbol: "fail", text: "Caught error: \u{1b}]0;title\u{7}")
        #expect(StudentMessage.text(of: [error]) == #"\u{1B}]0;title\u{07}"#)
    }
}
