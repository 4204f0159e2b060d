import Testing

@testable import Charts

@Suite("Markup") struct MarkupTests {
    @Test(
        "text and attributes say what they were given",
        arguments: [
            ("a < b && c > d", "a < b && c > d"), ("\"quoted\" 'too'", "\"quoted\" 'too'"),
            ("</text><script>alert(1)</script>", "</text><script>alert(1)</script>"),
            ("]]> &amp; <!-- -->", "]]> &amp; <!-- -->"), ("Grüße 数字 👍🏽", "Grüße 数字 👍🏽"),
            ("tab\tline\nreturn\r\nend", "tab line return  end"), ("\u{1B}[2J\0\u{7}", "␛[2J␀␇"),
            ("\u{7F}\u{9B}", "␡\u{FFFD}"), ("\u{202E}evil\u{2066}", "\u{FFFD}evil\u{FFFD}"),
            ("\u{FFFE}\u{FFFF}\u{2028}", "\u{FFFD}\u{FFFD} "),
        ])
    func escaping(text: String, shown: String) throws {
        let element = Markup.element("a", ["b": text], [.text(text)])
        let read = try #require(try XMLReader(element.source).elements.first)
        #expect(read.text == shown)
        #expect(read.attributes == ["b": shown])
    }

    @Test("every scalar below U+0800 leaves the file well-formed")
    func allScalars() throws {
        let all = String(String.UnicodeScalarView((0..<0x800).compactMap(Unicode.Scalar.init)))
        #expect(throws: Never.self) { try XMLReader(Markup.element("a", ["b": all], [.text(all)]).source) }
    }

    @Test("an element without content is closed at once")
    func closed() {
        #expect(Markup.element("br").source == "<br/>")
        #expect(
            Markup.element("g", ["x": 1.5, "n": 3], [.element("b")]).source == "<g x=\"1.5\" n=\"3\"><b/></g>"
        )
    }

    @Test("text that is too wide is cut, and shows that it was")
    func fitting() {
        #expect("short".fitted(to: 100, fontSize: 10) == "short")
        #expect("a rather long name".fitted(to: 57, fontSize: 10) == "a rather …")
        #expect("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧".fitted(to: 12, fontSize: 10) == "👨‍👩‍👧…")
        #expect("abc".fitted(to: -50, fontSize: 10) == "…")
    }
}
