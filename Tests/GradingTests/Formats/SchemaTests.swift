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

    @Test(
        "a report with a mistake in it is not",
        arguments: [
            (.json, { $0["score"] = .string("60") }, "$.score: type"),
            (.json, { $0["maxScore"] = .number(0.5) }, "$.maxScore: type"),
            (.json, { $0["isolation"] = nil }, "$: isolation is missing"),
            (.json, { $0["exercises"]?[0]["status"] = .string("done") }, "$.exercises[0].status: enum"),
            (.gradescope, { $0["extra"] = .null }, "$: there is extra"),
            (.gradescope, { $0["tests"]?[0]["number"] = .number(1) }, "$.tests[0].number: type"),
            (.gradescope, { $0["tests"]?[0]["status"] = .string("pass") }, "$.tests[0].status: enum"),
            (.gradescope, { $0["execution_time"] = .number(-1) }, "$.execution_time: minimum"),
            (.gradescope, { $0["visibility"] = .string("never") }, "$.visibility: enum"),
            (.classroom50, { $0["score"] = .number(0.5) }, "$.score: type"),
            (.classroom50, { $0["schema"] = .string("classroom50/result/v2") }, "$.schema: const"),
            (.classroom50, { $0["owner"] = .string("") }, "$.owner: minLength"),
            (.classroom50, { $0["submission"] = .string("v1") }, "$.submission: pattern"),
            (.classroom50, { $0["tests"]?[0]["passed"] = .number(1) }, "$.tests[0].passed: type"),
            (.exercism, { $0["version"] = .number(2) }, "$.version: const"),
            (.exercism, { $0["status"] = .string("error") }, "$: anyOf"),
            (.exercism, { $0["message"] = .string("x") }, "$: anyOf"),
            (.exercism, { $0["tests"]?[1]["message"] = nil }, "$.tests[1]: anyOf"),
            (
                .exercism, { $0["tests"]?[1]["output"] = .string(String(repeating: "x", count: 501)) },
                "$.tests[1].output: maxLength"
            ),
            (.exercism, { $0["tests"]?[0]["task_id"] = .string("4") }, "$.tests[0].task_id: type"),
        ] as [(ReportFormat, @Sendable (inout JSONValue) -> Void, String)])
    func invalid(format: ReportFormat, mistake: @Sendable (inout JSONValue) -> Void, problem: String) throws {
        var value = try JSONValue(SampleReport.midway.document.text(in: format))
        mistake(&value)
        let schema = try #require(Self.formats.first { $0.0 == format })
        #expect(try JSONSchema(schema.1).problems(of: value).contains(problem))
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
        let results =
            results([.passed]) + results(Array(repeating: .passed, count: 7) + [.failed], in: "MoonsTests")
        let rounded = try JSONValue(
            ReportDocument(report: report(nearly, results), student: .own).text(in: .classroom50))
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
