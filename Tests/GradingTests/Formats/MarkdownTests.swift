import Testing

@testable import Grading

@Suite("Formats: Markdown")
struct MarkdownTests {
    @Test(
        "text in a line stays text",
        arguments: [
            ("a_b*c", "a\\_b\\*c"), ("[x](y)", "\\[x\\](y)"), ("<b>&amp;", "\\<b\\>\\&amp;"),
            ("a|b", "a\\|b"), ("a\r\nb", "a b"), ("`x`", "\\`x\\`"), ("@ada", "@\u{200B}ada"),
            ("http://x.org", "http:\u{200B}//x.org"), ("www.x.org", "w\u{200B}ww.x.org"),
            ("backward: dW is Xᵀ·dZ", "backward: dW is Xᵀ·dZ"),
        ])
    func escaped(text: String, expected: String) {
        #expect(Markdown.escaped(text) == expected)
    }

    @Test(
        "code has a fence that it cannot close",
        arguments: [
            ("a", "`a`"), ("`", "`` ` ``"), ("a``b`c", "```a``b`c```"), ("", "`  `"), (" a", "`  a `"),
            ("a\nb", "`a b`"),
        ])
    func code(text: String, expected: String) {
        #expect(Markdown.code(text) == expected)
    }

    @Test("a block has a fence that no line in it closes")
    func block() {
        #expect(Markdown.block(["a", "b"]) == ["```text", "a", "b", "```"])
        #expect(Markdown.block(["````", "~~~"]) == ["`````text", "````", "~~~", "`````"])
    }

    @Test("outside of code, nothing that was handed in is markup")
    func hostile() throws {
        let text = try SampleReport.hostile.document.text(in: .markdown)
        var fence: Substring?
        var outside: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let open = fence {
                if line == open { fence = nil }
            } else if line.hasPrefix("```") {
                fence = line.prefix { $0 == "`" }
            } else {
                outside.append(line)
            }
        }
        #expect(fence == nil, "every block is closed")
        let prose = outside.joined(separator: "\n").replacing(/(`+)(?!`).*?[^`]\1(?!`)/, with: "")
        for markup in ["<script>", "@everyone", "[x](", " **b**", " www.evil"] {
            #expect(!prose.contains(markup), "\(markup)")
        }
        #expect(text.contains("<script>"), "the message is there, in a block")
    }
}
