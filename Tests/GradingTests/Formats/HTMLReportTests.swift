import Testing

@testable import Grading

@Suite("Formats: HTML")
struct HTMLReportTests {
    @Test("every page is well-formed, runs nothing and fetches nothing", arguments: SampleReport.allCases)
    func wellFormed(sample: SampleReport) throws {
        let page = try XMLTree.parse(sample.document.text(in: .html))
        let known: Set = [
            "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2",
            "small", "p",
            "b", "i", "div", "table", "thead", "tbody", "tr", "th", "td", "a", "pre", "code", "dl", "dt",
            "dd",
            "details", "summary", "ul", "li",
        ]
        #expect(Set(page.all.map(\.name)).subtracting(known) == [])
        let attributes: Set = [
            "lang", "charset", "name", "content", "http-equiv", "class", "aria-hidden", "style", "scope",
            "href",
        ]
        #expect(Set(page.all.flatMap(\.attributes.keys)).subtracting(attributes) == [])
        for link in page.all("a") {
            let href = link.attributes["href", default: ""]
            #expect(
                href.hasPrefix(sample == .hostile ? "https://example.org/kit/Lessons/" : "Lessons/"),
                "\(href)")
        }
    }

    @Test("hostile text is text")
    func hostile() throws {
        let page = try XMLTree.parse(SampleReport.hostile.document.text(in: .html))
        #expect(page.all("title").first?.text == "Feedback for \(SampleReport.hostileText.printable)")
        #expect(page.all("pre").contains { $0.text.contains("<script>alert(1)</script>]]>&amp;\\0") })
    }

    @Test("a bar is as long as the share of the points, and full only when all are there")
    func bars() throws {
        let page = try XMLTree.parse(SampleReport.midway.document.text(in: .html))
        let widths = page.all("i").map { $0.attributes["style"] }
        #expect(widths == ["width: 25%", "width: 42%", "width: 0%", "width: 0%"])
    }

    @Test("the characters of HTML are written out, and no others")
    func escaping() {
        #expect(HTML.escaped("a<b>&\"'é\u{301}") == "a&lt;b&gt;&amp;&quot;&#39;é\u{301}")
        #expect(HTML.escaped("<\u{338}") == "&lt;\u{338}", "also under an accent")
    }
}
