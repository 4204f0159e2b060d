import Foundation
import Testing

@testable import Grading

@Suite("Class page")
struct ClassPageTests {
    private static let hostile = [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>",
        "\"><img src=x onerror=\"alert(1)\">",
        "' onmouseover='alert(1)", "<!--", "&lt;", "javascript:alert(1)", "\u{202E}gpj.exe", "a\nb",
    ]

    /// Who wrote alone: without them it could not be told what is rare.
    private static let others = (5..<10).map { style in
        SampleClass.row(
            "alone \(style)",
            fingerprints: SampleCode.fingerprints(SampleCode.file(SampleCode.statements(120, style: style))))
    }

    @Test("nothing that was handed in becomes markup: in names, reasons, files, mistakes and code")
    func escaped() async throws {
        for (index, name) in Self.hostile.enumerated() {
            let code = SampleCode.file(SampleCode.statements(120, style: 1), comment: "/* \(name) */")
            let other = SampleCode.file(
                SampleCode.statements(120, style: 1) + ["return input + 12.5 - 3 * 4"], comment: "")
            let mistake = ClassMistake(lesson: name, text: name)
            let rows =
                [
                    SampleClass.row(
                        name, folder: "one", unusable: [name],
                        exercises: [SampleClass.exercise(mistakes: [mistake])],
                        fingerprints: SampleCode.fingerprints(code)),
                    SampleClass.row("other", folder: "two", fingerprints: SampleCode.fingerprints(other)),
                    SampleClass.row(name, folder: "three", refusal: name),
                ] + Self.others
            let files = ["one/\(SampleCode.path)": code, "two/\(SampleCode.path)": other]
            try await SampleClass.tables(of: rows, files: files) { page, _, _ in
                #expect(page.contains("<mark>"), "\(index): the code is shown")
                #expect(page.components(separatedBy: "<script").count == 2)
                #expect(page.components(separatedBy: "</script").count == 2)
                for wrong in ["<img", "<!--", "\u{202E}", "a\nb"] { #expect(!page.contains(wrong)) }
                let tags = page.matches(of: /<[a-z][^>]*>/).map { String($0.0) }
                #expect(!tags.contains { $0.contains("onerror") || $0.contains("onmouseover") })
                let shown = name.printable.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                    .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing(
                        "'", with: "&#39;")
                #expect(page.components(separatedBy: shown).count > 5)
            }
        }
    }

    @Test(
        "a folder is a path's part in a link, whatever it is called",
        arguments: [
            ("a b", "a%20b"), ("javascript:x", "javascript%3Ax"), ("a\"><b>", "a%22%3E%3Cb%3E"), ("..", ".."),
            ("100%", "100%25"), ("?a#b&c", "%3Fa%23b%26c"), ("é", "%C3%A9"), ("\n", "%0A"),
            ("Az09-_.", "Az09-_."),
        ])
    func links(folder: String, encoded: String) {
        #expect(ClassPageLinks.encoded(folder) == encoded)
        #expect(
            ClassPageLinks.link("<", to: "report.html", in: folder)
                == "<a href=\"./\(encoded)/report.html\">&lt;</a>")
    }

    @Test("the page runs its own script and no other, and loads nothing")
    func selfContained() async throws {
        try await SampleClass.tables(of: [SampleClass.row("a")]) { page, _, _ in
            #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"))
            let script = try #require(page.firstMatch(of: /<script>([\s\S]*?)<\/script>/)?.1)
            #expect(String(script) == ClassPageScript.text)
            for wrong in ["http:", "https:", "//", "@import", "url(", "src="] {
                #expect(!page.contains(wrong), "\(wrong)")
            }
        }
        try await withFiles(["script": ClassPageScript.text]) { folder in
            let exit = try await ChildProcess(
                executable: URL(filePath: "/bin/sh"),
                arguments: [
                    "-c",
                    "if command -v sha256sum >/dev/null; then sha256sum script; else shasum -a 256 script; fi",
                ],
                environment: ["PATH": "/usr/bin:/bin"], folder: folder
            ).run()
            let bytes = try #require(Data(base64Encoded: ClassPageScript.digest))
            #expect(exit.output.hasPrefix(bytes.map { String(format: "%02x", $0) }.joined() + " "))
        }
    }

    @Test("the table says of each what the filter goes by, and links to what the student gets")
    func table() async throws {
        let rows = [
            SampleClass.row("full", folder: "f", score: 100, seconds: 2.5),
            SampleClass.row(
                "slow", folder: "s", unusable: ["Sources/Student/Linear.swift"], limitsHit: [.time]),
            SampleClass.row("worst", folder: "w", unusable: ["A.swift", "B.swift", "C.swift", "D.swift"]),
            SampleClass.row("none", folder: "n", refusal: "not a folder"),
        ]
        try await SampleClass.tables(of: rows) { page, _, _ in
            #expect(
                page.contains(
                    #"<tr data-is="graded complete"><th scope="row"><a href="./f/report.html">full</a>"#))
            #expect(page.contains(#"<a href="./f/feedback.md">"#))
            #expect(page.contains(#"<td class="time">2.5</tr>"#))
            #expect(page.contains(#"<tr data-is="unusableFiles incomplete limit">"#))
            #expect(page.contains("unusable: Linear.swift; limit of time"))
            #expect(page.contains("<summary>4 unusable files</summary>A.swift, B.swift, C.swift, D.swift<"))
            #expect(page.contains(#"<tr data-is="refused"><th scope="row">none"#))
            #expect(page.contains("refused: not a folder"))
            #expect(!page.contains("./n/"))
        }
    }

    @Test("without copies of the code a pair is listed all the same")
    func noCode() async throws {
        let code = SampleCode.statements(120, style: 1)
        let rows =
            [code, code + ["return input + 12.5 - 3 * 4"]].enumerated().map {
                SampleClass.row("\($0)", fingerprints: SampleCode.fingerprints(SampleCode.file($1)))
            } + Self.others
        try await SampleClass.tables(of: rows) { page, _, _ in
            #expect(page.contains("<details class=\"pair\">"))
            #expect(page.contains("<p><code>\(SampleCode.path)</code></p>"))
            #expect(!page.contains("<mark>"))
            #expect(page.components(separatedBy: "data-is=\"graded incomplete similar\"").count == 3)
        }
    }
}
