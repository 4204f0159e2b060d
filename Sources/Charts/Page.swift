/// One file that holds the pictures of a training run, with its settings and results.
///
///     let page = Page(
///         title: "moons",
///         tables: [.init(title: "Settings", rows: [.init(name: "epochs", value: "20")])],
///         sections: [.init(title: "Learning", pictures: [loss, accuracy])])
///     try page.html.write(to: folder.appending(path: "index.html"), atomically: true, encoding: .utf8)
///
/// It needs no network and no script, and asks the browser to allow neither. It follows the reader's choice of
/// light or dark, and is read on a phone without zooming. Every text is shown as it is, markup included.
public struct Page: Sendable {
    /// Names and values, under a heading.
    public struct Table: Sendable, Equatable {
        /// The heading.
        public var title: String
        /// The rows, from the top.
        public var rows: [Row]

        /// Makes a table.
        ///
        /// - Parameters:
        ///   - title: The heading.
        ///   - rows: The rows, from the top.
        public init(title: String, rows: [Row]) {
            self.title = title
            self.rows = rows
        }
    }

    /// A name and its value.
    public struct Row: Sendable, Equatable {
        /// What is told.
        public var name: String
        /// Its value, with its unit.
        public var value: String

        /// Makes a row.
        ///
        /// - Parameters:
        ///   - name: What is told.
        ///   - value: Its value, with its unit.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Pictures, under a heading.
    public struct Section: Sendable {
        /// The heading.
        public var title: String
        /// What to look for, in a sentence or two; nothing when empty.
        public var text: String
        /// The pictures: side by side where the screen is wide enough.
        public var pictures: [any Picture]

        /// Makes a section.
        ///
        /// - Parameters:
        ///   - title: The heading.
        ///   - text: What to look for, in a sentence or two; nothing when empty.
        ///   - pictures: The pictures.
        public init(title: String, text: String = "", pictures: [any Picture]) {
            self.title = title
            self.text = text
            self.pictures = pictures
        }
    }

    /// The heading of the page, and what the browser calls it.
    public var title: String
    /// The tables at the top, side by side where the screen is wide enough.
    public var tables: [Table]
    /// The sections with pictures below.
    public var sections: [Section]

    /// Makes a page.
    ///
    /// - Parameters:
    ///   - title: The heading of the page, and what the browser calls it.
    ///   - tables: The tables at the top.
    ///   - sections: The sections with pictures below.
    public init(title: String, tables: [Table], sections: [Section]) {
        self.title = title
        self.tables = tables
        self.sections = sections
    }

    /// The whole file, in UTF-8 and well-formed as XML too.
    public var html: String {
        let head = Markup.element(
            "head", [:],
            [
                .element("meta", ["charset": "utf-8"]),
                .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("meta", ["name": "color-scheme", "content": "light dark"]),
                .element(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
                    ]),
                .element("title", [:], [.text(title)]),
                .style(Theme.styleSheet + Self.styleSheet),
            ])
        let parts = tables.isEmpty ? [] : [Markup.element("div", ["class": "grid"], tables.map(Self.table))]
        let body = Markup.element(
            "body", [:],
            [
                .element(
                    "main", [:],
                    [.element("h1", [:], [.text(title)])] + parts + sections.enumerated().map(Self.section))
            ])
        return "<!DOCTYPE html>\n" + Markup.element("html", ["lang": "en"], [head, body]).source + "\n"
    }

    private static func table(_ table: Table) -> Markup {
        let rows = table.rows.map { row in
            Markup.element(
                "tr", [:],
                [
                    .element("th", ["scope": "row"], [.text(row.name)]),
                    .element("td", [:], [.text(row.value)]),
                ])
        }
        return .element(
            "section", [:],
            [
                .element("h2", [:], [.text(table.title)]),
                rows.isEmpty
                    ? .element("p", [:], [.text("Nothing to tell yet.")])
                    : .element("table", [:], [.element("tbody", [:], rows)]),
            ])
    }

    private static func section(_ index: Int, _ section: Section) -> Markup {
        let figures = section.pictures.enumerated().map { place, picture in
            // Named by its place: no two of the page's ids are the same, and the same page has the same ids.
            Markup.element("figure", [:], [picture.drawing(named: "s\(index)p\(place)").inline])
        }
        let text = section.text.isEmpty ? [] : [Markup.element("p", [:], [.text(section.text)])]
        return .element(
            "section", [:],
            [.element("h2", [:], [.text(section.title)])] + text
                + (figures.isEmpty
                    ? [.element("p", [:], [.text("No picture was drawn.")])]
                    : [.element("div", ["class": "grid"], figures)]))
    }
}
