import Foundation
import Testing

@testable import Grading

/// For each check a page that it has to catch, and one beside it that it must not.
@Suite("Wrong pages")
struct WrongPageTests {
    private let course: Course

    init() throws { course = try Course.own.get() }

    private func page(_ text: String, path: String = "Lessons/04-linear.md") -> Page {
        Page(path: path, text: text)
    }

    @Test(
        "a link that leads nowhere is caught",
        arguments: [
            ("[a](05-rely.md)", "the link leads to Lessons/05-rely.md, which is not there"),
            ("[a](05-relu.md#goals)", "the link leads to 05-relu.md#goals, where there is no anchor goals"),
            ("[two\nlines](#gaol)", "the link leads to #gaol, where there is no anchor gaol"),
            ("[a](../Sources/Grading/Gone)", "the link leads to Sources/Grading/Gone, which is not there"),
            ("[a](htp://swift.org)", "htp://swift.org is no address"),
            ("[`code`](gone.md)", "the link leads to Lessons/gone.md, which is not there"),
            ("![a picture](images/gone.svg)", "the picture Lessons/images/gone.svg is not there"),
            ("<a id=\"goal\"></a>", "the anchor goal is set twice"),
        ])
    func deadLink(text: String, problem: String) {
        let found = course.links(of: page("# Linear layer\n## Goal\n\n\(text)"))
        #expect(found.map(\.problem) == [problem])
    }

    @Test("links that lead somewhere, code and formulas are no dead links")
    func liveLinks() {
        let text = """
            # The 2nd: `W`, ½ and ∂L/∂W
            ## Goal
            ## Goal
            <a id="own"></a> [a](#goal-1) [a](#own) [a](#the-2nd-w--and-lw) [a](05-relu.md#goal) [a](../README.md)
            [a](../Sources/Student) [a (b)](https://en.wikipedia.org/wiki/Gradient_(slope)) `[a](gone.md)`
            $[y](p)$
            ```
            [a](gone.md)
            ```
            <!-- [a](gone.md) -->
            """
        #expect(course.links(of: page(text)) == [])
    }

    @Test("a picture that is not well-formed, or has no words, is caught")
    func brokenPicture() async throws {
        let files = [
            "Lessons/rubric.json": #"{"exercises": []}"#, "Lessons/images/right.svg": "<svg><g/></svg>",
            "Lessons/images/wrong.svg": "<svg><g></svg>",
        ]
        let text = "![a](images/right.svg)\n![a](images/wrong.svg)\n![](images/right.svg)"
        try await withFolder(files) { root in
            let found = try Course(root: root).links(of: page(text))
            #expect(
                found.map(\.description) == [
                    "Lessons/04-linear.md:2: the picture Lessons/images/wrong.svg is not well-formed XML",
                    "Lessons/04-linear.md:3: the picture Lessons/images/right.svg has no words for those who cannot see it",
                ])
        }
    }

    @Test(
        "a command, an exercise, a network or a file that is not there is caught",
        arguments: [
            "`./grade.sh liner`", "```\n./grade.sh linear --quick   # a remark\n```",
            "`./grade.sh check linear`",
            "`swift run train moon`", "`swift run train moons --speed 3`", "`./grade.sh\nliner`",
            "```\nSOLUTIONS=1 swift run --scratch-path .build-solutions train mnist-momentums\n```",
            "`Sources/Student/Liner.swift`", "`Tests/StudentTests/Gone.swift`",
        ])
    func unknownNames(text: String) {
        #expect(course.namedThings(on: page(text)).count == 1)
    }

    @Test("what is there may be named, and so may patterns and what the reader is to make")
    func knownNames() {
        let text = """
            `./grade.sh`, `./grade.sh linear relu`, `./grade.sh EXERCISE…`, `./grade.sh mutants linear --format json`,
            `swift run train`, `swift run train NAME`, `swift run train moons --plot pictures`, `Sources/Student`,
            `Sources/Student/Linear.swift`, `Tests/StudentTests/Linear*.swift`, `Tests/StudentTests/Playground.swift`
            ```
            ./grade.sh check    # all of it
            swift run train custom --layers 784,relu:128,10 --optimizer adam --epochs 3
            ```
            """
        #expect(course.namedThings(on: page(text)) == [])
    }

    @Test("a mistake that no test says in these words is caught, and one that a test says is not")
    func unsaidMistakes() throws {
        let text = """
            - <a id="a"></a>**W is transposed, and is in × out already.** More.
            - <a id="b"></a>**W is transposed, and is in × out
              anyway.** More.
            - **Not anchored.** More.
            """
        #expect(
            try course.diagnoses(on: page(text)) == [
                Finding(
                    page: "Lessons/04-linear.md", line: 2,
                    problem: "no test says “W is transposed, and is in × out anyway.”")
            ])
        // "It is divided by the number of \(other.rawValue), not by that of \(right.rawValue)."
        let filled = "<a id=\"a\"></a>**It is divided by the number of rows, not by that of all elements.**"
        let misfilled =
            "<a id=\"a\"></a>**It is divided by the number of rows, and not by that of all elements.**"
        let path = "Lessons/08-mean-squared-error.md"
        #expect(try course.diagnoses(on: page(filled, path: path)) == [])
        #expect(try course.diagnoses(on: page(misfilled, path: path)).count == 1)
    }

    @Test(
        "a formula that GitHub would not show is caught",
        arguments: [
            "The loss is $L.", "| $x$ | $\\lvert y | z \\rvert$ |", "$\\frac{1{n}$", "$x}{$", "$ x$", "$x $",
            "$\\left( x )$", "$$\n\\begin{pmatrix} 1\n$$", "$a\\,b$", "$\\{x\\}$", "n$x$", "$x$s", "$$x",
        ])
    func wrongFormula(text: String) {
        #expect(course.formulas(on: page("# A\n\n\(text)\n\nEnd.")).map(\.line) == [3])
    }

    @Test("right formulas are let through")
    func rightFormulas() {
        let text = """
            $x$, ($y$), $\\frac{1}{\\sqrt{n}}$: `$HOME` and
            $$\\left( \\frac{\\partial L}{\\partial W}
            \\right)^2$$
            | $\\lvert x \\rvert$ | `a | $b` | 3 |
            $\\begin{pmatrix} 1 & 2 \\cr 3 & 4 \\end{pmatrix}$, $a \\leftarrow b$
            """
        #expect(course.formulas(on: page(text)) == [])
    }

    /// Makes a folder with these files, and removes it afterwards.
    private func withFolder(_ files: [String: String], _ body: (URL) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            for (path, content) in files {
                let file = folder.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try content.write(to: file, atomically: true, encoding: .utf8)
            }
            try body(folder)
        }
    }
}
