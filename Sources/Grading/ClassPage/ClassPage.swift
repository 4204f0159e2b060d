/// `class.html`, what an instructor looks at: one file that needs no network, and no JavaScript to be read.
///
/// Every line that depends on time has `class="time"` in it, and no other line has.
struct ClassPage {
    let document: ClassDocument
    /// What shows the code of pairs.
    let code: PairCode

    /// The whole page.
    var text: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
        script-src 'sha256-\(ClassPageScript.digest)'">
        <title>Class: \(document.summary.submissions) submissions</title>
        <style>
        \(ClassPageStyle.text)
        </style>
        <script>\(ClassPageScript.text)</script>
        </head>
        <body>
        <h1>Class</h1>
        <nav><a href="#scores">Scores</a> <a href="#exercises">Exercises and mistakes</a> \
        <a href="#slowest">Slowest</a> <a href="#similar">Near-identical code</a> \
        <a href="#submissions">Submissions</a></nav>
        \(sections.joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private var sections: [String] {
        [
            ClassPageSummary(document: document).html,
            ClassPageExercises(document: document, links: links).html,
            ClassPageNotes(document: document, links: links).html,
            ClassPagePairs(document: document, links: links, code: code).html,
            ClassPageTable(document: document, links: links).html,
        ]
    }

    private var links: ClassPageLinks { ClassPageLinks(document.submissions) }
}

/// Links from the page to each submission's own reports.
struct ClassPageLinks {
    private let names: [String: String]
    private let refused: Set<String>

    init(_ submissions: [ClassDocument.Submission]) {
        names = Dictionary(submissions.map { ($0.folder, $0.name) }) { first, _ in first }
        refused = Set(submissions.filter { $0.status == .refused }.map(\.folder))
    }

    /// The name of the submission with this folder, as it can be shown.
    func name(of folder: String) -> String { (names[folder] ?? folder).printable }

    /// The name, with a link to the report that the student gets, where there is one.
    func report(in folder: String) -> String {
        let name = name(of: folder)
        return refused.contains(folder) ? HTML.escaped(name) : Self.link(name, to: "report.html", in: folder)
    }

    /// A link to a file of a submission.
    ///
    /// Without the "./" a folder could pass for a scheme, such as "javascript:".
    static func link(_ text: String, to file: String, in folder: String) -> String {
        #"<a href="./\#(encoded(folder))/\#(file)">\#(HTML.escaped(text))</a>"#
    }

    /// The name as a part of a URL's path: what is not a letter, a digit, "-", "_" or "." becomes %XX.
    static func encoded(_ name: String) -> String {
        name.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
                || "-_.".utf8.contains(byte)
            let hexadecimal = String(byte, radix: 16, uppercase: true)
            return isPlain
                ? String(UnicodeScalar(byte)) : "%" + (hexadecimal.count < 2 ? "0" : "") + hexadecimal
        }.joined()
    }
}
