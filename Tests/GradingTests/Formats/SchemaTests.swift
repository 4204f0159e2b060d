import Foundation
import Testing

@testable import Grading

/// Each format that is JSON, against its schema in `Fixtures/Schemas`.
@Suite("Formats: schemas")
struct SchemaTests {
    static let formats: [(ReportFormat, String)] = [
        (.json, "report"), (.gradescope, "gradescope"), (.classroom50, "classroom50"),
        (.exercism, "exercism"),
    ]

    @Test("every report is valid", arguments: SampleReport.allCases, formats)
    func valid(sample: SampleReport, format: (ReportFormat, String)) throws {
        let value = try JSONValue(sample.document.text(in: format.0))
        #expect(try JSONSchema(format.1).problems(of: value) == [])
    }

    /// A change that makes a report invalid: what stands there then, or nothing, and what the schema says to it.
    struct Mistake: Sendable {
        let format: ReportFormat
        let path: String
        let value: String?
        let problem: String

        init(_ format: ReportFormat, _ path: String, _ value: String?, _ problem: String) {
            self.format = format
            self.path = path
            self.value = value
            self.problem = problem
        }
    }

    static let mistakes: [Mistake] = [
        Mistake(.json, "score", "\"60\"", "$.score: type"),
        Mistake(.json, "maxScore", "0.5", "$.maxScore: type"),
        Mistake(.json, "isolation", nil, "$: isolation is missing"),
        Mistake(.json, "exercises.0.status", "\"done\"", "$.exercises[0].status: enum"),
        Mistake(.gradescope, "extra", "null", "$: there is extra"),
        Mistake(.gradescope, "tests.0.number", "1", "$.tests[0].number: type"),
        Mistake(.gradescope, "tests.0.status", "\"pass\"", "$.tests[0].status: enum"),
        Mistake(.gradescope, "execution_time", "-1", "$.execution_time: minimum"),
        Mistake(.gradescope, "visibility", "\"never\"", "$.visibility: enum"),
        Mistake(.classroom50, "score", "0.5", "$.score: type"),
        Mistake(.classroom50, "schema", "\"classroom50/result/v2\"", "$.schema: const"),
        Mistake(.classroom50, "owner", "\"\"", "$.owner: minLength"),
        Mistake(.classroom50, "submission", "\"v1\"", "$.submission: pattern"),
        Mistake(.classroom50, "tests.0.passed", "1", "$.tests[0].passed: type"),
        Mistake(.exercism, "version", "2", "$.version: const"),
        Mistake(.exercism, "status", "\"error\"", "$: anyOf"),
        Mistake(.exercism, "message", "\"x\"", "$: anyOf"),
        Mistake(.exercism, "tests.1.message", nil, "$.tests[1]: anyOf"),
        Mistake(.exercism, "tests.0.task_id", "\"4\"", "$.tests[0].task_id: type"),
        Mistake(
            .exercism, "tests.1.output", "\"\(String(repeating: "x", count: 501))\"",
            "$.tests[1].output: maxLength"),
    ]

    @Test("a report with a mistake in it is not", arguments: mistakes)
    func invalid(mistake: Mistake) throws {
        var value = try JSONValue(SampleReport.midway.document.text(in: mistake.format))
        value.put(try mistake.value.map { try JSONValue($0) }, at: mistake.path.split(separator: "."))
        let schema = try #require(Self.formats.first { $0.0 == mistake.format })
        let problems = try JSONSchema(schema.1).problems(of: value)
        #expect(problems.contains(mistake.problem))
    }

    @Test("a schema with a keyword that is not understood is refused, wherever it stands")
    func unknownKeyword() throws {
        for schema in [
            #"{ "format": "date" }"#, #"{ "items": { "format": "date" } }"#,
            #"{ "properties": { "a": { "format": "date" } } }"#, #"{ "anyOf": [{ "format": "date" }] }"#,
        ] {
            #expect(throws: JSONSchema.UnknownKeyword(keyword: "format")) {
                try JSONSchema(JSONValue(schema))
            }
        }
    }

    @Test("points add up: the tests' to the exercises', and those to the score")
    func sums() throws {
        let value = try JSONValue(SampleReport.midway.document.text(in: .gradescope))
        let tests = try #require(value["tests"]?.elements)
        let sum = { (key: String) in tests.compactMap { $0[key]?.number }.reduce(0, +) }
        #expect(abs(sum("score") - (value["score"]?.number ?? 0)) < 1e-9)
        #expect(abs(sum("max_score") - 100) < 1e-9)
        #expect(tests.filter { $0["name"]?.string?.hasPrefix("Tanh (challenge)") == true }.count == 1)
        #expect(tests.last?["score"] == nil)
    }

    @Test("Gradescope: hidden tests are one line with counts, visible when the rubric says")
    func gradescopeVisibility() throws {
        var document = try SampleReport.midway.document
        for visibility in [Visibility.visible, .hidden, .afterDueDate, .afterPublished] {
            var report = document.report
            report.hiddenTests = visibility
            document = ReportDocument(report: report, student: document.student)
            let value = try JSONValue(document.text(in: .gradescope))
            let tests = try #require(value["tests"]?.elements)
            let hidden = tests.filter { $0["name"]?.string?.hasSuffix("hidden tests") == true }
            #expect(hidden.count == 1)
            #expect(hidden[0]["visibility"]?.string == visibility.rawValue)
            #expect(hidden[0]["output"]?.string?.hasPrefix("2 of 3 hidden tests passed.") == true)
            #expect(hidden[0]["score"]?.number == 60.0 / 7 * 2)
            #expect(
                tests.filter { $0["visibility"] != .string("visible") }.count
                    == (visibility == .visible ? 0 : 1))
            #expect(value["stdout_visibility"] == .string("hidden"))
        }
    }

    @Test("Classroom 50: whole points, all of them only for what is done, and nothing that is not known")
    func classroom50() throws {
        let value = try JSONValue(SampleReport.midway.document.text(in: .classroom50))
        #expect(value["score"] == .number(26))
        #expect(value["max-score"] == .number(100))
        #expect(value["tests"]?.elements.map { $0["score"] } == [.number(26), .number(0), .number(0)])
        #expect(value["tests"]?[2]["max-score"] == .number(0), "a challenge does not count")
        #expect(value["datetime"] == .string("2026-11-21T16:00:00Z"))

        var document = try SampleReport.midway.document
        document.origin = Origin([:])
        let bare = try JSONValue(document.text(in: .classroom50))
        for key in ["classroom", "assignment", "submission", "commit", "release", "review"] {
            #expect(bare[key] == .string(""), "\(key)")
        }
        #expect(bare["owner"] == .string("ada"))

        let nearly = try rubric().exercises
        let almost =
            results([.passed]) + results(Array(repeating: .passed, count: 7) + [.failed], in: "MoonsTests")
        let rounded = try JSONValue(
            ReportDocument(report: report(nearly, almost), student: .own).text(in: .classroom50))
        #expect(rounded["tests"]?[1]["score"] == .number(35))
    }

    @Test("Exercism: an error only where no test could run; the first failure has the output, cut")
    func exercism() throws {
        let values = try Dictionary(
            uniqueKeysWithValues: SampleReport.allCases.map {
                ($0, try JSONValue($0.document.text(in: .exercism)))
            })
        #expect(values[.passed]?["status"] == .string("fail"), "the challenge is not done")
        #expect(values[.midway]?["status"] == .string("fail"))
        #expect(values[.broken]?["status"] == .string("error"))
        #expect(
            values[.broken]?["message"]?.string?.hasPrefix(
                "No test could run.\nSources/Student/Linear.swift:3:9: error: cannot find 'weigth' in scope")
                == true)
        let midway = try #require(values[.midway]?["tests"]?.elements)
        #expect(midway.compactMap { $0["output"]?.string } == ["shape (3 × 4)\nshape (1 × 4)"])
        #expect(midway[1]["output"] != nil)
        #expect(
            midway.map { $0["status"]?.string } == ["pass", "fail", "error", "error", "fail", "fail", "fail"])
        #expect(midway[0]["task_id"] == .number(4))
        let output = try #require(values[.hostile]?["tests"]?[0]["output"]?.string)
        #expect(output.unicodeScalars.count == 500)
        #expect(output.hasSuffix("\nOutput was truncated. Please limit to 500 chars"))
    }

    @Test("Exercism: a message of any length is cut between characters to 65,535 bytes")
    func exercismMessage() throws {
        let exercises = try rubric().exercises
        let errors = (0..<40).map {
            SourceError(
                file: "Sources/Student/Linear.swift", position: .init(line: $0, column: 1),
                message: String(repeating: "é😀", count: 1500))
        }
        let broken = report([exercises[0]], results([.missing]), errors: errors)
        let value = try JSONValue(ReportDocument(report: broken, student: .own).text(in: .exercism))
        let message = try #require(value["message"]?.string)
        #expect((65_530...65_535).contains(message.utf8.count))
        #expect(message.hasSuffix("…"))
        #expect(!message.unicodeScalars.contains("\u{FFFD}"))
    }
}
