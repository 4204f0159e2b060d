import Charts
import Testing

@Suite("Page") struct PageTests {
    let page = Page(
        title: "a < b & \"c\"",
        tables: [.init(title: "<Settings>", rows: [.init(name: "<script>", value: "'1' & 2\u{1B}")])],
        sections: [
            .init(title: "1 > 0", text: "</p>", pictures: Samples.filled),
            .init(title: "again", pictures: Samples.filled + Samples.empty + Samples.hostile),
        ])

    @Test("it is well-formed and shows every text as it is")
    func texts() throws {
        let file = try XMLReader(page.html)
        #expect(file.elements("title").map(\.text) == ["a < b & \"c\""])
        #expect(file.elements("h1").map(\.text) == ["a < b & \"c\""])
        #expect(file.elements("h2").map(\.text) == ["<Settings>", "1 > 0", "again"])
        #expect(file.elements("th").map(\.text) == ["<script>"])
        #expect(file.elements("td").map(\.text) == ["'1' & 2␛"])
        #expect(file.elements("p").map(\.text) == ["</p>"])
        #expect(file.elements("script").isEmpty)
        #expect(
            file.elements("svg").count == 2 * Samples.filled.count + Samples.empty.count
                + Samples.hostile.count)
    }

    @Test("no two ids are the same, and every mask is there")
    func ids() throws {
        let file = try XMLReader(page.html)
        let ids = file.elements.compactMap { $0.attributes["id"] }
        #expect(ids.count >= 3 && Set(ids).count == ids.count)
        let masks = file.elements.compactMap { $0.attributes["mask"] }
        #expect(Set(masks) == Set(ids.map { "url(#\($0))" }))
    }

    @Test("one style sheet serves all pictures, with colours for light and dark")
    func styles() throws {
        let sheets = try XMLReader(page.html).elements("style")
        #expect(sheets.count == 1)
        #expect(sheets[0].text.matches(of: /prefers-color-scheme:dark/).count == 2, "pictures and page")
    }

    @Test("it asks the browser for no network and no script, and for the width of the phone")
    func head() throws {
        let contents = try XMLReader(page.html).elements("meta").compactMap { $0.attributes["content"] }
        #expect(contents.contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'"))
        #expect(contents.contains { $0.hasPrefix("width=device-width") })
    }

    @Test("the same page has the same bytes")
    func deterministic() {
        #expect(page.html == page.html)
    }

    @Test("an empty page says that it is")
    func empty() throws {
        let file = try XMLReader(
            Page(
                title: "", tables: [.init(title: "Settings", rows: [])],
                sections: [.init(title: "Learning", pictures: [])]
            ).html)
        #expect(file.elements("p").map(\.text) == ["Nothing to tell yet.", "No picture was drawn."])
    }
}
