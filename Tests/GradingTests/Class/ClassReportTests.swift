import Foundation
import Testing

@testable import Grading

@Suite("Class report")
struct ClassReportTests {
    private static let averaged = ClassMistake(
        lesson: "Lessons/04-linear.md#averaged", text: "It is averaged")
    private static let crashed = ClassMistake(lesson: nil, text: "crashed")

    private func document(_ rows: [ClassRow]) throws -> ClassDocument {
        ClassReport(rows: rows, rubric: try rubric(), root: URL(filePath: "/nowhere")).document
    }

    @Test("mean and median are of the graded; the refused are counted apart")
    func summary() throws {
        let rows = [
            SampleClass.row("a", score: 10),
            SampleClass.row("b", score: 20, unusable: ["Sources/Student/Linear.swift"]),
            SampleClass.row("c", score: 90), SampleClass.row("d", score: 100),
            SampleClass.row("e", refusal: "no folder"),
        ]
        let summary = try document(rows).summary
        #expect(
            summary
                == .init(
                    submissions: 5, graded: 4, withUnusableFiles: 1, refused: 1, mean: 55, median: 55))
        #expect(try document(rows.dropFirst().reversed()).summary.median == 90)
        let none = try document([SampleClass.row("e", refusal: "no folder")]).summary
        #expect(none.mean == nil)
        #expect(none.median == nil)
        #expect(try document([]).summary.submissions == 0)
    }

    @Test("a score is in the tenth that it has reached, and the full ones have a bar of their own")
    func distribution() throws {
        let scores = [0, 9.99, 10, 55, 99.99, 100, 100]
        let bins = try document(
            scores.enumerated().map { SampleClass.row("\($0)", score: $1) } + [
                SampleClass.row("r", refusal: "x")
            ]
        )
        .distribution
        #expect(bins.map(\.count) == [2, 1, 0, 0, 0, 1, 0, 0, 0, 1, 2])
        #expect(bins.last == .init(from: 100, to: 100, count: 2))
    }

    @Test("a mistake counts once a submission, the most frequent first, with who made it")
    func mistakes() async throws {
        let rows = [
            SampleClass.row(
                "a",
                exercises: [SampleClass.exercise(mistakes: [Self.crashed, Self.averaged, Self.averaged])]),
            SampleClass.row("b", exercises: [SampleClass.exercise(mistakes: [Self.averaged])]),
            SampleClass.row(
                "c",
                exercises: [
                    SampleClass.exercise("linear", .passed), SampleClass.exercise("moons", .notStarted),
                ]),
        ]
        let exercises = try document(rows).exercises
        #expect(exercises.map(\.id) == ["linear", "moons"])
        #expect(exercises[0].passed == 1)
        #expect(exercises[0].failed == 2)
        #expect(exercises[1].notStarted == 1)
        let folders = rows.map(\.folder)
        #expect(exercises[0].mistakes.map(\.text) == ["It is averaged", "crashed"])
        #expect(exercises[0].mistakes.map(\.submissions) == [[folders[0], folders[1]], [folders[0]]])
        try await SampleClass.tables(of: rows) { page, _, json in
            #expect(page.contains("<b>2 ×</b> It is averaged"))
            #expect(page.contains("“It is averaged: do not.” <code>Lessons/04-linear.md#averaged</code>"))
            #expect(json.contains(#""lessonText" : "It is averaged: do not.""#))
        }
    }

    @Test("the files are the same, whatever the rows' order; times are in lines that say so")
    func deterministic() async throws {
        let rows = (0..<30).map { index in
            SampleClass.row(
                "n\(index % 7)-\(index)", score: Double(index % 5) * 20, seconds: Double(index % 3),
                exercises: [
                    SampleClass.exercise(
                        mistakes: index % 2 == 0 ? [Self.averaged, Self.crashed] : [Self.crashed])
                ],
                fingerprints: SampleCode.fingerprints(
                    SampleCode.file(SampleCode.statements(120, style: index % 20))))
        }
        let slower = rows.map { each in
            SampleClass.row(
                each.name, score: each.score, seconds: 100 - each.seconds, exercises: each.exercises,
                fingerprints: each.fingerprints)
        }
        let timeless = { (page: String) in
            page.split(separator: "\n").filter { !$0.contains("class=\"time\"") }
        }
        try await SampleClass.tables(of: rows) { page, csv, json in
            #expect(page.contains("The same code 2 times"))
            try await SampleClass.tables(of: rows.reversed()) {
                #expect($0 == page)
                #expect($1 == csv)
                #expect($2 == json)
            }
            try await SampleClass.tables(of: slower) { otherPage, otherCSV, otherJSON in
                #expect(otherPage != page)
                #expect(timeless(otherPage) == timeless(page))
                func withoutTimes(_ csv: String) -> [[String]]? { StrictCSV.read(csv)?.map { $0.dropLast() } }
                #expect(withoutTimes(otherCSV) == withoutTimes(csv))
                let lines = { (json: String) in
                    json.split(separator: "\n").filter { !$0.contains("\"seconds\" :") }
                }
                #expect(lines(otherJSON) == lines(json))
            }
        }
    }

    @Test("names that look the same, and names in any letters, stay apart and in the order of their bytes")
    func names() throws {
        let names = ["Zoe\u{308}", "Zo\u{EB}", "b", "B", "名前"]
        let rows = names.enumerated().map { SampleClass.row($1, folder: "f\($0)") }
        let sorted = try document(rows).submissions
        #expect(sorted.map(\.folder) == ["f3", "f0", "f1", "f2", "f4"])
        #expect(try document(rows.reversed()).submissions.map(\.folder) == sorted.map(\.folder))
    }

    @Test("the table has a row a submission, read strictly, and computes nothing")
    func csv() async throws {
        let names = ["=cmd()", "+1", "-1", "@x", "a,b", "say \"hi\"", "two\nlines", "tab\t", "plain"]
        let rows =
            names.map { SampleClass.row($0, score: 12.34, exercises: [SampleClass.exercise()]) }
            + [SampleClass.row("refused", refusal: "no folder")]
        try await SampleClass.tables(of: rows) { _, csv, _ in
            let table = try #require(StrictCSV.read(csv))
            #expect(table[0] == ["name", "score", "max", "status", "linear", "seconds"])
            #expect(table.count == rows.count + 1)
            #expect(Set(table.map(\.count)) == [6])
            #expect(!table.joined().contains { "=+-@\t\r".contains($0.first ?? " ") })
            #expect(table.contains(["'=cmd()", "12.3", "100", "graded", "20", "1.0"]))
            #expect(table.contains(["say \"hi\"", "12.3", "100", "graded", "20", "1.0"]))
            #expect(table.contains(["two\\nlines", "12.3", "100", "graded", "20", "1.0"]))
            #expect(table.contains(["refused", "0", "100", "refused", "", "1.0"]))
        }
    }

    @Test(
        "the strict reader refuses what RFC 4180 does not have",
        arguments: ["a\n", "a\"b\r\n", "\"a\r\n", "\"a\"b\r\n", "a"])
    func strictReader(text: String) { #expect(StrictCSV.read(text) == nil) }

    @Test("class.json is as its schema says, and the schema would notice")
    func schema() async throws {
        let code = SampleCode.statements(150, style: 1)
        let rows =
            [code, code, code + ["return input * 2 + 3 - 4"]].enumerated().map { index, code in
                SampleClass.row(
                    "\(index)", score: 33.3, unusable: index == 0 ? ["Sources/Student/Tanh.swift"] : [],
                    limitsHit: [.time],
                    exercises: [SampleClass.exercise(mistakes: [Self.averaged, Self.crashed])],
                    fingerprints: SampleCode.fingerprints(SampleCode.file(code)))
            } + [SampleClass.row("refused", refusal: "no folder")]
        for rows in [rows, []] {
            try await SampleClass.tables(of: rows) { _, _, json in
                var value = try JSONValue(json)
                let schema = try JSONSchema("class")
                #expect(schema.problems(of: value) == [])
                value.put(.string("3"), at: ["summary", "graded"])
                value.put(.null, at: ["extra"])
                #expect(schema.problems(of: value) == ["$.summary.graded: type", "$: there is extra"])
            }
        }
    }

    @Test("the terminal gets a few lines: how many, how good, what went wrong most, what is alike")
    func terminal() throws {
        let code = SampleCode.fingerprints(SampleCode.file(SampleCode.statements(150, style: 1)))
        let rows = [
            SampleClass.row(
                "a", score: 50, exercises: [SampleClass.exercise(mistakes: [Self.averaged])],
                fingerprints: code),
            SampleClass.row(
                "b", score: 70, exercises: [SampleClass.exercise(mistakes: [Self.averaged, Self.crashed])],
                fingerprints: code),
            SampleClass.row("c", refusal: "no folder"),
        ]
        let report = ClassReport(rows: rows, rubric: try rubric(), root: URL(filePath: "/nowhere"))
        #expect(
            report.summary == """
                2 graded, 1 refused: mean 60.0, median 60.0 of 100
                Most frequent mistakes:
                  2 × Linear layer: It is averaged
                  1 × Linear layer: crashed
                Near-identical code: 0 pairs, 1 groups of the very same
                class.html in the folder of the results shows all of it.
                """)
    }
}

/// RFC 4180 to the letter: lines end in CRLF, and quotation marks are around the whole of a cell.
enum StrictCSV {
    /// The rows; nil where a rule is broken.
    static func read(_ text: String) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var rest = Array(text.unicodeScalars)[...]
        while !rest.isEmpty {
            var cell = String.UnicodeScalarView()
            if rest.first == "\"" {
                rest.removeFirst()
                while true {
                    guard let scalar = rest.popFirst() else { return nil }
                    if scalar == "\"" {
                        guard rest.first == "\"" else { break }
                        rest.removeFirst()
                    }
                    cell.append(scalar)
                }
            } else {
                while let scalar = rest.first, !",\r\n\"".unicodeScalars.contains(scalar) {
                    cell.append(scalar)
                    rest.removeFirst()
                }
            }
            row.append(String(cell))
            switch rest.popFirst() {
            case ",": continue
            case "\r" where rest.popFirst() == "\n":
                rows.append(row)
                row = []
            default: return nil
            }
        }
        return row.isEmpty ? rows : nil
    }
}
